import type { Call, Expression, StringLiteral } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { type Follow, given } from './known-call.ts';
import { at, type Place, passing, spanWithin, unknown } from './place.ts';

export const enumerate: Follow = (_, place, call) => {
  const items = given(call, 0);
  if (!items) return undefined;
  const { span } = call;
  const item: Expression = {
    kind: 'list',
    items: [
      { kind: 'opaque', span },
      { kind: 'element', of: items, span },
    ],
    span,
  };
  return [at(place, { kind: 'each', item, span })];
};

export const zip: Follow = (evaluator, place, call) => {
  const { span } = call;
  const given = eachGiven(evaluator, place, call);
  const lists = given.map(value => evaluator.follow(at(place, value))[0]?.expression);
  const [first] = lists;
  const rows = lists.every(list => list?.kind === 'list')
    ? Math.min(...lists.map(list => list.items.length))
    : 0;
  if (rows > 0 && rows <= 200) {
    const items = Array.from({ length: rows }, (_, row): Expression => {
      const cells = given.map(value => itemAtIndex(value, row, span));
      // Rows are told apart by their first cells.
      const start = first?.kind === 'list' ? first.items[row] : undefined;
      return { kind: 'list', items: cells, span: start?.span ?? span };
    });
    return [at(place, { kind: 'list', items, span })];
  }
  const cells = given.map((value): Expression => ({ kind: 'element', of: value, span }));
  return [at(place, { kind: 'each', item: { kind: 'list', items: cells, span }, span })];
};

/** The arguments without names, of which `*items` are as many as the list has items. */
function eachGiven(evaluator: Evaluator, place: Place, { arguments: all }: Call): readonly Expression[] {
  return all
    .filter(({ name }) => name === undefined)
    .flatMap(({ value, isSpread }) => {
      const [list] = isSpread ? evaluator.follow(at(place, value)) : [];
      if (list?.expression.kind !== 'list') return value;
      return list.expression.items.map((_, index) => itemAtIndex(value, index, value.span));
    });
}

function itemAtIndex(object: Expression, index: number, span: Expression['span']): Expression {
  return { kind: 'index', object, index: { kind: 'literal', value: index, span }, span };
}

export const choose: Follow = (evaluator, place, call) => {
  const items = given(call, 0);
  return items ? evaluator.elements(at(passing(place, call.span), items)) : undefined;
};

/** `Choice(["a", "b"])` of Azure's sweeps. Programs have classes of that name too. */
export const chosenInSweep: Follow = (evaluator, place, call) => {
  const ends = evaluator.glance(call.callee, place.module);
  const isAzures = ends.some(
    ({ expression }) => expression.kind === 'import' && /^azure(\.|$)/.test(expression.module),
  );
  return isAzures ? choose(evaluator, place, call) : undefined;
};

/** `chain(a, b)`: the items of each. */
export const chain: Follow = (_, place, call) => {
  const items = call.arguments.map(
    ({ value }): Expression => ({ kind: 'element', of: value, span: value.span }),
  );
  return [at(place, { kind: 'list', items, span: call.span })];
};

/** `product(a, b)`: pairs of an item of each. */
export const product: Follow = (evaluator, place, call) => {
  const { span } = call;
  const items = eachGiven(evaluator, place, call).map(
    (value): Expression => ({ kind: 'element', of: value, span: value.span }),
  );
  return [at(place, { kind: 'each', item: { kind: 'list', items, span }, span })];
};

/** `items.slice(1)`. What nobody can count gives any of its items. */
export const slice: Follow = (evaluator, place, call) => {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const [start, end] = call.arguments.map(({ value }) => evaluator.constant(at(place, value))?.value);
  const isCounted = typeof start === 'number' && (call.arguments.length < 2 || typeof end === 'number');
  return evaluator.follow(at(place, callee.object)).map(list => {
    const { expression } = list;
    const last = typeof end === 'number' ? end : undefined;
    if (expression.kind === 'string') {
      return isCounted ? { ...at(list, cut(expression, start, last)), isGuessed: true } : unknown(list);
    }
    if (expression.kind !== 'list' || !isCounted) return list;
    const items = expression.items.slice(start, last);
    return at(list, { ...expression, items });
  });
};

/** The characters of a text from one to another, where they are written. */
function cut({ value, span }: StringLiteral, start: number, end: number | undefined): StringLiteral {
  const text = value.slice(start, end);
  const from = start < 0 ? Math.max(0, value.length + start) : Math.min(start, value.length);
  return { kind: 'string', value: text, span: spanWithin(span, value, from, text.length) };
}

/** `items.at(-1)`. */
export const itemAt: Follow = (evaluator, place, call) => {
  const index = given(call, 0);
  if (call.callee.kind !== 'member' || !index) return undefined;
  const { object } = call.callee;
  return evaluator.follow(at(place, { kind: 'index', object, index, span: call.span }));
};

/** `items.map(item => …)` and `map(lambda item: …, items)`: what the function makes of an item. */
export const mapped: Follow = (_, place, call) => {
  const { callee, span } = call;
  const [first, second] = call.arguments;
  const items =
    second && callee.kind === 'name' ? second.value : callee.kind === 'member' ? callee.object : undefined;
  if (!first || !items) return undefined;
  const item: Expression = { kind: 'element', of: items, span };
  const result: Expression = { ...call, callee: first.value, arguments: [{ value: item }] };
  return [at(place, { kind: 'each', item: result, span })];
};
