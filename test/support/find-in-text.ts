import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Finder } from '../../src/find/finder.ts';
import type { AssetName, Assets } from '../../src/model/outside.ts';
import type { ModelReference } from '../../src/model/reference.ts';
import { loadParser, type ParsedFile, parseText, sourceKind } from '../../src/parse/index.ts';

const require = createRequire(import.meta.url);
const folders: Readonly<Record<AssetName, string>> = {
  'web-tree-sitter.wasm': path.dirname(require.resolve('web-tree-sitter')),
  'tree-sitter-python.wasm': path.dirname(require.resolve('tree-sitter-python/package.json')),
  'snapshot.json.gz': path.join(import.meta.dirname, '../../assets'),
};

/** The program's own files, read from where the build takes them. */
export const sourceAssets: Assets = { read: name => readFile(path.join(folders[name], name)) };

/** Parses a text, whatever it says. */
export async function parseSource(file: string, text: string): Promise<ParsedFile> {
  await loadParser(sourceKind(file), sourceAssets);
  return parseText(file, text);
}

/** Parses and searches a text as the audit does, with no id known. */
export async function findInText(file: string, text: string): Promise<readonly ModelReference[]> {
  return await findInFiles({ [file]: text });
}

/** Parses and searches the files of a small repository. */
export async function findInFiles(
  files: Readonly<Record<string, string>>,
  isKnownId: (id: string) => boolean = () => false,
): Promise<readonly ModelReference[]> {
  const finder = new Finder(new Set(Object.keys(files)), isKnownId);
  for (const [file, text] of Object.entries(files)) {
    finder.set(file, await parseSource(file, text), text.length);
  }
  finder.search(finder.stale());
  return finder.references();
}
