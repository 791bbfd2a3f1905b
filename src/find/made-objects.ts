import type { Span } from '../model/source.ts';
import type { Argument, Call, Expression, RecordEntry } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';

export type Settings = Extract<Expression, { kind: 'record' }>;

/** Keys whose value is the path of a class or a function: of hydra, jsonargparse, torchtune, latent diffusion, NeMo and their kin. */
export const makers = ['_target_', 'target', 'class_path', '_component_', '__target__', 'cls'];
/** Keys under which what it is called with stands, where it does not stand beside the path. */
const gifts = ['params', 'init_args', 'kwargs', 'args'];
const dottedPath = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/;
/** Keys whose value may be the bare name of a class, which a registry of the program knows. */
const namers = ['type', 'name', 'class', 'class_name', 'cls', 'model', 'module', 'arch', '_name_'];
/** The same of what code describes. */
const codeNamers = ['type', 'class_name'];
/** Of keys whose value is the path or the name of a class, the key that what it is made with stands under: `net_cls` and `net`. */
const besideMaker = /^(.+)_(?:cls|class|target|type)$/;
/** What a registry of the program may know a class as. */
const registeredName = /^[A-Za-z][\w.-]*$/;
const className = /^[A-Z]\w*[a-z]\w*$/;

/**
 * The calls that settings stand for: `target: pkg.models.Net` with `params:`, hydra's `_target_` with its arguments
 * beside it. Whatever program reads them calls what they name.
 */
export const madeObjects = oncePer((data: Expression): readonly Call[] =>
  settingsIn(data).flatMap(settings => [...callsOf(settings), ...callsBeside(settings)]),
);

/**
 * The same that code describes, `dict(type="Net", path="org/name")` and `{"type": "Net", …}`, by the name of what is
 * called: a registry of the program knows what that means.
 */
export const madeInCode = oncePer((module: Module): ReadonlyMap<string, readonly Call[]> => {
  const made = new Map<string, Call[]>();
  for (const settings of describedIn(module)) {
    for (const key of codeNamers) {
      const callee = registered(entryOf(settings.entries, key).value);
      const name = callee?.kind === 'import' ? callee.name : undefined;
      if (!callee || name === undefined) continue;
      const { entries, span } = settings;
      const call: Call = { kind: 'call', callee, arguments: argumentsOf(entries), span, scope: 0 };
      const others = made.get(name);
      if (others) others.push(call);
      else made.set(name, [call]);
    }
  }
  return made;
});

/** The records that code of Python writes out, in whatever way. */
function describedIn({ facts }: Module): readonly Settings[] {
  if (facts.language !== 'python') return [];
  const written = [
    ...facts.scopes.flatMap(({ bindings }) => bindings.flatMap(({ value }) => value ?? [])),
    ...facts.calls.flatMap(({ arguments: given }) => given.map(({ value }) => value)),
    ...facts.stores.map(({ value }) => value),
  ];
  const records = written.flatMap(settingsIn);
  const made = facts.calls.filter(({ callee }) => lastName(callee) === 'dict').map(asSettings);
  return [...new Map([...records, ...made].map(one => [one.span, one])).values()];
}

/** `dict(type="Net")` as the record that it makes. */
function asSettings({ arguments: given, span }: Call): Settings {
  const entries = given.flatMap(({ name, value }): readonly RecordEntry[] =>
    name === undefined || name === '**' ? [] : [{ key: { kind: 'string', value: name, span }, value }],
  );
  return { kind: 'record', entries, span };
}

/** Those of them that call what has a name. */
export function madeBy(data: Expression, name: string): readonly Call[] {
  return madeObjects(data).filter(({ callee }) => nameOf(callee) === name);
}

/** Last names of what settings have called. */
export function madeNames(data: Expression): readonly string[] {
  return [...new Set(madeObjects(data).flatMap(({ callee }) => nameOf(callee) ?? []))];
}

function nameOf(callee: Call['callee']): string | undefined {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'import' ? callee.name : undefined;
}

/** Every mapping of a file of settings. */
export function settingsIn(expression: Expression): readonly Settings[] {
  switch (expression.kind) {
    case 'record':
      return [expression, ...expression.entries.flatMap(({ value }) => settingsIn(value))];
    case 'list':
      return expression.items.flatMap(settingsIn);
    default:
      return [];
  }
}

/** The call that a mapping stands for. */
export const callsOf = oncePer(({ entries, span }: Settings): readonly Call[] => {
  for (const key of makers) {
    const callee = imported(entryOf(entries, key).value);
    if (callee) return [{ kind: 'call', callee, arguments: argumentsOf(entries), span, scope: 0 }];
  }
  return namedBy(entries, span);
});

/**
 * `net_cls: pkg.models.Net` or `net_type: small-net` beside `net:`: the class is called with the settings of that name as
 * they are.
 */
function callsBeside({ entries }: Settings): readonly Call[] {
  return entries.flatMap(({ key, value }): readonly Call[] => {
    const [, name] = (key?.kind === 'string' && besideMaker.exec(key.value)) || [];
    const given = name === undefined ? undefined : entryOf(entries, name).value;
    const callee = given?.kind === 'record' ? (imported(value) ?? registered(value)) : undefined;
    if (!given || !callee) return [];
    return [{ kind: 'call', callee, arguments: [{ value: given }], span: value.span, scope: 0 }];
  });
}

/** The class or the function that a dotted path names. */
function imported(path: Expression | undefined): Call['callee'] | undefined {
  if (path?.kind !== 'string' || !dottedPath.test(path.value)) return undefined;
  const { span } = path;
  const parts = path.value.split('.');
  const name = parts.pop();
  // `pkg.models.Net.from_pretrained` is a method of a class.
  const owner = parts.length > 1 && className.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const module = parts.join('.');
  if (owner === undefined || name === undefined) return { kind: 'import', module, name, span };
  return { kind: 'member', object: { kind: 'import', module, name: owner, span }, property: name, span };
}

/** What only a registry of the program knows: nobody says of which module. */
function registered(name: Expression | undefined): Call['callee'] | undefined {
  if (name?.kind !== 'string' || !registeredName.test(name.value)) return undefined;
  return { kind: 'import', module: '', name: name.value, span: name.span };
}

/** `type: Net`: nobody says of which module. */
function namedBy(entries: readonly RecordEntry[], span: Span): readonly Call[] {
  for (const key of namers) {
    const { value } = entryOf(entries, key);
    if (value?.kind !== 'string' || !className.test(value.value)) continue;
    const callee = { kind: 'import', module: '', name: value.value, span: value.span } as const;
    return [{ kind: 'call', callee, arguments: argumentsOf(entries), span, scope: 0 }];
  }
  return [];
}

/** Whether settings name what they have called by its bare name. */
export function isBareName({ callee }: Call): boolean {
  return callee.kind === 'import' && callee.module === '';
}

function argumentsOf(entries: readonly RecordEntry[]): readonly Argument[] {
  const inner = gifts.map(key => entryOf(entries, key).value).find(value => value?.kind === 'record');
  const given = inner?.kind === 'record' ? inner.entries : entries;
  // Hydra gives what stands under `_args_` by its place.
  const positional = entryOf(given, '_args_').value;
  return [
    ...(positional?.kind === 'list' ? positional.items.map(value => ({ value })) : []),
    ...given.flatMap(({ key, value }) => (key?.kind === 'string' ? { name: key.value, value } : [])),
  ];
}
