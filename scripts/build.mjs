// Bundles the program: `node scripts/build.mjs`.
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  legalComments: 'none',
  // Its default entry is UMD, which no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

// Packages in CommonJS ask for these at run time; a module has none of them by itself.
const commonJsNames = `import{createRequire as ptmCreateRequire}from'node:module';import{fileURLToPath as ptmToPath}from'node:url';import{dirname as ptmDirname}from'node:path';const require=ptmCreateRequire(import.meta.url);const __filename=ptmToPath(import.meta.url);const __dirname=ptmDirname(__filename);`;

const assets = {
  'web-tree-sitter.wasm': 'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python.wasm': 'node_modules/tree-sitter-python/tree-sitter-python.wasm',
  'snapshot.json.gz': 'assets/snapshot.json.gz',
};

await rm(join(root, 'dist'), { recursive: true, force: true });
await mkdir(join(root, 'dist/assets'), { recursive: true });
await Promise.all([buildModules(), buildExtension(), copyAssets()]);

/** Command line and server share their chunks; the TypeScript parser is one that loads on first use. */
async function buildModules() {
  const entries = await present({
    cli: 'src/cli/main.ts',
    server: 'src/server/main.ts',
    'search-worker': 'src/node/search-worker.ts',
  });
  await build({
    ...shared,
    entryPoints: entries,
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    banner: { js: commonJsNames },
  });
}

async function buildExtension() {
  const entries = await present({ extension: 'src/extension/main.ts' });
  if (Object.keys(entries).length === 0) return;
  await build({
    ...shared,
    entryPoints: entries,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external: ['vscode'],
  });
}

async function copyAssets() {
  const entries = await present(assets);
  await Promise.all(
    Object.entries(entries).map(([name, path]) => cp(join(root, path), join(root, 'dist/assets', name))),
  );
}

/** Leaves out what does not exist in this checkout, and says so. */
async function present(paths) {
  const checked = await Promise.all(
    Object.entries(paths).map(async ([name, path]) => {
      const exists = await stat(join(root, path)).then(
        () => true,
        () => false,
      );
      if (!exists) console.error(`build: ${path} is absent, left out`);
      return exists ? [[name, path]] : [];
    }),
  );
  return Object.fromEntries(checked.flat());
}
