// Packs the extension: `node scripts/package-vsix.mjs [file.vsix]`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBundle, ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `.vscodeignore` chooses from. */
const sources = [
  '.vscodeignore',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'THIRD-PARTY-NOTICES.txt',
  'dist',
  'media/icon.png',
  'syntaxes',
];

/**
 * Packs a copy, because the packer refuses a manifest whose `files` (the allow-list of the npm package) stands
 * beside a `.vscodeignore`, and would run the scripts of the other package.
 */
export async function packageExtension(target) {
  const stage = join(root, '.vscode-test/stage');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  for (const source of sources.filter(path => existsSync(join(root, path)))) {
    await cp(join(root, source), join(stage, source), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const key of [
    'files',
    'bin',
    'scripts',
    'dependencies',
    'devDependencies',
    'optionalDependencies',
    'exports',
  ]) {
    delete manifest[key];
  }
  await writeFile(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    resolve(target),
  ];
  execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: stage, stdio: 'inherit' });
  return resolve(target);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensurePackages();
  ensureBundle();
  await packageExtension(process.argv[2] ?? join(root, 'ptm-audit.vsix'));
}
