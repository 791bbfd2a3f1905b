import type { Span } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Data } from './held-facts.ts';
import { composedFiles } from './hydra-defaults.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import { at, hasPassed, type Place, passing } from './place.ts';

/** Longer ones were not written to be read. Characters. */
const maxLength = 1_000;

/**
 * `${model.name}` in a file of settings: the value that the same file has there, or one that Hydra puts it together with.
 * A path that begins with dots is seen from where it is written: one dot is the record around it, each further dot the one
 * around that.
 */
export function interpolated(
  evaluator: Evaluator,
  place: Place,
  { value, span }: StringLiteral,
): readonly Place[] {
  const [, dots = '', path] = /^\$\{(\.*)(\w[\w.]*)\}$/.exec(value.slice(0, maxLength)) ?? [];
  const root = path === undefined ? undefined : evaluator.program.dataIn(place.module);
  const start = root && (dots === '' ? root : around(root, span, dots.length));
  if (path === undefined || !root || !start || hasPassed(place, span)) return [place];
  const from = passing(place, span);
  const keys = path.split('.');
  const own = partUnder(evaluator, at(from, start), keys);
  if (dots !== '' || own.some(isKnown)) return own;
  const others = composed(evaluator, from, root, keys);
  return others.length > 0 ? others : own;
}

/** What Hydra puts there of other files: of those that it puts the file together with, and of those that the file takes in. */
function composed(
  evaluator: Evaluator,
  from: Place,
  root: Expression,
  keys: readonly string[],
): readonly Place[] {
  const { module } = from;
  const { roots, between } = includersOf(evaluator, module);
  const tops: readonly Data[] = roots.length > 0 ? roots : [{ module, expression: root }];
  const found = tops.flatMap(file => partsOfComposed(evaluator, from, file, keys));
  const rest = found.length > 0 || roots.length === 0 ? [] : [{ module, expression: root }, ...between];
  return [...found, ...rest.flatMap(file => partsOfComposed(evaluator, from, file, keys))];
}

/** What is known to stand under some keys in settings that a file and those of its `defaults` make together. */
function partsOfComposed(
  evaluator: Evaluator,
  from: Place,
  file: Data,
  keys: readonly string[],
): readonly Place[] {
  return composedFiles(evaluator.program, file, [], [], false).flatMap(one => {
    const isUnder = !one.isByName && one.keys.every((key, index) => keys[index] === key);
    const isAsked = one.data.module === from.module && one.keys.length === 0;
    if (!isUnder || isAsked) return [];
    return partUnder(evaluator, { ...from, ...one.data }, keys.slice(one.keys.length)).filter(isKnown);
  });
}

/** Files that take in a file may be taken in by others, which do not stand in each other without end. */
const maxIncluders = 40;

interface Includers {
  /** Those that no other file takes in. */
  readonly roots: readonly Data[];
  readonly between: readonly Data[];
}

/** The files whose `defaults` take a file in, themselves or through others. */
function includersOf({ program }: Evaluator, module: Module): Includers {
  const found = new Map<string, Data>();
  const roots: Data[] = [];
  const above = (file: Module): readonly Data[] =>
    program.settings.includersOf(file).filter(one => one.module.file !== file.file);
  const left: (readonly Data[])[] = [above(module)];
  for (let some = left.pop(); some && found.size < maxIncluders; some = left.pop()) {
    for (const one of some) {
      if (found.has(one.module.file)) continue;
      found.set(one.module.file, one);
      const higher = above(one.module);
      if (higher.length === 0) roots.push(one);
      else left.push(higher);
    }
  }
  return { roots, between: [...found.values()].filter(one => !roots.includes(one)) };
}

function partUnder(evaluator: Evaluator, place: Place, keys: readonly string[]): readonly Place[] {
  return keys.reduce(
    (owners: readonly Place[], key) => owners.flatMap(owner => evaluator.partOf(owner, key, owner)),
    [place],
  );
}

function isKnown({ expression }: Place): boolean {
  return expression.kind !== 'opaque';
}

/** What lies so many levels around what is written at a span. */
function around(root: Expression, span: Span, levels: number): Expression | undefined {
  const holders = holdersIn(root);
  let holder = holders.get(span);
  for (let level = 1; holder && level < levels; level += 1) holder = holders.get(holder.span);
  return holder;
}

/** By the span of each value of a file of settings, the record or list that holds it. */
const holdersIn = oncePer((root: Expression): ReadonlyMap<Span, Expression> => {
  const holders = new Map<Span, Expression>();
  const left = [root];
  for (let holder = left.pop(); holder; holder = left.pop()) {
    for (const value of valuesOf(holder)) {
      holders.set(value.span, holder);
      left.push(value);
    }
  }
  return holders;
});

function valuesOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'record') return expression.entries.map(({ value }) => value);
  return expression.kind === 'list' ? expression.items : [];
}
