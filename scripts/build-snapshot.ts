/**
 * Builds the file of facts that ships with the program from the tables in a data folder:
 * `npx tsx scripts/build-snapshot.ts [data folder]`. The same tables give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeSnapshot } from './snapshot/encode.ts';
import { excludedIds } from './snapshot/exclude.ts';
import { readSources } from './snapshot/sources.ts';

const root = join(import.meta.dirname, '..');
const sources = readSources(process.argv[2] ?? join(root, '../shared/data'));
const excluded = excludedIds(sources);
const file = encodeSnapshot(sources);
const bytes = gzipSync(JSON.stringify(file), { level: 9 });
// The header names the machine's system, which says nothing about the facts.
bytes[9] = 255;

mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'assets/snapshot.json.gz'), bytes);
writeFileSync(
  join(root, 'assets/snapshot-excluded.json'),
  `${JSON.stringify(Object.fromEntries(excluded), undefined, 2)}\n`,
);

for (const [id, why] of excluded) {
  console.log(`excluded ${id}: ${why}`);
}
console.log(
  `${file.columns.card.length} records (${file.columns.license.values.filter(value => value > 0).length} with a license statement), ` +
    `${file.ranks.length} bare ids, ${excluded.size} excluded, ${bytes.length} bytes`,
);
