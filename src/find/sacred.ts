import type { Binding, Expression, FunctionDefinition } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Named } from './module.ts';
import { lastName } from './names.ts';
import { at, type Place, passing } from './place.ts';
import { scopeRecord } from './scope-record.ts';

type Member = Extract<Expression, { kind: 'member' }>;

const runs = /^(automain|main|capture|command)$/;

/**
 * Sacred hands a function that an experiment runs what the experiment's functions of settings bind: all of it as
 * `_config`, and each under its name.
 */
export function sacredValues(
  evaluator: Evaluator,
  place: Place,
  mark: Expression,
  { name, span }: Binding,
): readonly Place[] {
  const member = mark.kind === 'call' ? mark.callee : mark;
  if (member.kind !== 'member' || !runs.test(member.property)) return [];
  return evaluator.glance(member.object, place.module).flatMap(experiment => {
    const { expression, module } = experiment;
    if (expression.kind !== 'call' || lastName(expression.callee) !== 'Experiment') return [];
    const settings = [...module.functions].filter(([, one]) => configOf(one) !== undefined);
    return settings.flatMap(([scope, one]) => {
      const there = { ...passing(place, span), module, frame: undefined };
      const isByName = place.isByName || configOf(one)?.property === 'named_config';
      const all = at({ ...there, isByName }, scopeRecord(module, scope, one.definition.span));
      return name === '_config' ? [all] : knownParts(evaluator, all, name);
    });
  });
}

/** `@ex.config` and `@ex.named_config`. */
function configOf({ definition }: Named<FunctionDefinition>): Member | undefined {
  return definition.decorators.find(
    (mark): mark is Member => mark.kind === 'member' && /^(named_)?config$/.test(mark.property),
  );
}

function knownParts(evaluator: Evaluator, record: Place, name: string): readonly Place[] {
  return evaluator.partOf(record, name, record).filter(({ expression }) => expression.kind !== 'opaque');
}
