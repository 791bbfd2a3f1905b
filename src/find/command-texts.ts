import type { Binding, Call, Expression } from '../model/syntax.ts';
import { appended } from './additions.ts';
import { isRun, listTexts } from './list-sums.ts';
import type { Module } from './module.ts';
import { lastNameOf, lastPartOf } from './module-path.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { jobCommands } from './service-jobs.ts';

/** Expressions of one file that are looked at, and how deep: generated code has any number. */
const maxCommands = 500;
const maxDepth = 12;

const script = /(?:^|[\s/"'=])([\w.-]+\.py)(?=$|\s|["'])/g;
const moduleOption = /(?:^|\s)-m\s+([\w.]+)/g;
/** What gives a path from what it is given. */
const pathCalls = /^(str|Path|PurePath|fspath|join|joinpath|abspath|realpath|normpath)$/;
/** What people read is not run. */
const says =
  /^(print|log|debug|info|warn|warning|error|exception|critical|add_argument|[A-Z]\w*(Error|Exception))$/;
const saysAs = /^(help|description|desc|epilog|usage)$/;

/** Stands for a script whose name is put together where the command is. */
export const anyScript = '*';

/** The texts and lists of a file that write a command line which starts a Python script. */
export const commandTexts = oncePer(findCommands);

/** The last names of the scripts that a file's command lines may start: `train.py`. */
export function scriptsNamedIn(module: Module): readonly string[] {
  const started = commandTexts(module).flatMap(command => [
    ...scriptNames(textsOf(module, command)),
    ...(startsHeldScript(command) ? [anyScript] : []),
  ]);
  const handed = argumentLists(module).length > 0 ? [anyScript] : [];
  return [...new Set([...started, ...handed, ...workersIn(module)])];
}

/** What a file puts in the place of `sys.argv`: the programs it imports read that. */
export function argumentLists({ calls, stores }: Module): readonly Expression[] {
  const patched = ['object', 'patch', 'setattr']
    .flatMap(name => calls.get(name) ?? [])
    .flatMap(call => {
      const { arguments: given } = call;
      const index = given.findIndex(
        ({ value }) => value.kind === 'string' && /^(sys\.)?argv$/.test(value.value),
      );
      return (index < 0 ? undefined : given[index + 1]?.value) ?? [];
    });
  const set = (stores.get('argv') ?? []).filter(({ object }) => lastName(object) === 'sys');
  return [...patched, ...set.map(({ value }) => value)];
}

/** The last names of the files that a page's workers run: `new Worker(new URL("./worker.js", import.meta.url))`. */
function workersIn(module: Module): readonly string[] {
  return workerPaths(module).map(lastNameOf);
}

/** The paths of the files that a page's workers run, as the page writes them. */
export function workerPaths({ calls }: Module): readonly string[] {
  return ['Worker', 'SharedWorker']
    .flatMap(name => calls.get(name) ?? [])
    .flatMap(call => workerPath(call) ?? []);
}

/** The path of the file that `new Worker(…)` runs. */
function workerPath({ arguments: [first] }: Call): string | undefined {
  const value = first?.value;
  if (value?.kind === 'string') return value.value;
  const inner =
    value?.kind === 'call' && lastName(value.callee) === 'URL' ? value.arguments[0]?.value : undefined;
  return inner?.kind === 'string' ? inner.value : undefined;
}

/** `train.py`, and `train.py` for `-m package.train`. */
function scriptNames(texts: readonly string[]): readonly string[] {
  const all = texts.join(' ');
  // Every text of every file is looked at, and few name a script.
  if (!all.includes('.py') && !all.includes('-m')) return [];
  const files = [...all.matchAll(script)].map(([, name = '']) => lastNameOf(name));
  const modules = [...all.matchAll(moduleOption)].map(([, name = '']) =>
    name.endsWith('.') ? anyScript : `${lastPartOf(name)}.py`,
  );
  return [...files, ...modules];
}

function findCommands(module: Module): readonly Expression[] {
  const { facts } = module;
  const found = new Map<Expression, Expression>();
  const look = (expression: Expression | undefined, whole = expression): void => {
    if (!expression || !whole || found.size >= maxCommands) return;
    const texts = textsOf(module, whole);
    // A flag beside it, or a list that another one with flags is added to, tells a command from a path.
    const isStarting = scriptNames(texts).length > 0 || startsHeldScript(expression);
    if (isStarting && !texts.some(isPage) && isCommand(module, whole, texts)) found.set(expression, whole);
  };
  for (const call of facts.calls) for (const value of valuesOf(call)) look(value);
  for (const [scope, { bindings }] of facts.scopes.entries()) {
    for (const binding of bindings) {
      const { kind, value } = binding;
      if (kind === 'assignment' || kind === 'member') look(value, wholeList(module, binding, scope));
    }
  }
  const started = new Set(found.keys());
  const all = new Set(found.values());
  for (const { bindings } of facts.scopes) for (const value of extensions(bindings, started)) all.add(value);
  const jobs = jobCommands(module);
  for (const { text } of jobs) if (text) all.delete(found.get(text) ?? text);
  return [...jobs.map(({ command }) => command), ...all].slice(0, maxCommands);
}

/** `command = ["train.py"]`, then `command.append("--model")`, `command.extend([…])`: all that the list has in the end. */
function wholeList(module: Module, binding: Binding, scope: number): Expression | undefined {
  const { value } = binding;
  if (value?.kind !== 'list') return value;
  const added = appended(module, binding, scope);
  return added.length === 0 ? value : { ...value, items: [...value.items, ...added] };
}

/** `cmd = f"{cmd} model.name=x"`, `cmd += " --model x"`: what is added to a command under its own name. */
function extensions(bindings: readonly Binding[], commands: ReadonlySet<Expression>): readonly Expression[] {
  const started = new Set<string>();
  return bindings.flatMap(({ name, value }) => {
    if (!value) return [];
    if (commands.has(value)) started.add(name);
    const first = value.kind === 'concat' && started.has(name) ? value.parts[0] : undefined;
    return first?.kind === 'name' && first.name === name ? [value] : [];
  });
}

/** `f"python {script} --model x"`, `f"{self.script} --model x".split()`, `[sys.executable, script, "--model", "x"]`. */
function startsHeldScript(expression: Expression): boolean {
  switch (expression.kind) {
    case 'list': {
      const [first, second] = expression.items;
      return first !== undefined && isPython(first) && second !== undefined && isHeld(second);
    }
    case 'concat': {
      const parts = expression.parts.filter(part => part.kind !== 'string' || part.value.trim() !== '');
      const [first, second] = parts;
      if (first && isHeld(first)) return second?.kind === 'string' && /^\s+-/.test(second.value);
      return parts.some((part, index) => {
        const next = parts[index + 1];
        return part.kind === 'string' && pythonAtEnd.test(part.value) && next !== undefined && isHeld(next);
      });
    }
    case 'call':
      return lastName(expression.callee) === 'split' && expression.callee.kind === 'member'
        ? startsHeldScript(expression.callee.object)
        : false;
    default:
      return false;
  }
}

const pythonAtEnd = /(^|[\s/])python[\d.]*\s+$/;

function isPython(word: Expression): boolean {
  return word.kind === 'string' ? /(^|\/)python[\d.]*$/.test(word.value) : lastName(word) === 'executable';
}

function isHeld({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'member' || kind === 'index';
}

function valuesOf({ callee, arguments: given }: Call): readonly Expression[] {
  if (says.test(lastName(callee) ?? '')) return [];
  return given.filter(({ name }) => !saysAs.test(name ?? '')).map(({ value }) => value);
}

/** A page that people read shows commands in fences. */
function isPage(text: string): boolean {
  return text.includes('```');
}

function isCommand(module: Module, expression: Expression, texts: readonly string[]): boolean {
  const hasFlag = texts.some(text => /(^|\s)(--?[A-Za-z]|--$)/.test(text));
  if (expression.kind !== 'concat') return hasFlag;
  const isOfLists = expression.parts.every(({ kind }) => kind !== 'string');
  const hasList = expression.parts.some(({ kind }) => kind === 'list');
  return (hasFlag || hasList) && (!isOfLists || isRun(module, expression, texts));
}

/** The texts of an expression, and of a sum of lists those of the lists that have names. */
function textsOf(module: Module, expression: Expression): readonly string[] {
  const own = textsIn(expression, 0);
  const named = expression.kind === 'concat' ? listTexts(module, expression, list => textsIn(list, 0)) : [];
  return named.length === 0 ? own : [...own, ...named];
}

/** The texts written in a list, a sum or a text with values put in. */
function textsIn(expression: Expression, depth: number): readonly string[] {
  if (depth > maxDepth) return [];
  switch (expression.kind) {
    case 'string':
      return [expression.value];
    case 'list':
      return expression.items.flatMap(item => textsIn(item, depth + 1));
    case 'concat':
      return expression.parts.flatMap(part => textsIn(part, depth + 1));
    case 'element':
      return textsIn(expression.of, depth + 1);
    case 'each':
      return textsIn(expression.item, depth + 1);
    case 'call': {
      // `"train.py --model x".split()`, `"train.py {}".format(x)`, `str(folder / "train.py")`.
      const { callee, arguments: given } = expression;
      const path = pathCalls.test(lastName(callee) ?? '') ? given.map(({ value }) => value) : [];
      const inner = callee.kind === 'member' ? [callee.object, ...path] : path;
      return inner.flatMap(part => textsIn(part, depth + 1));
    }
    default:
      return [];
  }
}
