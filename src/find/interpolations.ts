import type { Span } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Data } from './held-facts.ts';
import { includedUnder } from './overridden-objects.ts';
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
  return dots !== '' || own.some(isKnown) ? own : (composed(evaluator, from, root, keys) ?? own);
}

/** What Hydra puts there of other files: of those that the file takes in, and of those that take it in. */
function composed(
  evaluator: Evaluator,
  from: Place,
  root: Expression,
  keys: readonly string[],
): readonly Place[] | undefined {
  const { program } = evaluator;
  const { module } = from;
  const files: readonly Data[] = [{ module, expression: root }, ...program.settings.includersOf(module)];
  const found = files.flatMap(file => {
    const own = file.module === module ? [] : partUnder(evaluator, { ...from, ...file }, keys);
    if (own.some(isKnown)) return own;
    return includedUnder(file, keys).flatMap(({ path, depth }) => {
      const data = program.data(`${path}.yaml`, file.module) ?? program.data(`${path}.yml`, file.module);
      return data ? partUnder(evaluator, { ...from, ...data }, keys.slice(depth)) : [];
    });
  });
  return found.some(isKnown) ? found.filter(isKnown) : undefined;
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

const known = new WeakMap<Expression, ReadonlyMap<Span, Expression>>();

/** By the span of each value of a file of settings, the record or list that holds it. */
function holdersIn(root: Expression): ReadonlyMap<Span, Expression> {
  const before = known.get(root);
  if (before) return before;
  const holders = new Map<Span, Expression>();
  const left = [root];
  for (let holder = left.pop(); holder; holder = left.pop()) {
    for (const value of valuesOf(holder)) {
      holders.set(value.span, holder);
      left.push(value);
    }
  }
  known.set(root, holders);
  return holders;
}

function valuesOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'record') return expression.entries.map(({ value }) => value);
  return expression.kind === 'list' ? expression.items : [];
}
