import type { Binding, Call } from '../model/syntax.ts';
import { flagName, optionDefault } from './command-line.ts';
import type { Evaluator } from './evaluator.ts';
import { lastName } from './names.ts';
import { at, type Place, passing } from './place.ts';

/** What a function's decorators give a parameter: the options of click, the cases of a parametrised test, hydra's configuration. */
export function decoratedValues(
  evaluator: Evaluator,
  place: Place,
  { name }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const decorators = module.functions.get(scope)?.definition.decorators ?? [];
  const own = decorators.flatMap(mark =>
    mark.kind === 'call' ? fromDecorator(evaluator, place, mark, name) : [],
  );
  return own.length > 0 ? own : fromFixture(evaluator, place, name, scope);
}

function fromDecorator(evaluator: Evaluator, place: Place, mark: Call, name: string): readonly Place[] {
  switch (lastName(mark.callee)) {
    case 'option':
    case 'argument': {
      const value = flagName(mark) === name ? optionDefault(mark) : undefined;
      return value ? evaluator.follow(at(passing(place, mark.span), value)) : [];
    }
    case 'parametrize':
      return fromCases(evaluator, place, mark, name);
    case 'main':
      return fromHydra(evaluator, place, mark);
    default:
      return [];
  }
}

/** `parametrize("model, size", [("org/name", 3)])`. */
function fromCases(evaluator: Evaluator, place: Place, mark: Call, name: string): readonly Place[] {
  const [names, cases] = mark.arguments;
  if (!names || !cases) return [];
  const all = namesIn(evaluator, at(place, names.value));
  const index = all.indexOf(name);
  if (index < 0) return [];
  const items = evaluator
    .elements(at(passing(place, mark.span), cases.value))
    .map(item => withoutParam(item));
  if (all.length === 1) return items.flatMap(item => evaluator.follow(item));
  return items.flatMap(item => {
    const { expression } = item;
    const part = expression.kind === 'list' ? expression.items[index] : undefined;
    const argument = expression.kind === 'call' ? expression.arguments[index]?.value : part;
    return argument ? evaluator.follow(at(item, argument)) : [];
  });
}

function namesIn(evaluator: Evaluator, names: Place): readonly string[] {
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

/** A parameter of a test that is named like a fixture stands for what the fixture returns or for its cases. */
function fromFixture(evaluator: Evaluator, place: Place, name: string, scope: number): readonly Place[] {
  const { module } = place;
  const isTest = module.functions.get(scope)?.name?.startsWith('test') === true;
  const fixture = isTest ? module.bindings[0]?.get(name)?.at(-1)?.value : undefined;
  if (fixture?.kind !== 'function') return [];
  const cases = fixture.decorators.flatMap(mark =>
    mark.kind === 'call' && lastName(mark.callee) === 'fixture'
      ? mark.arguments.filter(argument => argument.name === 'params').map(({ value }) => value)
      : [],
  );
  if (cases.length > 0) return cases.flatMap(value => evaluator.elements(at(place, value)));
  return fixture.returns.flatMap(value => evaluator.follow(at(place, value)));
}

/** `@hydra.main(config_path="conf", config_name="config")` hands the file's content to the function. */
function fromHydra(evaluator: Evaluator, place: Place, mark: Call): readonly Place[] {
  const text = (name: string): string | undefined => {
    const value = mark.arguments.find(argument => argument.name === name)?.value;
    const constant = value && evaluator.constant(at(place, value))?.value;
    return typeof constant === 'string' ? constant : undefined;
  };
  const name = text('config_name');
  if (name === undefined) return [];
  const folder = text('config_path');
  const file = `${folder === undefined ? '' : `${folder}/`}${name.replace(/\.ya?ml$/, '')}`;
  const data = ['yaml', 'yml']
    .map(ending => evaluator.program.data(`${file}.${ending}`, place.module))
    .find(Boolean);
  return data ? [{ ...place, ...data }] : [];
}
