import type { Call, Expression } from '../model/syntax.ts';
import { boundValues } from './applied-calls.ts';
import type { Evaluator } from './evaluator.ts';
import { type Follow, given } from './known-call.ts';
import type { Module } from './module.ts';
import { elementsOf } from './parts.ts';
import { at, type Place, passing } from './place.ts';

type Options = (evaluator: Evaluator, options: Place) => readonly Place[];

/**
 * What a page lets its reader choose: of `st.selectbox("Model", options)` the first of the options stands there to begin
 * with, and the others can be chosen.
 */
export function chosen(
  position: number,
  name: string,
  optionsOf: Options = (evaluator, options) => evaluator.elements(options),
): Follow {
  return (evaluator, place, call) => {
    const there = passing(place, call.span);
    const value = given(call, Number.POSITIVE_INFINITY, 'value', 'default');
    const options = given(call, position, name);
    const preset = value ? evaluator.follow(at(there, value)) : [];
    const listed = options ? evaluator.first(optionsOf(evaluator, at(there, options))) : [];
    const first = value ? [] : listed.slice(0, 1);
    const others = [...listed.slice(first.length), ...exampleValues(evaluator, place, call)];
    const all = [...preset, ...first, ...others.map(byName)];
    return all.length > 0 ? all : undefined;
  };
}

/** The same of Gradio's, whose options can be pairs of a label and a value. */
export const picked = chosen(0, 'choices', (evaluator, options) =>
  evaluator.elements(options).flatMap(item => valueOfPair(evaluator, item)),
);

/** The same of a notebook's widgets, whose options can also be a record of labels and values, as that is written. */
export const labelled = chosen(0, 'options', (evaluator, options) => {
  if (options.expression.kind === 'call') return evaluator.elements(options);
  return evaluator.follow(options).flatMap(end => {
    const { expression } = end;
    return expression.kind === 'record'
      ? expression.entries.flatMap(({ value }) => evaluator.follow(at(end, value)))
      : elementsOf(evaluator, end).flatMap(item => valueOfPair(evaluator, item));
  });
});

/** A drop-down is a notebook's where it says so by the name of its options. */
export const dropDown: Follow = (evaluator, place, call) =>
  (call.arguments.some(({ name }) => name === 'options') ? labelled : picked)(evaluator, place, call);

function valueOfPair(evaluator: Evaluator, item: Place): readonly Place[] {
  const [, value] = item.expression.kind === 'list' ? item.expression.items : [];
  return value ? evaluator.follow(at(item, value)) : [item];
}

/** What stands in a field of text to begin with. */
export const entered =
  (position: number): Follow =>
  (evaluator, place, call) => {
    const value = given(call, position, 'value');
    const preset = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
    const all = [...preset, ...exampleValues(evaluator, place, call).map(byName)];
    return all.length > 0 ? all : undefined;
  };

/** What Gradio's examples fill a field with: of each row of `Examples(rows, inputs=[a, b])` what stands at its place. */
function exampleValues(evaluator: Evaluator, place: Place, field: Call): readonly Place[] {
  const { module } = place;
  const [examples, forms] = ['Examples', 'Interface'].map(name => module.calls.get(name) ?? []);
  const shown = [
    ...(examples ?? []).map(call => ({ call, rows: given(call, 0, 'examples') })),
    ...(forms ?? []).map(call => ({ call, rows: given(call, Number.POSITIVE_INFINITY, 'examples') })),
  ];
  return shown.flatMap(({ call, rows }) => {
    const inputs = given(call, 1, 'inputs');
    if (!rows || !inputs) return [];
    const fields = inputs.kind === 'list' ? inputs.items : [inputs];
    const index = fields.findIndex(one => isField(module, one, field));
    const there = passing({ ...place, frame: undefined }, call.span);
    const all = index < 0 ? [] : evaluator.elements(at(there, rows));
    return all.flatMap(row => {
      // Rows of one field need not be lists.
      if (row.expression.kind !== 'list') return fields.length === 1 ? row : [];
      const value = row.expression.items[index];
      return value ? evaluator.follow(at(row, value)) : [];
    });
  });
}

/** Whether an input of a form is a field, or the name that the field was given. */
function isField({ bindings, facts }: Module, input: Expression, field: Call): boolean {
  if (input.kind !== 'name') return input === field;
  const parents = facts.scopes.map(({ parent }) => parent);
  return boundValues(input, bindings, parents).includes(field);
}

function byName(place: Place): Place {
  return { ...place, isByName: true };
}
