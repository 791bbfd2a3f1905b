// `npm test`: sets itself up, runs every check and every suite, and ends with one line of totals.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBundle, ensurePackages, root } from './setup.mjs';

const totals = { passed: 0, failed: 0 };

ensurePackages();
check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
check('lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
check('fences between folders', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src']);
check('unused code', ['node_modules/knip/bin/knip.js']);
for (const name of generators()) check(`${name} is current`, ['--import=tsx', `scripts/${name}`, '--check']);
ensureBundle();
units();
editor();

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

function generators() {
  return readdirSync(join(root, 'scripts'))
    .filter(name => /^generate-.*\.ts$/.test(name))
    .sort();
}

function check(name, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  count(status === 0, name, `${stdout}${stderr}`);
}

function count(isPassed, name, details) {
  totals[isPassed ? 'passed' : 'failed'] += 1;
  console.log(`${isPassed ? 'ok    ' : 'FAILED'} ${name}`);
  if (!isPassed) console.log(details.trimEnd());
}

function units() {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-audit-test-'));
  const output = join(folder, 'units.json');
  const args = ['node_modules/mocha/bin/mocha.js', '--reporter=json', `--reporter-option=output=${output}`];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (existsSync(output)) reportUnits(JSON.parse(readFileSync(output, 'utf8')));
  else count(false, 'unit tests could not run', `${stdout}${stderr}`);
  rmSync(folder, { recursive: true });
}

function reportUnits({ stats, failures }) {
  totals.passed += stats.passes;
  totals.failed += failures.length;
  console.log(
    `${failures.length === 0 ? 'ok    ' : 'FAILED'} unit tests: ${stats.passes} passed, ${stats.pending} skipped`,
  );
  for (const { fullTitle, err } of failures)
    console.log(`FAILED ${fullTitle}\n${err.stack ?? err.message}\n`);
}

function editor() {
  const script = 'scripts/test-vscode.mjs';
  const results = join(root, '.vscode-test/results.json');
  if (!existsSync(join(root, script))) return;
  rmSync(results, { force: true });
  const { status } = spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' });
  if (!existsSync(results)) {
    count(false, 'editor suite', `${script} ended with ${status} and left no results`);
    return;
  }
  const { passed, failed } = JSON.parse(readFileSync(results, 'utf8'));
  totals.passed += passed.length;
  totals.failed += failed;
  if (status !== 0 && failed === 0) count(false, 'editor suite', `${script} ended with ${status}`);
}
