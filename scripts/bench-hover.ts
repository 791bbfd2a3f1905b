// `npm run bench:hover`: what a person waits for in an editor, measured on the built server over its standard streams.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { eventually, makeFolder, removeFolder, startClient, uriOf } from '../test/server/client.ts';
import { ensureBundle } from './setup.mjs';

const lines = 1000;
const loads = 50;
const hovers = 200;
const keyPresses = 20;
const ids = [
  'bert-base-uncased',
  'openai-community/gpt2',
  'google/gemma-2b',
  'timm/resnet50.a1_in1k',
  'a/unknown',
];

ensureBundle();
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = makeFolder({ LICENSE: 'MIT License\n' });
const uri = uriOf(join(folder, 'long.py'));
const start = performance.now();
const client = await startClient({
  server: [join(root, 'dist/server.js')],
  folders: [folder],
  settings: { network: 'never' },
  variables: { PTM_AUDIT_CACHE: join(folder, '.cache') },
});
const started = performance.now() - start;
try {
  const opened = performance.now();
  await client.open(uri, longFile(0));
  await eventually('the first diagnostics', () => client.latest(uri)?.version === 1);
  const first = performance.now() - opened;
  const hover = await hoverTimes();
  const fresh = await freshHoverTimes();
  const typed = await typingTimes();
  console.log(`a Python file of ${lines.toLocaleString('en')} lines with ${loads} loads`);
  console.log(`start of the server        ${started.toFixed(0)} ms`);
  console.log(`opening to diagnostics     ${first.toFixed(0)} ms`);
  console.log(`hover (${hovers})                ${summary(hover)}`);
  console.log(`hover after a key press    ${summary(fresh)} (${keyPresses})`);
  console.log(
    `key press to diagnostics   ${summary(typed)}, 300 ms of it the pause in typing (${keyPresses})`,
  );
} finally {
  await client.stop();
  removeFolder(folder);
}

async function hoverTimes(): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < hovers; index += 1) {
    const line = (lines / loads) * (index % loads) + 1;
    const asked = performance.now();
    const text = await client.hover(uri, { line, character: 40 });
    times.push(performance.now() - asked);
    if (text === '') throw new Error(`No hover in line ${line}.`);
  }
  return times;
}

/** The text has just changed, so that it is read anew before the answer. */
async function freshHoverTimes(): Promise<number[]> {
  const times: number[] = [];
  for (let press = 1; press <= keyPresses; press += 1) {
    await client.change(uri, longFile(press));
    const asked = performance.now();
    await client.hover(uri, { line: 1, character: 40 });
    times.push(performance.now() - asked);
  }
  return times;
}

async function typingTimes(): Promise<number[]> {
  const times: number[] = [];
  for (let press = 1; press <= keyPresses; press += 1) {
    const pressed = performance.now();
    const version = await client.change(uri, longFile(keyPresses + press));
    await eventually('the new diagnostics', () => client.latest(uri)?.version === version);
    times.push(performance.now() - pressed);
  }
  return times;
}

function longFile(press: number): string {
  const text = Array.from({ length: lines }, (_, line) => {
    if (line === 0) return 'from transformers import AutoModel';
    if (line % (lines / loads) !== 1) return `value_${line} = [number * ${line} for number in range(10)]`;
    return `model_${line} = AutoModel.from_pretrained("${ids[Math.floor(line / 20) % ids.length]}")`;
  });
  return `${text.join('\n')}\n# ${'x'.repeat(press)}\n`;
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}
