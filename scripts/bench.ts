// `npm run bench -- <folder> [--runs <n>]`: how long an audit takes, how much memory it needs, and what a key press costs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSession } from '../src/audit/session.ts';
import { loaders } from '../src/loaders/registry.generated.ts';
import { createEnvironment } from '../src/node/environment.ts';
import { ensureBundle } from './setup.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(options.runs);
const keyPresses = 50;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(positionals[0] ?? join(root, 'media/sample'));
const scratch = mkdtempSync(join(tmpdir(), 'ptm-audit-bench-'));
const kept = mkdtempSync(join(scratch, 'kept-'));
const edits = 20;

ensureBundle();
const audits = repeat(runs, () => auditOnce());
const searches = repeat(runs, searchOnce);
const audit = median(audits.map(run => run.milliseconds));
const search = median(searches);
console.log(`folder            ${folder}`);
console.log(`files             ${audits[0]?.files}`);
console.log(`audit, cold       ${audit.toFixed(0)} ms (median of ${runs})`);
console.log(`peak memory       ${(median(audits.map(run => run.kilobytes)) / 1024).toFixed(0)} MB`);
console.log(
  `rg, candidates    ${search.toFixed(0)} ms; the audit takes ${(audit / search).toFixed(1)} times as long`,
);
const again = median(
  repeat(runs + 1, () => auditOnce(kept))
    .slice(1)
    .map(run => run.milliseconds),
);
console.log(
  `audit, unchanged  ${again.toFixed(0)} ms (median of ${runs}), ${(again / search).toFixed(1)} times as long`,
);
console.log(
  `one edit          ${(await editMedian()).toFixed(1)} ms with the whole folder read (median of ${edits})`,
);
console.log(
  `one key press     ${(await keyPressMedian()).toFixed(1)} ms in a file of 1,000 lines (median of ${keyPresses})`,
);
rmSync(scratch, { recursive: true });

/** A whole run of the built command line, with nothing cached. */
function auditOnce(cache = mkdtempSync(join(scratch, 'cache-'))): {
  milliseconds: number;
  kilobytes: number;
  files: number;
} {
  const output = join(scratch, 'report.json');
  // The child tells its own peak as it leaves, so that no tool of the system is needed.
  const peak = "process.on('exit',()=>require('fs').writeSync(2,'peak '+process.resourceUsage().maxRSS))";
  const preload = `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('file:///');${peak}`;
  const args = [
    '--import',
    preload,
    join(root, 'dist/cli.js'),
    folder,
    '--offline',
    '--format=json',
    `--output=${output}`,
  ];
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, [...args, '--fail-on=never'], {
    encoding: 'utf8',
    env: { ...process.env, PTM_AUDIT_CACHE: cache },
  });
  const milliseconds = performance.now() - start;
  const peakText = /peak (\d+)/.exec(stderr)?.[1];
  if (peakText === undefined) throw new Error(stderr);
  const report = JSON.parse(readFileSync(output, 'utf8')) as { summary: { files: number } };
  return { milliseconds, kilobytes: Number(peakText), files: report.summary.files };
}

/** The names of all calls that load, and texts in quotes of the form of an id: what makes a file a candidate. */
function candidatePattern(): string {
  const names = loaders.flatMap(({ calls }) =>
    calls.map(({ callee }) => callee.slice(callee.lastIndexOf('.') + 1)),
  );
  const words = [...new Set(names)].filter(name => name !== '*').map(name => name.replaceAll('$', '\\$'));
  return `\\b(?:${words.join('|')})\\b|["'\`][\\w.-]+[/-][\\w./-]+["'\`]`;
}

/** The least any tool has to do: list the files that could name a model. */
function searchOnce(): number {
  const endings = ['py', 'ipynb', 'js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'];
  const start = performance.now();
  const args = ['--no-unicode', '-l', '-e', candidatePattern(), '-g', `*.{${endings}}`, folder];
  const { error } = spawnSync('rg', args, { maxBuffer: 2 ** 28 });
  if (error) throw new Error('rg is needed to compare with: install ripgrep', { cause: error });
  return performance.now() - start;
}

async function keyPressMedian(): Promise<number> {
  const log = { info: () => undefined, warn: () => undefined };
  const overrides = { network: 'never' as const };
  const session = await createSession(
    await createEnvironment({ root: scratch, log, overrides, variables: {} }),
  );
  const times: number[] = [];
  for (let press = 0; press < keyPresses; press += 1) {
    const text = `${longFile()}# ${'x'.repeat(press)}\n`;
    const start = performance.now();
    await session.auditDocument({ file: 'long.py', text }, { live: false });
    times.push(performance.now() - start);
  }
  return median(times);
}

/** A constant is changed that a call in another place takes, while every file of the folder is known. */
async function editMedian(): Promise<number> {
  const log = { info: () => undefined, warn: () => undefined };
  const overrides = { network: 'never' as const };
  const session = await createSession(
    await createEnvironment({ root: folder, log, overrides, variables: {} }),
  );
  await session.readRepository({});
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const text = longFile().replace('bert-base', edit % 2 === 0 ? 'bert-large' : 'bert-base');
    const start = performance.now();
    await session.auditDocument({ file: 'ptm_audit_bench.py', text }, { live: false });
    times.push(performance.now() - start);
  }
  return median(times);
}

function longFile(): string {
  const parts = Array.from({ length: 125 }, (_, index) => {
    const load = index % 10 === 0 ? 'AutoModel.from_pretrained(NAME)' : `helper_${index}(value)`;
    return `\ndef step_${index}(value: int, scale: float = 1.0) -> int:\n    """Does step ${index}."""\n    items = [value * n for n in range(10)]\n    for item in items:\n        value += int(item * scale)\n    return ${load}\n`;
  });
  return `from transformers import AutoModel\nNAME = "bert-base-uncased"\n${parts.join('')}`;
}

function repeat<T>(times: number, run: () => T): T[] {
  return Array.from({ length: times }, run);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
