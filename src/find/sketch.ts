import type { Language } from '../model/syntax.ts';
import { computed } from './module.ts';
import { lastPartOf } from './module-path.ts';

const pythonFrom = /^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]*)/gm;
const pythonImport =
  /^[ \t]*import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*)/gm;
/** `exec(f"from .{name} import {listed}")`. */
const pythonExecuted = /\bexec\(\s*f?["']from[ \t]+([.\w]*)\{/g;
const quotedWord = /["'](\w+)["']/g;
/** Of packages, files of the repository import others by their paths alone. */
const scriptPath =
  /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']((?:\.{1,2}|@|~|\$lib|src)\/[^"'\n]+)["']/g;

const called = /\b([A-Za-z_$][\w$]*)[ \t]*\(|@([\w.]+)/g;
const pythonClass = /^[ \t]*class[ \t]+\w+[ \t]*\(([^)]*)\)/gm;
const scriptClass = /\bextends[ \t]+([\w$.]+)/g;

/** What a text that by itself neither loads nor names a model can have to do with others of its repository. */
export interface Sketch {
  /** The modules that it imports, as it writes them. */
  readonly imports: readonly string[];
  /** Names that it calls, or that it imports and may hand on. Comments and texts count, so there may be some too many. */
  readonly calls: readonly string[];
  /** Last names of the classes that its own extend. */
  readonly bases: readonly string[];
  readonly language: Language;
}

/** Sketches a text without parsing it; undefined for one that imports nothing. */
export function sketchOf(text: string, language: Language): Sketch | undefined {
  const imports = [...new Set(language === 'python' ? pythonNames(text) : scriptNames(text))];
  if (imports.length === 0) return undefined;
  const calls = [...text.matchAll(called)].map(([, name, mark]) => name ?? lastPartOf(mark ?? ''));
  const bases = [...text.matchAll(language === 'python' ? pythonClass : scriptClass)].flatMap(
    ([, listed = '']) => plainNames(listed).map(lastPartOf),
  );
  const handed = imports.map(lastPartOf);
  const made = callsFromTable(text, new Set(handed)) ? [computed] : [];
  return {
    imports,
    calls: [...new Set([...calls, ...handed, ...made])],
    bases: [...new Set(bases)],
    language,
  };
}

const looked = /\b([A-Za-z_$][\w$]*)\[[^\]\n]*\](\()?/g;

/** Whether a text may call what it looks up in a table, an imported one or one of its own: `MODELS[kind](path)`. */
function callsFromTable(text: string, imported: ReadonlySet<string>): boolean {
  for (const [, name = '', call] of text.matchAll(looked)) {
    if (call !== undefined || imported.has(name)) return true;
  }
  return false;
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

function* scriptNames(text: string): Generator<string> {
  for (const [, path = ''] of text.matchAll(scriptPath)) yield path;
}
