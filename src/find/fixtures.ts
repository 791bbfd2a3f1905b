import type { Call, FunctionDefinition } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { indexBy } from './index-by.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { at, type Place, passing } from './place.ts';
import { programScope } from './scopes.ts';
import { fromCases } from './test-cases.ts';

/** `request.param` of a fixture is each of its `params`. */
export function requestOf(place: Place, mark: Call): readonly Place[] {
  const params = mark.arguments.find(({ name }) => name === 'params')?.value;
  if (!params) return [];
  const { span } = params;
  return [requestFor(at(passing(place, mark.span), { kind: 'element', of: params, span }))];
}

/** A parameter of a test or a fixture that is named like a fixture stands for what that fixture returns. */
export function fromFixture(
  evaluator: Evaluator,
  place: Place,
  name: string,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const user = module.functions.get(scope);
  if (user?.name?.startsWith('test') !== true && !(user && isFixture(user.definition))) return [];
  const shared = evaluator.program.imported('conftest', module);
  const tops = [
    [module, programScope(module.facts, scope)] as const,
    ...(shared ? [[shared, 0] as const] : []),
  ];
  for (const [owner, top] of tops) {
    const fixture = owner.bindings[top]?.get(name)?.at(-1)?.value;
    if (fixture?.kind !== 'function' || !isFixture(fixture)) continue;
    const there: Place = { ...place, module: owner, frame: undefined };
    return fixture.returns
      .flatMap(value => evaluator.follow(at(there, value)))
      .flatMap(end => (end.expression.kind === 'each' ? evaluator.elements(end) : end));
  }
  return [];
}

/** Whether a function is a fixture of pytest. */
export function isFixture({ decorators }: FunctionDefinition): boolean {
  return decorators.some(mark => lastName(mark.kind === 'call' ? mark.callee : mark) === 'fixture');
}

/** The `request` of a fixture that tests give cases: `parametrize("model", ["org/name"], indirect=True)`. */
export function indirectCases(evaluator: Evaluator, place: Place, scope: number): readonly Place[] {
  const { module } = place;
  const owner = module.functions.get(scope);
  const name = owner && isFixture(owner.definition) ? owner.name : undefined;
  if (name === undefined) return [];
  return (indirectMarks(module).get(name) ?? [])
    .flatMap(mark => fromCases(evaluator, place, mark, name))
    .map(requestFor);
}

/** The marks of a file's tests that hand cases to fixtures, by the names of these. */
const indirectMarks = oncePer(
  (module: Module): ReadonlyMap<string, readonly Call[]> =>
    indexBy(module.calls.get('parametrize') ?? [], indirectNames),
);

/** `indirect=True` means all that a mark names, a list those in it. */
function indirectNames({ arguments: given }: Call): readonly string[] {
  const [names] = given;
  const indirect = given.find(({ name }) => name === 'indirect')?.value;
  if (indirect?.kind === 'list')
    return indirect.items.flatMap(item => (item.kind === 'string' ? item.value : []));
  if (indirect?.kind !== 'literal' || indirect.value !== true) return [];
  const written = names?.value.kind === 'list' ? names.value.items : names ? [names.value] : [];
  return written.flatMap(one => (one.kind === 'string' ? one.value.split(/[\s,]+/) : []));
}

/** What a fixture is handed that has a value for it: `request.param`. */
function requestFor(value: Place): Place {
  const { expression } = value;
  const { span } = expression;
  const key = { kind: 'string', value: 'param', span } as const;
  return at(value, { kind: 'record', entries: [{ key, value: expression }], span });
}
