import type { Language } from '../model/syntax.ts';

const pythonFrom = /^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]*)/gm;
const pythonImport =
  /^[ \t]*import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*)/gm;
/** Of packages, files of the repository import others by their paths alone. */
const scriptPath =
  /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']((?:\.{1,2}|@|~|\$lib|src)\/[^"'\n]+)["']/g;

/**
 * The modules that a text imports, as it writes them, without parsing it: those of the repository's own among them say
 * whose functions the file may call.
 */
export function importedModules(text: string, language: Language): readonly string[] {
  const names = language === 'python' ? pythonNames(text) : scriptNames(text);
  return [...new Set(names)];
}

function* pythonNames(text: string): Generator<string> {
  for (const [, module = '', listed = ''] of text.matchAll(pythonFrom)) {
    yield module;
    // What is imported from a package may be a module of it.
    for (const name of plainNames(listed.replace(/[()]/g, '')))
      yield module.endsWith('.') ? module + name : `${module}.${name}`;
  }
  for (const [, listed = ''] of text.matchAll(pythonImport)) yield* plainNames(listed);
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
