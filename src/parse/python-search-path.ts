/** A statement that adds a folder to those Python looks for modules in, and the folder as it is written. */
const addition = /(?<![^\n])[ \t]*sys\.path\.(?:append|insert)\(\s*(?:\d+\s*,\s*)?([^\n#;]*)/g;
/** One that adds a list of them, which is written there or has a name. */
const extension = /(?<![^\n])[ \t]*sys\.path\.extend\(\s*(?:([A-Za-z_]\w*)|(\[[^\]#]{0,2000}\]))\s*\)/g;
/** `[join(dirname(__file__), name) for name in ["lib", "tools"]]`. */
const comprehension = /^\[\s*(\S[^[\]]*?)\sfor\s+(\w+)\s+in\s+(\[[^[\]]*\]),?\s*\]$/;
/** A list up to the bracket that ends a line, its first or one of its own. */
const endingList = /^\[(?:[^\n]*|\r?\n[^#]*?\n)\](?=[ \t]*\r?\n)/;
const longestList = 4000;
/** As many folders are taken of one. */
const mostFolders = 50;
/** As many lists are looked for in the whole text. */
const mostLists = 8;
const quoted = /"[^"\n]*"|'[^'\n]*'/g;
/** What a folder may be written with beside texts: whatever else has a part in it, nobody can tell. */
const known =
  /\b(?:os\.)?path\.(?:join|dirname|abspath|realpath|normpath)\(|\bstr\(|\b(?:pathlib\.)?Path\(|__file__|\.(?:parent|resolve\(\)|absolute\(\))|[\s,/)]/g;
const stepUp = /dirname\(|\.parent\b/g;

/**
 * The folders that a program adds to its path of modules and names itself, each as the package that an import of all of it
 * would name: `helpers` for `sys.path.insert(1, "helpers")`, `..lib` for `"../lib"` and for a path made of `__file__`.
 */
export function searchedFolders(text: string): readonly string[] {
  if (!text.includes('sys.path')) return [];
  const added = [...text.matchAll(addition)].map(([, folder = '']) => folder);
  return [...new Set([...added, ...listedFolders(text)].flatMap(folder => packageOf(folder) ?? []))];
}

/** The folders of the lists that are added as a whole, each as it is written. */
function listedFolders(text: string): readonly string[] {
  return [...text.matchAll(extension)].slice(0, mostLists).flatMap(([, name, list]) => {
    const written = list ?? listNamed(name ?? '', text);
    const [, made, variable, names = written] = comprehension.exec(written) ?? [];
    const folders = names.includes('(') ? [] : (names.match(quoted) ?? []).slice(0, mostFolders);
    if (made === undefined) return folders;
    return folders.map(folder =>
      made.replaceAll(new RegExp(`(?<![\\w.])${variable}(?![\\w(])`, 'g'), () => folder),
    );
  });
}

/** The list that a line gives a name, as it is written: to the bracket that ends the line, or one of its own. */
function listNamed(name: string, text: string): string {
  const start = new RegExp(`(?<![^\\n])${name}[ \\t]*=[ \\t]*\\[`).exec(text);
  if (!start) return '';
  const from = start.index + start[0].length - 1;
  return endingList.exec(text.slice(from, from + longestList))?.[0] ?? '';
}

function packageOf(written: string): string | undefined {
  const path = (written.match(quoted) ?? []).map(text => text.slice(1, -1)).join('/');
  const code = written.replace(quoted, '');
  const isBelow = code.includes('__file__');
  const steps = code.match(stepUp)?.length ?? 0;
  if (code.replace(known, '') !== '' || isBelow !== steps > 0) return undefined;
  // Of a file the first step is the folder that it lies in.
  return dotted(path, isBelow ? steps - 1 : undefined);
}

/** `levels`: how far above the file's folder a path begins; undefined for one that begins where the program is started. */
function dotted(path: string, levels: number | undefined): string | undefined {
  if (levels === undefined && path.startsWith('/')) return undefined;
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  const first = parts.findIndex(part => part !== '..');
  const names = first < 0 ? [] : parts.slice(first);
  // A folder above is looked in for every module.
  if (names.length === 0 || !names.every(name => /^[\w-]+$/.test(name))) return undefined;
  const isAnywhere = levels === undefined && first === 0;
  return (isAnywhere ? '' : '.'.repeat(1 + (levels ?? 0) + first)) + names.join('.');
}

/** What a module of that name is called from the top of the repository, or from the file, where one of the folders has it. */
export function namesInFolders(module: string, folders: readonly string[]): readonly string[] {
  return module.startsWith('.') ? [] : folders.map(folder => `${folder}.${module}`);
}
