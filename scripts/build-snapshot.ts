/**
 * Builds the file of facts that ships with the program from the tables in a data folder: `npm run build:snapshot --
 * [data folder]`. The same tables give the same bytes. With `--live https://huggingface.co` the hub's own rows are read
 * anew, which takes as long as the hub's limits ask for.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command, InvalidArgumentError } from 'commander';
import { hubEndpoint } from '../src/model/endpoint.ts';
import { createTransport } from '../src/node/transport.ts';
import { encodeSnapshot } from './snapshot/encode.ts';
import { excludedIds } from './snapshot/exclude.ts';
import { refreshFromHub } from './snapshot/live.ts';
import { readSources, type Sources } from './snapshot/sources.ts';

interface Options {
  readonly live?: string;
  readonly most: number;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');
const program = new Command('npm run build:snapshot --')
  .argument('[data]', 'folder of the tables', join(root, '../shared/data'))
  .option('--live <endpoint>', 'read the rows of this hub anew', readEndpoint)
  .option('--most <count>', 'how many of the most downloaded models to read', readCount, 20_000)
  .option('--output <folder>', 'where the files go', join(root, 'assets'))
  .parse();
const { live, most, output } = program.opts<Options>();
const sources = await refreshed(readSources(program.processedArgs[0] as string));
const excluded = excludedIds(sources);
const file = encodeSnapshot(sources);
const bytes = gzipSync(JSON.stringify(file), { level: 9 });
// The header names the machine's system, which says nothing about the facts.
bytes[9] = 255;

mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'snapshot.json.gz'), bytes);
writeFileSync(
  join(output, 'snapshot-excluded.json'),
  `${JSON.stringify(Object.fromEntries(excluded), undefined, 2)}\n`,
);

for (const [id, why] of excluded) {
  console.log(`excluded ${id}: ${why}`);
}
console.log(
  `${file.columns.card.length} records (${file.columns.license.values.filter(value => value > 0).length} with a license statement), ` +
    `${file.datasets.gated.length} data sets, ${file.ranks.length} bare ids, ${excluded.size} excluded, ${bytes.length} bytes`,
);

async function refreshed(tables: Sources): Promise<Sources> {
  if (live === undefined) return tables;
  const transport = createTransport({
    token: undefined,
    tokenHost: '',
    userAgent: 'ptm-audit/snapshot',
    onWait: (host, seconds) => console.log(`${host} allows no more requests for ${seconds} s`),
  });
  const today = new Date().toISOString().slice(0, 10);
  return await refreshFromHub(tables, { endpoint: live, transport, most, today });
}

function readEndpoint(text: string): string {
  const endpoint = hubEndpoint(text);
  if (endpoint === undefined) throw new InvalidArgumentError('Write an http or https address.');
  return endpoint;
}

function readCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
