import { readFile } from 'node:fs/promises';
import type { AssetName, Assets } from '../model/outside.ts';

/** Where a run from source finds each asset, seen from the repository's root. */
const sources: Readonly<Record<AssetName, string>> = {
  'web-tree-sitter.wasm': 'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'node_modules/tree-sitter-python/tree-sitter-python.wasm',
  'snapshot.json.gz': 'assets/snapshot.json.gz',
};

/** The files that ship with the program: beside the bundle, or where a run from source has them. */
export function createAssets(): Assets {
  return {
    async read(name) {
      try {
        return await readFile(new URL(`./assets/${name}`, import.meta.url));
      } catch {
        // Not a bundle: this file stands in src/node.
        return await readFile(new URL(`../../${sources[name]}`, import.meta.url));
      }
    },
  };
}
