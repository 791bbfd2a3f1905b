import type { Language } from '../model/syntax.ts';
import { namesInFolders, searchedFolders } from '../parse/python-search-path.ts';
import { computed, decoration } from './callee-names.ts';
import { anyScript } from './command-texts.ts';
import { lastNameOf, lastPartOf } from './module-path.ts';
import { mayImportNamed, modulesQuotedIn } from './named-modules.ts';
import { handingOf, holderOf } from './outline.ts';

// Brackets that never close end where the next statement of the kind starts: each is looked through once.
const pythonFrom =
  /(?<![^\n])[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\((?:[^)\n]*\n(?![ \t]*from[ \t]))*[^)\n]*\)|[^\n#;]*)/g;
const pythonImport =
  /(?<![^\n])[ \t]*import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*)/g;
/** `exec(f"from .{name} import {listed}")`. */
const pythonExecuted = /\bexec\(\s*f?["']from[ \t]+([.\w]*)\{/g;
const quotedWord = /["'](\w+)["']/g;
/** Of packages, files of the repository import others by their paths alone. */
const scriptPath =
  /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']((?:\.{1,2}|@|~|\$lib|src)\/[^"'\n]+)["']/g;

const called = /(?<![\w$])([A-Za-z_$][\w$]*)[ \t]*\(|@([\w.]+)/g;
const pythonClass = /(?<![^\n])[ \t]*class[ \t]+\w+[ \t]*\(((?:[^)\n]*\n(?![ \t]*class[ \t]))*[^)\n]*)\)/g;
const scriptClass = /\bextends[ \t]+([\w$.]+)/g;

/** What a text that by itself neither loads nor names a model can have to do with others of its repository. */
export interface Sketch {
  /** The modules that it imports, as it writes them. */
  readonly imports: readonly string[];
  /** Names that it calls, or that it imports and may hand on. Comments and texts count, so there may be some too many. */
  readonly calls: readonly string[];
  /** Last names of the classes that its own extend. */
  readonly bases: readonly string[];
  /** What it gives another name: `Net Model` of `from .nets import Net as Model`. */
  readonly renames: readonly string[];
  /** Last names of the scripts that it may start. */
  readonly scripts: readonly string[];
  readonly language: Language;
}

/** Sketches a text without parsing it; undefined for one that neither imports nor starts anything. */
export function sketchOf(text: string, language: Language): Sketch | undefined {
  const imports = [...new Set(language === 'python' ? allPythonNames(text) : scriptNames(text))];
  const scripts = [...new Set(language === 'python' ? startedScripts(text) : startedWorkers(text))];
  if (imports.length + scripts.length === 0) return undefined;
  const calls = [...text.matchAll(called)].map(([, name, mark]) => name ?? lastPartOf(mark ?? ''));
  const bases = [...text.matchAll(language === 'python' ? pythonClass : scriptClass)].flatMap(
    ([, listed = '']) => plainNames(listed).map(lastPartOf),
  );
  const handed = imports.map(lastPartOf);
  const made = callsWhatIsLookedUp(text, new Set(handed)) ? [computed] : [];
  const renames = language === 'python' ? [...new Set(renamesIn(text))] : [];
  // What is imported by its name is only named there.
  const ownText = language === 'python' ? text.replace(pythonFrom, '') : text;
  const held =
    language === 'python'
      ? [
          ...calledResults(text, calls),
          ...holdersIn(ownText, handed, renames),
          ...handedOn(text),
          ...handedToCalls(ownText, handed, renames),
        ]
      : [...handedToCalls(ownText, handed, renames)];
  return {
    imports,
    calls: [...new Set([...calls, ...handed, ...made, ...held])],
    bases: [...new Set(bases)],
    renames,
    scripts,
    language,
  };
}

const argument = /[=(,[][ \t]*(?:\r?\n[ \t]*)?([A-Za-z_]\w*)[ \t]*(?=[,)\]\r\n])/g;

/** What a text hands on by its bare name may have come with all names of a module: `from jobs import *`, `Thread(target=work)`. */
function handedOn(text: string): readonly string[] {
  if (!/\bimport[ \t]+\*/.test(text)) return [];
  return [...text.matchAll(argument)].map(([, name = '']) => name);
}

/** Between an argument and what stands before it: blanks, line ends and comments, though not a page of them. */
const gap = '(?:[ \\t]*(?:(?:#|//)[^\\r\\n]*)?\\r?\\n){0,20}[ \\t]*';
const argumentOfCall = new RegExp(
  `[=(,]${gap}((?:[A-Za-z_]\\w*\\.)*)([A-Za-z_]\\w*)[ \\t]*(?:(?:#|//)[^\\r\\n]*)?(?=[,)\\r\\n])`,
  'g',
);
/** `Job("x").run`. */
const methodOfMade = /(?<!\w)[A-Z]\w*\([^()\n]*\)\.([A-Za-z_]\w*)[ \t]*(?=[,)\r\n])/g;
/** `job = Job(`. */
const madeObject = /(?<![\w.])([A-Za-z_]\w*)[ \t]*=[ \t]*(?:new[ \t]+)?(?:\w+\.)*[A-Z]\w*\(/g;
const importedAs = /(?<![^\n])[ \t]*import[ \t]+[\w.]+[ \t]+as[ \t]+(\w+)/g;
const scriptImports =
  /\bimport[ \t]*(?:type[ \t]+)?(?:[\w$]+[ \t]*,[ \t]*)?\{([^{}]*)\}|\b(?:const|let|var)[ \t]*\{([^{}]*)\}[ \t]*=[ \t]*(?:await[ \t]+)?(?:require|import)\(/g;
const scriptFunction = /\bfunction[ \t]+([\w$]+)/g;

/** Functions that a text gives to calls, which it imports, under another name too, defines, or has from an object that it makes. */
function* handedToCalls(
  text: string,
  handed: readonly string[],
  renames: readonly string[],
): Generator<string> {
  const known = new Set([...handed, ...renames.map(lastWordOf)]);
  for (const pattern of [defined, scriptFunction, madeObject, importedAs])
    for (const [, name = ''] of text.matchAll(pattern)) known.add(name);
  // `import a.b` binds its first part.
  for (const [, listed = ''] of text.matchAll(pythonImport))
    for (const name of plainNames(listed)) known.add(name.slice(0, `${name}.`.indexOf('.')));
  for (const [, imported, required = ''] of text.matchAll(scriptImports))
    for (const name of (imported ?? required).split(','))
      known.add(lastWordOf(name.replace(':', ' ').trim()));
  for (const [, owners = '', name = ''] of text.matchAll(argumentOfCall))
    if (known.has(owners === '' ? name : owners.slice(0, owners.indexOf('.')))) yield handingOf(name);
  for (const [, name = ''] of text.matchAll(methodOfMade)) yield handingOf(name);
}

function lastWordOf(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

const starts =
  /subprocess|\bsagemaker\b|\bazureml\b|\bazure\.ai\.ml\b|\bos\.(?:system|popen|exec\w+|spawn\w+)\(/;
const startedScript = /(?<![\w.-])[\w.-]+\.py\b/g;
/** A command line in a text, whatever function of the repository or of a library runs it. */
const startedWithFlags = /(?<![\w.-])([\w.-]+\.py)["',\s]{1,40}--?[A-Za-z]/g;
const startedModule = /-m["',\s]+([\w.]+)/g;
/** A script whose name is put together, or arguments that are put in the place of the command line's. */
const startsAny = /\bsys\.executable\b|python3?\s+\{|\bsys\.argv\s*=(?!=)|["'](?:sys\.)?argv["']/;

function* startedScripts(text: string): Generator<string> {
  if (startsAny.test(text)) yield anyScript;
  if (text.includes('.py')) for (const [, name = ''] of text.matchAll(startedWithFlags)) yield name;
  if (!starts.test(text)) return;
  for (const [name] of text.matchAll(startedScript)) yield name;
  for (const [, name = ''] of text.matchAll(startedModule)) yield `${lastPartOf(name)}.py`;
}

const startedWorker = /\b(?:Shared)?Worker\(\s*(?:new\s+URL\(\s*)?["'`]([^"'`\n]+)["'`]/g;

function* startedWorkers(text: string): Generator<string> {
  for (const [, path = ''] of text.matchAll(startedWorker)) yield lastNameOf(path);
}

const looked = /(?<![\w$])([A-Za-z_$][\w$]*)\[/g;

/** A variable that holds a class which something gives: `net_cls = registry.get(kind)`. */
const heldClass =
  /(?<![\w$])([\w$]{0,40}(?:cls|class|klass|_type|constructor|factory))[ \t]*=[ \t]*[\w.]+[[(]/gi;
/** As many such variables are looked for in the whole text. */
const mostHeld = 40;

/** `make = get(kind)`. */
const kept = /(?<![\w$.])([A-Za-z_]\w*)[ \t]*=[ \t]*(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\(/g;
/** `get(kind)(path)`. */
const calledAtOnce = /(?<!\w)([A-Za-z_]\w*)\([^()\n]*\)\(/g;

/** Functions whose results a text calls: `make = get(kind)` with `make(path)`, and `get(kind)(path)`. */
function* calledResults(text: string, calls: readonly string[]): Generator<string> {
  const names = new Set(calls);
  for (const [, holder = '', maker = ''] of text.matchAll(kept))
    if (names.has(holder)) yield decoration + maker;
  if (text.includes(')(')) for (const [, maker = ''] of text.matchAll(calledAtOnce)) yield decoration + maker;
}

const defined = /(?<![^\n])[ \t]*(?:class|def)[ \t]+(\w+)/g;
/** A name that stands for itself, not for what calling it gives: in a table, after `return`, in a class's body. */
const bare =
  /(?:\b(?:return|else)[ \t]+|["'][ \t]*:[ \t]*|[=,[](?:[ \t]*\n)?[ \t]*)(?:[A-Za-z_]\w*\.)?([A-Za-z_]\w*)[ \t]*(?=[,\])}\r\n#]|if\b|or\b|$)/g;
const returnedResult = /\breturn[ \t]+(?:self\.)?([a-z_]\w*)\(/g;
const returnedTable = /\breturn[ \t]+[A-Za-z_]\w*\[/;

/** The functions and classes that a text may hold or hand out, which it imports, under another name too, or defines. */
function* holdersIn(text: string, handed: readonly string[], renames: readonly string[]): Generator<string> {
  const known = new Set(handed);
  const origins = new Map(renames.map(pair => pair.split(' ').toReversed() as [own: string, name: string]));
  for (const [, name = ''] of text.matchAll(defined)) known.add(name);
  for (const [, name = ''] of text.matchAll(bare)) {
    const origin = origins.get(name);
    if (known.has(name) || origin !== undefined) yield holderOf(name);
    if (origin !== undefined) yield holderOf(origin);
  }
  for (const [, name = ''] of text.matchAll(returnedResult)) yield holderOf(decoration + name);
  if (returnedTable.test(text)) yield holderOf(computed);
}

/** Whether a text may call what it looks up in a module, or in a table, an imported one or its own: `MODELS[kind](path)`. */
function callsWhatIsLookedUp(text: string, imported: ReadonlySet<string>): boolean {
  if (/\bgetattr\(/.test(text) && text.includes(')(')) return true;
  // What a module has that a text names may be a class.
  if (/\b(?:getattr|__getattribute__)\(/.test(text) && mayImportNamed(text)) return true;
  // Members of an enumeration may hold classes.
  if (text.includes('.value(')) return true;
  const held = new Set([...text.matchAll(heldClass)].map(([, name = '']) => name));
  if ([...held].slice(0, mostHeld).some(name => text.includes(`${name}(`))) return true;
  return text.split(']').some((before, index, pieces) => {
    const behind = pieces[index + 1];
    if (behind === undefined) return false;
    const tables = [...before.slice(before.lastIndexOf('\n') + 1).matchAll(looked)];
    return (
      tables.length > 0 && (behind.startsWith('(') || tables.some(([, name = '']) => imported.has(name)))
    );
  });
}

function allPythonNames(text: string): readonly string[] {
  const names = [...pythonNames(text), ...modulesQuotedIn(text)];
  const folders = searchedFolders(text);
  return [...names, ...names.flatMap(name => namesInFolders(name, folders))];
}

function* pythonNames(text: string): Generator<string> {
  for (const [, module = '', listed = ''] of text.matchAll(pythonFrom)) {
    yield module;
    // What is imported from a package may be a module of it.
    for (const name of plainNames(listed.replace(/[()]/g, '')))
      yield module.endsWith('.') ? module + name : `${module}.${name}`;
  }
  for (const [, listed = ''] of text.matchAll(pythonImport)) yield* plainNames(listed);
  // Which of the words the statement names is not looked at: most are no modules.
  for (const [, head = ''] of text.matchAll(pythonExecuted))
    for (const [, word = ''] of text.matchAll(quotedWord)) yield head + word;
}

function plainNames(listed: string): readonly string[] {
  return listed
    .split(',')
    .map(one => one.trim().split(/\s/)[0] ?? '')
    .filter(name => /^[\w.]+$/.test(name));
}

const renamed = /(?<!\w)(\w+)\s+as\s+(\w+)/g;
const alias = /(?<![^\n])([A-Za-z_]\w*)[ \t]*=[ \t]*([A-Za-z_]\w*)[ \t]*(?:#[^\n]*|\r)?(?![^\n])/g;

/** `Actor = ray.remote(Net)`, `Actor = ray.remote(num_gpus=1)(Net)`. */
const remote =
  /(?<![^\n])([A-Za-z_]\w*)[ \t]*=[ \t]*ray\.remote\((?:[^()\n]*\)\()?(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\)/g;

function* renamesIn(text: string): Generator<string> {
  for (const [, , listed = ''] of text.matchAll(pythonFrom))
    for (const [, name = '', own = ''] of listed.matchAll(renamed)) if (name !== own) yield `${name} ${own}`;
  for (const pattern of [alias, remote])
    for (const [, own = '', name = ''] of text.matchAll(pattern)) if (name !== own) yield `${name} ${own}`;
}

function* scriptNames(text: string): Generator<string> {
  for (const [, path = ''] of text.matchAll(scriptPath)) yield path;
}
