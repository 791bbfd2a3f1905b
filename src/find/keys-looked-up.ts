import { branching } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { isOpenToCommandLine } from './flag-origins.ts';
import { lookUpsBefore } from './look-ups.ts';
import { at, type Place, passing } from './place.ts';

/** Tables of which the keys are told. */
const mostTables = 4;
/** A table of more keys is no list of models. */
const mostKeys = 100;

/**
 * What nobody else can tell of a name that the code has surely looked up in a table: it is one of the keys, or else the
 * program ended there. `TABLE[name].from_pretrained(name)`
 */
export function keysLookedUp(evaluator: Evaluator, place: Place, ends: readonly Place[]): readonly Place[] {
  const lookUps = lookUpsBefore(place.expression, place.module);
  if (lookUps.length === 0) return [];
  const isTold = ends.some(({ expression }) => expression.kind === 'string');
  if (isTold && !ends.some(end => isOpenToCommandLine(evaluator, end))) return [];
  return lookUps
    .slice(0, mostTables)
    .flatMap(({ table }) => evaluator.follow(at(passing(place, table.span), table)))
    .flatMap(keysOf);
}

function keysOf(table: Place): readonly Place[] {
  if (table.expression.kind !== 'record' || table.expression.entries.length > mostKeys) return [];
  const { entries, span } = table.expression;
  return entries.flatMap(({ key }) =>
    key?.kind === 'string' && key.isMade !== true
      ? { ...branching(at(table, key), span, key.span), isGiven: true }
      : [],
  );
}
