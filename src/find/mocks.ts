import { comparePositions, compareSpans, type Span } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import { callsBySpan } from './calls-by-span.ts';
import { contextOf } from './context.ts';
import type { Module } from './module.ts';
import { dottedName, lastName, textOf } from './names.ts';
import { oncePer } from './once-per.ts';
import type { Place } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf, scopesAround } from './scopes.ts';

/*
 * A test that expects a load to fail, or puts something else in the place of a function on the way to it or of the
 * loading class, loads nothing: `@patch("app.load_model")`, `mocker.patch("app.AutoModel")`, `monkeypatch.setattr(app, "AutoModel", fake)`.
 */

/** What a test replaces: `name` of `owner`, a module or a class. */
interface Mock {
  readonly owner: string;
  readonly name: string;
  /** The call that does so; undefined for a decorator, which holds for the whole test. */
  readonly by: Call | undefined;
}

/** Whether a test that a value comes from replaces what would load it, or expects that it fails. `loading`: the call, where it stands. */
export function isMocked({ trail }: Place, loading: CallSite): boolean {
  const way: CallSite[] = [loading];
  for (let step = trail; step; step = step.before) {
    const call = callsBySpan(step.module).get(step.span);
    if (call) way.push({ call, module: step.module });
  }
  if (way.some(isToFail)) return true;
  const mocks = way.flatMap(mocksAt);
  return mocks.length > 0 && way.some(site => mocks.some(mock => meets(mock, site)));
}

/** Whether a test expects that a call fails: `with pytest.raises(ValueError): load(name)`, `expect(() => load(name)).toThrow()`. */
function isToFail({ call, module }: CallSite): boolean {
  return failingIn(module).some(span => compareSpans(call.span, span) === 0);
}

const failingIn = oncePer(({ facts: { language, failing, calls } }: Module): readonly Span[] =>
  language === 'python' ? failing : calls.flatMap(call => failingCall(call)?.span ?? []),
);

/** The one call in `expect(() => load(name)).toThrow()`, `expect(load(name)).rejects.toThrow()`, without a `not` between. */
function failingCall({ callee }: Call): Call | undefined {
  if (callee.kind !== 'member' || !/^toThrow(Error)?$/.test(callee.property)) return undefined;
  const { object } = callee;
  const asked = object.kind === 'member' && object.property === 'rejects' ? object.object : object;
  if (asked.kind !== 'call' || lastName(asked.callee) !== 'expect') return undefined;
  const value = asked.arguments[0]?.value;
  if (value?.kind === 'call') return value;
  if (value?.kind !== 'function') return undefined;
  const [only, ...others] = value.returns;
  // An arrow that holds no more than the call ends with it.
  const isAll = others.length === 0 && only?.kind === 'call';
  return isAll && comparePositions(only.span.end, value.span.end) === 0 ? only : undefined;
}

/** Whether a call calls what is replaced, or stands in it. */
function meets({ owner, name }: Mock, { call, module }: CallSite): boolean {
  // Of what another call gives nobody knows whose method it is.
  const path = dottedName(call.callee) ?? `().${lastName(call.callee) ?? ''}`;
  const parts = path.split('.');
  const isCalled = parts.some((part, index) => part === name && (index === 0 || parts[index - 1] === owner));
  return isCalled || scopesAround(module, call.scope).some(scope => isFunction(module, scope, owner, name));
}

/** Whether a scope is that of a function of a module, or of a method of the class that is meant. */
function isFunction(module: Module, scope: number, owner: string, name: string): boolean {
  const kin = classOf(module, scope);
  return module.functions.get(scope)?.name === name && (kin === undefined || kin.name === owner);
}

/** What the tests around a call have replaced before it. */
function mocksAt({ call, module }: CallSite): readonly Mock[] {
  if (contextOf(module.file) !== 'test') return [];
  const { start } = call.span;
  return scopesAround(module, call.scope)
    .flatMap(scope => mocksOf(module).get(scope) ?? [])
    .filter(({ by }) => by === undefined || comparePositions(by.span.start, start) < 0);
}

/** By scope, what a test's decorators and its own calls replace, those among them that hand a helper what replaces. */
const mocksOf = oncePer((module: Module): ReadonlyMap<number, readonly Mock[]> => {
  const own = new Map<number, Mock[]>();
  const add = (scope: number, mocks: readonly Mock[]): void => {
    if (mocks.length > 0) own.set(scope, [...(own.get(scope) ?? []), ...mocks]);
  };
  for (const { definition } of [...module.functions.values(), ...module.classes.values()])
    for (const mark of definition.decorators)
      if (mark.kind === 'call') add(definition.scope, mocksIn(mark, undefined));
  for (const call of module.facts.calls)
    if (module.functions.has(call.scope)) add(call.scope, mocksIn(call, call));
  const byName = new Map([...module.functions].map(([scope, { name }]) => [name, scope]));
  const helped = module.facts.calls.flatMap(call => {
    const helper = isHanding(call) && call.callee.kind === 'name' ? byName.get(call.callee.name) : undefined;
    const mocks = helper === undefined ? [] : (own.get(helper) ?? []);
    return [[call, mocks.map(mock => ({ ...mock, by: call }))] as const];
  });
  for (const [call, mocks] of helped) add(call.scope, mocks);
  return own;
});

/** `stub(monkeypatch)`: what the helper replaces stays so in the test. */
function isHanding({ arguments: given }: Call): boolean {
  return given.some(({ value }) => value.kind === 'name' && /^(monkeypatch|mocker)$/.test(value.name));
}

const patch = /^((unittest\.)?mock\.|mocker\.)?patch(\.object)?$/;

/** What a call replaces; what is only watched while it runs is not replaced. */
function mocksIn({ callee, arguments: given }: Call, by: Call | undefined): readonly Mock[] {
  const callName = dottedName(callee) ?? '';
  if (!patch.test(callName) && callName !== 'monkeypatch.setattr') return [];
  if (given.some(argument => argument.name === 'wraps')) return [];
  const [first, second] = given.map(({ value }) => value);
  const path = textOf(first) ?? [first && dottedName(first), textOf(second)].filter(Boolean).join('.');
  const [owner, name] = path.split('.').slice(-2);
  return owner && name ? [{ owner, name, by }] : [];
}
