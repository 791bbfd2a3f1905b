/**
 * A stand-in for the hubs on this machine, for tests and for trying things out. Point `HF_ENDPOINT` at the address it
 * prints: `npm run hub -- --fixtures test/fixtures/hub`.
 */
import { Command, InvalidArgumentError } from 'commander';
import { faults } from './hub/faults.ts';
import { generateModels } from './hub/generate.ts';
import { type Limit, parseLimit } from './hub/rate-limit.ts';
import { readRecords } from './hub/read-records.ts';
import { noRecords } from './hub/records.ts';
import { startStandInHub } from './hub/server.ts';

interface Options {
  readonly fixtures?: string;
  readonly generate: number;
  readonly port: number;
  readonly limit?: Limit;
  readonly token: readonly string[];
  readonly grant: readonly string[];
  readonly fault: readonly string[];
}

const program = new Command('npm run hub --')
  .description('Answers as the Hugging Face Hub, GitHub, Ollama, ModelScope and Kaggle do, on loopback only.')
  .option('--fixtures <folder>', 'records to answer from, such as test/fixtures/hub')
  .option('--generate <count>', 'so many made-up models beside them', wholeNumber, 0)
  .option('--port <number>', 'any free port without it', wholeNumber, 0)
  .option(
    '--limit <requests/seconds>',
    'API calls in a window, such as 500/300; no limit without it',
    readLimit,
  )
  .option('--token <token>', 'a valid token; without any, every token is (repeatable)', collect, [])
  .option('--grant <token>', 'a token that may read gated files (repeatable)', collect, [])
  .option('--fault <pattern=fault>', "such as '/api/models/some/*=cut' (repeatable)", collect, [])
  .addHelpText('after', `\n${faultHelp()}\n`)
  .parse();

const options = program.opts<Options>();
const records = options.fixtures === undefined ? noRecords : readRecords(options.fixtures);
const models = [...records.models, ...generateModels(options.generate)];
const hub = await startStandInHub({
  records: { ...records, models },
  port: options.port,
  grants: options.grant,
  ...(options.limit === undefined ? {} : { limit: options.limit }),
  ...(options.token.length === 0 ? {} : { tokens: options.token }),
});
for (const order of options.fault) {
  const at = order.lastIndexOf('=');
  hub.order(order.slice(0, at), order.slice(at + 1));
}
console.log(`${hub.endpoint}  ${models.length} models; what came: ${hub.endpoint}/stand-in/requests`);
// The servers alone do not keep a process alive.
const forever = setInterval(() => undefined, 2 ** 30);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(forever);
    void hub.close();
  });
}

function faultHelp(): string {
  const width = Math.max(...Object.keys(faults).map(name => name.length));
  const lines = Object.entries(faults).map(([name, { what }]) => `  ${name.padEnd(width)}  ${what}`);
  return ['Faults, for --fault or for the header X-Stand-In-Fault of one request:', ...lines].join('\n');
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

function readLimit(text: string): Limit {
  try {
    return parseLimit(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
