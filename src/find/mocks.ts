import type { Call, Expression } from '../model/syntax.ts';
import { callsBySpan } from './calls-by-span.ts';
import { contextOf } from './context.ts';
import { type Module, scopesAround } from './module.ts';
import { dottedName, lastName } from './names.ts';
import type { Place } from './place.ts';
import type { CallSite } from './program.ts';

/*
 * A test that puts something else in the place of a function on the way to a load, or of the loading class, loads
 * nothing: `@patch("app.load_model")`, `mocker.patch("app.AutoModel")`, `monkeypatch.setattr(app, "AutoModel", fake)`.
 */

/** Whether a test that a value comes from replaces what would load it. `loading`: the call, where it stands. */
export function isMocked({ trail }: Place, loading: CallSite): boolean {
  const way: CallSite[] = [loading];
  for (let step = trail; step; step = step.before) {
    const call = callsBySpan(step.module).get(step.span);
    if (call) way.push({ call, module: step.module });
  }
  const replaced = new Set(way.flatMap(site => [...replacedAround(site)]));
  return replaced.size > 0 && way.some(site => isReplaced(site, replaced));
}

/** Whether a call calls what is replaced, or stands in it. */
function isReplaced({ call, module }: CallSite, replaced: ReadonlySet<string>): boolean {
  const inside = scopesAround(module, call.scope).flatMap(scope => module.functions.get(scope)?.name ?? []);
  const path = dottedName(call.callee) ?? lastName(call.callee) ?? '';
  const parts = path.split('.');
  const pairs = parts.slice(1).map((part, index) => `${parts[index]}.${part}`);
  return [...inside, ...parts, ...pairs].some(name => replaced.has(name));
}

const nothing: ReadonlySet<string> = new Set();
const known = new WeakMap<Module, Map<number, ReadonlySet<string>>>();

/** What the tests around a call have replaced. */
function replacedAround({ call, module }: CallSite): ReadonlySet<string> {
  if (contextOf(module.file) !== 'test') return nothing;
  const scopes = known.get(module) ?? new Map<number, ReadonlySet<string>>();
  known.set(module, scopes);
  const before = scopes.get(call.scope);
  if (before) return before;
  const replaced = new Set(
    scopesAround(module, call.scope).flatMap(scope => replacedBy(module, scope, true)),
  );
  scopes.set(call.scope, replaced);
  return replaced;
}

/** What a function's decorators and its own calls replace, those among them that hand a helper what replaces. */
function replacedBy(module: Module, scope: number, withHelpers: boolean): readonly string[] {
  const owner = module.functions.get(scope)?.definition ?? module.classes.get(scope)?.definition;
  const marks = owner?.decorators.flatMap(mark => (mark.kind === 'call' ? replacedIn(mark) : [])) ?? [];
  if (owner?.kind !== 'function') return marks;
  const own = module.facts.calls.filter(call => call.scope === scope);
  const helped = withHelpers ? own.flatMap(call => helperOf(module, call) ?? []) : [];
  return [
    ...marks,
    ...own.flatMap(replacedIn),
    ...helped.flatMap(helper => replacedBy(module, helper, false)),
  ];
}

/** The function of the file that a call hands `monkeypatch` or `mocker` to. */
function helperOf(module: Module, { callee, arguments: given }: Call): number | undefined {
  const isHanding = given.some(
    ({ value }) => value.kind === 'name' && /^(monkeypatch|mocker)$/.test(value.name),
  );
  if (!isHanding || callee.kind !== 'name') return undefined;
  return [...module.functions].find(([, { name }]) => name === callee.name)?.[0];
}

/** Of a class's loading method the class tells which one is meant. */
const ofClass = /^(from_pretrained|from_config|load|__init__)$/;

/** The names that a call replaces; what is only watched while it runs is not replaced. */
function replacedIn({ callee, arguments: given }: Call): readonly string[] {
  const name = dottedName(callee) ?? '';
  const isPatch = /(^|\.)patch(\.object)?$/.test(name);
  if (!isPatch && !/(^|\.)monkeypatch\.setattr$/.test(name)) return [];
  if (given.some(argument => argument.name === 'wraps')) return [];
  const [first, second] = given.map(({ value }) => value);
  const path = textOf(first) ?? [first && dottedName(first), textOf(second)].filter(Boolean).join('.');
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  return ofClass.test(last) ? [parts.slice(-2).join('.')] : last === '' ? [] : [last];
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : undefined;
}
