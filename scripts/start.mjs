// `npm start -- <folder>`: audits a folder with the facts of the embedded snapshot, setting itself up where needed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBundle, ensurePackages, root } from './setup.mjs';

ensurePackages();
ensureBundle();

const given = process.argv.slice(2);
if (given.length === 0) console.error('No folder given: auditing media/sample. Yours: npm start -- <folder>');
const target = given.length === 0 ? [join(root, 'media/sample')] : given;

// npm runs scripts in the package's folder; relative paths are meant from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...target, '--offline'], {
  cwd,
  stdio: 'inherit',
});
process.exit(status ?? 2);
