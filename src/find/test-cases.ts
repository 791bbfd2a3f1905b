import type { Call } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { lastName } from './names.ts';
import { at, type Place, passing } from './place.ts';

/** `parametrize("model, size", [("org/name", 3)])`. */
export function fromCases(evaluator: Evaluator, place: Place, mark: Call, name: string): readonly Place[] {
  const [names, cases] = mark.arguments;
  if (!names || !cases) return [];
  const all = namesIn(evaluator, at(place, names.value));
  const index = all.indexOf(name);
  if (index < 0) return [];
  const there = at(passing(place, mark.span), cases.value);
  return all.length === 1
    ? evaluator.elements(there).flatMap(item => evaluator.follow(withoutParam(item)))
    : casesAt(evaluator, there, index);
}

/** What stands at one place of each case. A case of one value stands for itself. */
export function casesAt(evaluator: Evaluator, cases: Place, index: number): readonly Place[] {
  return evaluator
    .elements(cases)
    .map(withoutParam)
    .flatMap(item => {
      const { expression } = item;
      if (expression.kind === 'string') return index === 0 ? item : [];
      const part = expression.kind === 'list' ? expression.items[index] : undefined;
      const argument = expression.kind === 'call' ? expression.arguments[index]?.value : part;
      return argument ? evaluator.follow(at(item, argument)) : [];
    });
}

/** The names that a text or a list of texts says. */
export function namesIn(evaluator: Evaluator, names: Place): readonly string[] {
  const { expression } = names;
  const texts =
    expression.kind === 'list'
      ? evaluator
          .elements(names)
          .flatMap(end => (end.expression.kind === 'string' ? end.expression.value : []))
      : [evaluator.constant(names)?.value ?? ''];
  return texts.flatMap(text => String(text).split(',')).map(text => text.trim());
}

/** `pytest.param("org/name", id="small")` is its first argument. */
function withoutParam(item: Place): Place {
  const { expression } = item;
  if (expression.kind !== 'call' || lastName(expression.callee) !== 'param') return item;
  const values = expression.arguments.filter(({ name }) => name === undefined).map(({ value }) => value);
  const [only] = values;
  if (values.length === 1 && only) return at(item, only);
  return at(item, { kind: 'list', items: values, span: expression.span });
}
