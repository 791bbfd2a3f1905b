import { launcherNames } from '../loaders/commands/invocation.ts';
import type { Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';

type Name = Extract<Expression, { kind: 'name' }>;

const maxDepth = 12;
/** Words of the lists that one name is given, and names of one sum, that are looked at. */
const maxWords = 400;
const maxNames = 12;
/** Lists that one name is given that are looked at: one that gets more holds data. */
const maxLists = 8;

/** The texts of the lists that names in a sum have in the same function: `launcher + script + args`. */
export function listTexts(
  module: Module,
  sum: Expression,
  textsIn: (list: Expression) => readonly string[],
): readonly string[] {
  const names = new Map(namesIn(sum, 0).map(name => [keyOf(name), name]));
  return [...names.values()].slice(0, maxNames).flatMap(name => textsNamed(module, name, textsIn));
}

/** The names that a sum of lists adds up: what has a text beside it is a text. */
function namesIn(expression: Expression, depth: number): readonly Name[] {
  if (expression.kind !== 'concat' || depth > maxDepth) return [];
  if (expression.parts.some(({ kind }) => kind === 'string')) return [];
  return expression.parts.flatMap(part => (part.kind === 'name' ? part : namesIn(part, depth + 1)));
}

function keyOf({ name, scope }: Name): string {
  return `${scope} ${name}`;
}

const known = new WeakMap<Module, Map<string, readonly string[]>>();

function textsNamed(
  module: Module,
  name: Name,
  textsIn: (list: Expression) => readonly string[],
): readonly string[] {
  const ofModule = known.get(module) ?? new Map<string, readonly string[]>();
  known.set(module, ofModule);
  const before = ofModule.get(keyOf(name));
  if (before) return before;
  const bound = (module.bindings[name.scope]?.get(name.name) ?? []).slice(0, maxLists);
  const texts = bound.flatMap(({ kind, value }) =>
    kind === 'assignment' && value && isWordList(value) ? textsIn(value) : [],
  );
  const found = texts.slice(0, maxWords);
  ofModule.set(keyOf(name), found);
  return found;
}

/** `["train.py", "--size", "3"]`, `"train.py --size 3".split()`. */
function isWordList(value: Expression): boolean {
  if (value.kind === 'list') return value.items.length <= maxWords;
  return value.kind === 'call' && lastName(value.callee) === 'split';
}

const starts = new RegExp(`(^|[\\s/])(python[\\d.]*|${launcherNames.join('|')})($|\\s)`);
const runs = /run|call|exec|popen|system|spawn|launch|submit|start|invoke|output|shell/i;

/**
 * Whether lists that are added up are run, as lists of data are not: what starts a script stands among them, or something
 * that runs commands gets them.
 */
export function isRun(
  module: Module,
  sum: Extract<Expression, { kind: 'concat' }>,
  texts: readonly string[],
): boolean {
  const startsPython = (part: Expression): boolean =>
    part.kind === 'list' && part.items.some(item => lastName(item) === 'executable');
  if (texts.some(text => starts.test(text)) || sum.parts.some(startsPython)) return true;
  const run = runIn(module);
  return run.values.has(sum) || (run.holders.get(sum) ?? []).some(name => run.names.has(name));
}

/** What a file gives to calls that run commands. */
interface Run {
  readonly values: ReadonlySet<Expression>;
  /** The last names of what they get. */
  readonly names: ReadonlySet<string>;
  /** The names of what holds a sum. */
  readonly holders: ReadonlyMap<Expression, readonly string[]>;
}

const runIn = oncePer((module: Module): Run => {
  const values = new Set<Expression>();
  const names = new Set<string>();
  const add = (value: Expression, depth: number): void => {
    if (depth > maxDepth) return;
    values.add(value);
    const name = lastName(value);
    if (name !== undefined) names.add(name);
    // `run(" ".join(command))`, `run(command + more)`.
    const parts = value.kind === 'call' ? value.arguments.map(one => one.value) : [];
    for (const part of value.kind === 'concat' ? value.parts : parts) add(part, depth + 1);
  };
  const { calls, scopes, stores } = module.facts;
  for (const { callee, arguments: given } of calls)
    if (runs.test(lastName(callee) ?? '')) for (const { value } of given) add(value, 0);
  const held = [
    ...scopes.flatMap(({ bindings }) => bindings).map(({ name, value }) => [value, name] as const),
    ...stores.map(({ property, value }) => [value, property] as const),
  ];
  const holders = new Map<Expression, string[]>();
  for (const [value, name] of held) {
    if (value?.kind !== 'concat') continue;
    const all = holders.get(value);
    if (all) all.push(name);
    else holders.set(value, [name]);
  }
  const run = { values, names, holders };
  return run;
});
