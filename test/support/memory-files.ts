import ignore, { type Ignore } from 'ignore';
import { type FileEntry, type Files, ReadError, type WalkOptions } from '../../src/model/outside.ts';

/** A repository that lives in memory: paths with `/` between their parts, text or bytes. */
export function memoryFiles(entries: Readonly<Record<string, string | Uint8Array>>): Files {
  const contents = new Map(Object.entries(entries).map(([path, content]) => [path, toBytes(content)]));
  const readNow = (path: string): Uint8Array => {
    const bytes = contents.get(path);
    if (bytes === undefined) throw new ReadError(`${path} does not exist.`);
    return bytes;
  };
  return {
    read: async path => readNow(path),
    readNow,
    async readIfPresent(path) {
      return contents.get(path);
    },
    async exists(path) {
      return [...contents.keys()].some(known => known === path || known.startsWith(`${path}/`));
    },
    async names(folder) {
      return namesIn([...contents.keys()], folder);
    },
    async *walk(options) {
      yield [...walk(contents, options)];
    },
  };
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function namesIn(paths: readonly string[], folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return paths
    .filter(path => path.startsWith(prefix))
    .map(path => path.slice(prefix.length))
    .filter(name => !name.includes('/'))
    .sort();
}

function* walk(contents: ReadonlyMap<string, Uint8Array>, options: WalkOptions): Iterable<FileEntry> {
  const configured = ignore().add([...options.ignore]);
  const ownIgnores = readIgnoreFiles(contents);
  for (const path of [...contents.keys()].sort()) {
    options.signal?.throwIfAborted();
    if (!options.isWanted(path) || !isNamed(path, options.paths)) continue;
    if (configured.ignores(path) || isIgnored(path, ownIgnores)) continue;
    yield { path, size: contents.get(path)?.length ?? 0, modified: 0 };
  }
}

function isNamed(path: string, paths: readonly string[] = []): boolean {
  return paths.length === 0 || paths.some(named => path === named || path.startsWith(`${named}/`));
}

/** By folder, with its trailing `/`; '' is the root. */
function readIgnoreFiles(contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Ignore> {
  const found = new Map<string, Ignore>();
  for (const [path, bytes] of contents) {
    if (path !== '.gitignore' && !path.endsWith('/.gitignore')) continue;
    found.set(path.slice(0, -'.gitignore'.length), ignore().add(new TextDecoder().decode(bytes)));
  }
  return found;
}

function isIgnored(path: string, ignores: ReadonlyMap<string, Ignore>): boolean {
  for (const [folder, rules] of ignores) {
    if (path.startsWith(folder) && rules.ignores(path.slice(folder.length))) return true;
  }
  return false;
}
