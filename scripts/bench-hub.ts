// `npm run bench:hub`: what looking models up costs a hub, and what many processes, a kill and a lost network do to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createResolver } from '../src/hub/resolver.ts';
import { readSnapshot } from '../src/hub/snapshot.ts';
import { createCache } from '../src/node/cache.ts';
import { cacheVersion, decodeEntry } from '../src/node/cache-entry.ts';
import { createTransport } from '../src/node/transport.ts';
import { generateModels } from './hub/generate.ts';
import { type StandInHub, startStandInHub } from './hub/server.ts';
import { ensureBundle } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ptm-audit-bench-hub-'));
const failures: string[] = [];

ensureBundle();
await benchRecords();
await benchProcesses();
await benchKill();
await benchOffline();
rmSync(scratch, { recursive: true });
for (const failure of failures) console.log(`MISSED: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function tell(what: string, result: string, isMet = true): void {
  console.log(`${what.padEnd(24)} ${result}`);
  if (!isMet) failures.push(`${what}: ${result}`);
}

/** A thousand records of a hub that allows five hundred requests in a window. */
async function benchRecords(): Promise<void> {
  const models = generateModels(1000);
  const hub = await startStandInHub({ records: { models }, limit: { requests: 500, seconds: 4 } });
  const cache = join(scratch, 'records');
  const cold = await resolveAll(hub, cache, models);
  const perModel = hub.received.length / models.length;
  tell('records', `${cold.found} of ${models.length} found in ${cold.seconds} s`, cold.found === 1000);
  tell('requests per model', `${perModel.toFixed(3)} (at most 1.2)`, perModel <= 1.2);
  tell('refused by the limit', `${hub.refusedByLimit} requests`, hub.refusedByLimit <= 1);
  const before = hub.received.length;
  const warm = await resolveAll(hub, cache, models);
  const again = hub.received.length - before;
  tell('the same, kept', `${warm.found} found with ${again} requests in ${warm.seconds} s`, again === 0);
  await hub.close();
}

async function resolveAll(
  hub: StandInHub,
  cacheFolder: string,
  models: ReturnType<typeof generateModels>,
): Promise<{ found: number; seconds: string }> {
  const resolver = createResolver({
    transport: createTransport({ token: undefined, tokenHost: '', userAgent: 'bench', maxConcurrent: 8 }),
    cache: createCache(cacheFolder),
    snapshot: await readSnapshot(readFileSync(join(root, 'assets/snapshot.json.gz'))),
    clock: { now: () => new Date() },
    log: { info: () => undefined, warn: () => undefined },
    endpoint: hub.endpoint,
    token: undefined,
    isPrivate: () => false,
  });
  const start = performance.now();
  const lookups = await Promise.all(
    models.map(({ record }) =>
      resolver.resolve('huggingface', record.id, undefined, { mayAskNetwork: true, isPatient: true }),
    ),
  );
  return {
    found: lookups.filter(({ state }) => state === 'found').length,
    seconds: ((performance.now() - start) / 1000).toFixed(1),
  };
}

/** Twenty audits of one repository at once, on one cache; then one more. */
async function benchProcesses(): Promise<void> {
  const hub = await startStandInHub({ records: { models: generateModels(100) } });
  const folder = repositoryOf(generateModels(100).map(({ record }) => record.id));
  const cache = join(scratch, 'shared');
  const audits = await Promise.all(Array.from({ length: 20 }, () => audit(folder, hub.endpoint, cache)));
  const isWhole = audits.every(({ known }) => known === 100);
  tell('20 audits at once', `${isWhole ? 'each' : 'NOT each'} knows all 100 models`, isWhole);
  const unknown = new Set(audits.flatMap(({ output }) => output.match(/unknown: .*|: .*too long.*/g) ?? []));
  for (const why of unknown) tell('', why);
  const asked = hub.received.map(({ method, url }) => `${method} ${url}`);
  const twice = asked.length - new Set(asked).size;
  tell('their requests', `${asked.length}, of them ${twice} asked before (at most 20)`, twice <= 20);
  const damaged = await damagedEntries(cache);
  tell('their cache', `${damaged.whole} whole entries, ${damaged.torn} torn`, damaged.torn === 0);
  const before = hub.received.length;
  await audit(folder, hub.endpoint, cache);
  const again = hub.received.length - before;
  tell('a warm audit', `${again} requests`, again === 0);
  await hub.close();
}

function repositoryOf(ids: readonly string[]): string {
  const folder = mkdtempSync(join(scratch, 'repository-'));
  const loads = ids.map(id => `AutoModel.from_pretrained("${id}")`);
  writeFileSync(join(folder, 'app.py'), `from transformers import AutoModel\n${loads.join('\n')}\n`);
  return folder;
}

/** A whole run of the built command line. */
async function audit(
  folder: string,
  endpoint: string,
  cache: string,
  ...options: readonly string[]
): Promise<{ known: number; output: string }> {
  const env = { ...process.env, HF_ENDPOINT: endpoint, PTM_AUDIT_CACHE: cache, HF_TOKEN: '', NO_COLOR: '1' };
  const args = [join(root, 'dist/cli.js'), folder, '--fail-on', 'never', ...options];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child, 'close');
  return { known: output.split('\n').filter(line => / (live|cache .*)$/.test(line)).length, output };
}

/** A process that is killed in the middle of a thousand writes. */
async function benchKill(): Promise<void> {
  const folder = join(scratch, 'killed');
  const script = join(root, 'test/support/cache-process.ts');
  const child = spawn(process.execPath, ['--import=tsx', script, 'write', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const { whole, torn } = await damagedEntries(folder);
  tell('killed while writing', `${whole} whole entries, ${torn} torn`, torn === 0 && whole >= 200);
}

async function damagedEntries(folder: string): Promise<{ whole: number; torn: number }> {
  const files = readdirSync(join(folder, cacheVersion), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name)));
  const entries = await Promise.all(files.map(decodeEntry));
  const whole = entries.filter(entry => entry !== undefined).length;
  return { whole, torn: files.length - whole };
}

/** An audit where no network is: the report says where its facts come from, and of when they are. */
async function benchOffline(): Promise<void> {
  const folder = repositoryOf(['google-bert/bert-base-uncased', 'nobody/unknown']);
  const { output } = await audit(folder, 'http://127.0.0.1:1', join(scratch, 'offline'), '--offline');
  const lines = output
    .split('\n')
    .filter(line => /snapshot|unknown:|Nothing is known|oldest fact/.test(line));
  tell(
    'without a network',
    lines.map(line => line.trim()).join('\n                         '),
    lines.length >= 3,
  );
}
