import type {
  Binding,
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Guard,
  Store,
  SyntaxFacts,
} from '../model/syntax.ts';
import { appliedCalls, boundValues, decorations, memberCalls, policyCalls } from './applied-calls.ts';
import { calleeNames, type FileNames } from './callee-names.ts';
import { holdersIn } from './holders.ts';
import { indexBy } from './index-by.ts';
import { dottedName, lastName } from './names.ts';
import { programScope } from './scopes.ts';

/** One file of the program under audit, its facts indexed for those who follow names. */
export interface Module {
  readonly file: string;
  readonly facts: SyntaxFacts;
  /** By scope, then by name. */
  readonly bindings: readonly ReadonlyMap<string, readonly Binding[]>[];
  /** By the scope of their bodies. */
  readonly classes: ReadonlyMap<number, Named<ClassDefinition>>;
  readonly functions: ReadonlyMap<number, Named<FunctionDefinition>>;
  /** The file's calls, and those that nobody writes out. */
  readonly allCalls: readonly Call[];
  /** By the last name of the callee, as written and as the module it comes from calls it. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  /** By the name of a function or a class, what calls of it go by where something of the file holds it. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  /** Classes by the last name of each class they extend. */
  readonly subclasses: ReadonlyMap<string, readonly Named<ClassDefinition>[]>;
  /** By the property they set. */
  readonly stores: ReadonlyMap<string, readonly Store[]>;
  /** Entries set by their key, by the last name of what they are set in. */
  readonly entries: ReadonlyMap<string, readonly Store[]>;
  /** Entries set by their key in what an entry is, by the last name of what that is an entry of. */
  readonly entriesBelow: ReadonlyMap<string, readonly Store[]>;
  /** By the dotted name, what conditions let through and what they keep out. */
  readonly limits: ReadonlyMap<string, readonly Guard[]>;
  /** By the dotted name that is compared with values. */
  readonly guards: ReadonlyMap<string, readonly Guard[]>;
  /** By the dotted name that is asked whether a path of that name is there. */
  readonly paths: ReadonlyMap<string, readonly Guard[]>;
  /** By the dotted name that a library is asked for. */
  readonly listed: ReadonlyMap<string, readonly Guard[]>;
  /** Functions written as an argument, by the scope of their bodies. */
  readonly callbacks: ReadonlyMap<number, Callback>;
}

export interface Named<T> {
  readonly name: string | undefined;
  readonly definition: T;
}

export interface Callback {
  readonly call: Call;
  readonly argument: number;
}

export function createModule(file: string, facts: SyntaxFacts): Module {
  const bindings = facts.scopes.map(scope => indexBy(scope.bindings, binding => [binding.name]));
  const classes = new Map<number, Named<ClassDefinition>>();
  const functions = new Map<number, Named<FunctionDefinition>>();
  const define = (value: Expression | undefined, name: string | undefined): void => {
    if (value?.kind === 'class' && !classes.has(value.scope))
      classes.set(value.scope, { name, definition: value });
    if (value?.kind === 'function' && !functions.has(value.scope)) {
      functions.set(value.scope, { name, definition: value });
    }
  };
  for (const scope of facts.scopes) for (const { name, value } of scope.bindings) define(value, name);
  const callbacks = new Map<number, Callback>();
  for (const call of facts.calls) {
    for (const [argument, { value }] of call.arguments.entries()) {
      if (value.kind !== 'function') continue;
      define(value, undefined);
      callbacks.set(value.scope, { call, argument });
    }
  }
  const parents = facts.scopes.map(({ parent }) => parent);
  const names: FileNames = {
    facts,
    bindings,
    parents,
    isTop: ({ name, scope }) => bindings[programScope(facts, scope)]?.has(name) === true,
  };
  const allCalls = [
    ...facts.calls,
    ...appliedCalls(facts.calls, bindings, parents),
    ...decorations(facts.scopes.flatMap(scope => scope.bindings)),
    ...policyCalls(facts.scopes.flatMap(scope => scope.bindings)),
    ...memberCalls(classes.values(), bindings),
  ];
  return {
    file,
    facts,
    bindings,
    classes,
    functions,
    allCalls,
    calls: indexBy(allCalls, ({ callee }) => calleeNames(callee, names)),
    holders: holdersIn(names, functions.values(), classes.values()),
    subclasses: indexBy([...classes.values()], ({ definition }) =>
      definition.bases.flatMap(base => lastName(base) ?? []),
    ),
    stores: indexBy([...facts.stores, ...facts.calls.flatMap(namedStore)], store => [store.property]),
    entries: indexBy(facts.stores, ({ key, object }) => (key ? [lastName(object) ?? ''] : [])),
    entriesBelow: indexBy(facts.stores, ({ key, object }) =>
      key && object.kind === 'index' ? [lastName(object.object) ?? ''] : [],
    ),
    guards: guardsBy(facts.guards, ({ test }) => test === undefined),
    limits: guardsBy(facts.guards, ({ values }) => values.length > 0 && values.every(isWritten)),
    paths: guardsBy(facts.guards, guard => asksForPath(guard, bindings, parents)),
    listed: guardsBy(facts.guards, guard => asksTimm(guard, bindings, parents)),
    callbacks,
  };
}

/** What a file without code is to the values that are written in it: settings, commands. */
export function moduleOfData(file: string): Module {
  return createModule(file, noFacts);
}

/** `setattr(config, "model", name)` sets what `config.model = name` does. */
function namedStore({ callee, arguments: given, span }: Call): readonly Store[] {
  const [object, key, value] = given;
  if (callee.kind !== 'name' || callee.name !== 'setattr' || key?.value.kind !== 'string') return [];
  return object && value
    ? [{ object: object.value, property: key.value.value, value: value.value, span, within: undefined }]
    : [];
}

/** What calls of Python that no code writes stand in. */
export function moduleOfCalls(file: string, calls: readonly Call[]): Module {
  return createModule(file, { ...noFacts, calls });
}

export function isData({ facts }: Module): boolean {
  return facts === noFacts;
}

const noFacts: SyntaxFacts = {
  language: 'python',
  scopes: [{ kind: 'module', name: undefined, parent: undefined, bindings: [], starImports: [] }],
  calls: [],
  stores: [],
  guards: [],
  alternatives: [],
  failing: [],
  literals: [],
  exports: [],
  imports: [],
  directives: [],
  problems: [],
};

function guardsBy(guards: readonly Guard[], isMeant: (guard: Guard) => boolean): Map<string, Guard[]> {
  return indexBy(guards.filter(isMeant), ({ subject }) => [dottedName(subject) ?? '']);
}

function isWritten({ kind }: Expression): boolean {
  return kind === 'string' || kind === 'literal';
}

function asksForPath(
  { test, asked }: Guard,
  bindings: readonly ReadonlyMap<string, readonly Binding[]>[],
  parents: readonly (number | undefined)[],
): boolean {
  if (test !== 'path' && test !== 'no-path') return false;
  const values = asked?.kind === 'name' ? boundValues(asked, bindings, parents) : undefined;
  return values?.some(value => value.kind === 'import' && value.module === 'os.path') ?? true;
}

/** `timm.list_models`, whatever the file calls timm, and `list_models` imported from there. */
function asksTimm(
  { test, asked }: Guard,
  bindings: readonly ReadonlyMap<string, readonly Binding[]>[],
  parents: readonly (number | undefined)[],
): boolean {
  if (test !== 'listed') return false;
  let root = asked;
  while (root?.kind === 'member') root = root.object;
  const values = root?.kind === 'name' ? boundValues(root, bindings, parents) : [];
  return values.some(value => value.kind === 'import' && /^timm(\.|$)/.test(value.module));
}
