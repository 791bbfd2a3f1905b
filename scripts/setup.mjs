// What `npm start` and `npm test` do first: bring packages and bundle up to date. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const builtFrom = ['src', 'assets', 'scripts/build.mjs', 'package.json', 'package-lock.json'];

export function ensurePackages() {
  if (arePackagesCurrent()) return;
  console.error('Installing packages …');
  // Not `npm ci`: it refuses a lock file that leaves out the optional packages of other platforms.
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

export function ensureBundle() {
  const stamp = join(root, 'dist/.stamp');
  const state = sourceState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.error('Building …');
  run(process.execPath, ['scripts/build.mjs']);
  writeFileSync(stamp, state);
}

/** npm keeps a copy of the lock file beside what it installed: packages are current when the two agree. */
function arePackagesCurrent() {
  try {
    const wanted = lockedVersions('package-lock.json');
    const installed = lockedVersions('node_modules/.package-lock.json');
    return [...wanted].every(
      ([path, entry]) => entry.optional || installed.get(path)?.version === entry.version,
    );
  } catch {
    // Without the copy nothing is installed yet.
    return false;
  }
}

function lockedVersions(path) {
  const { packages } = JSON.parse(readFileSync(join(root, path), 'utf8'));
  return new Map(Object.entries(packages).filter(([key]) => key !== ''));
}

/** Changes whenever a file the bundle is made of is added, removed or written. */
function sourceState() {
  const hash = createHash('sha256');
  for (const path of builtFrom) if (existsSync(join(root, path))) addState(hash, path);
  return hash.digest('hex');
}

function addState(hash, path) {
  const info = statSync(join(root, path));
  if (!info.isDirectory()) {
    hash.update(`${path} ${info.size} ${info.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addState(hash, `${path}/${name}`);
}

/** npm's own words go to stderr, so that a report on stdout stays clean. */
function run(command, args) {
  const isShellNeeded = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: isShellNeeded });
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed`);
    process.exit(2);
  }
}
