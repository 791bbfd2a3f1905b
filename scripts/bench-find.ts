// `npm run bench:find -- <folder of checkouts> --expected <file>`: which of the models that somebody else found in these
// repositories the audit finds. A checkout's folder is called `owner+name`; the file is JSON, gzipped or not:
// {"owner/name": {"models": ["owner/model"]}}.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createSession } from '../src/audit/session.ts';
import { readSnapshot } from '../src/hub/snapshot.ts';
import type { ModelReference } from '../src/model/reference.ts';
import type { AuditReport } from '../src/model/report.ts';
import { createAssets } from '../src/node/assets.ts';
import { createEnvironment } from '../src/node/environment.ts';
import { findWritings, type Writing } from './written-ids.ts';

interface Result {
  readonly repository: string;
  readonly milliseconds: number;
  readonly found: ReadonlySet<string>;
  /** Of those, the ids that a loading call takes; the others are only mentioned. */
  readonly loaded: ReadonlySet<string>;
  /** Expected, and written where a program reads it. */
  readonly written: readonly string[];
  /** Of those, the ids that only files write which are skipped as copies of somebody else's. */
  readonly vendored: readonly string[];
  readonly misses: ReadonlyMap<string, readonly Writing[]>;
  readonly report: AuditReport;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    expected: { type: 'string' },
    only: { type: 'string' },
    output: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined || options.expected === undefined) {
  throw new Error(
    'npm run bench:find -- <folder of checkouts> --expected <file> [--only <part of a name>] [--output <file>]',
  );
}
const expected = readExpected(options.expected);
const snapshot = await readSnapshot(await createAssets().read('snapshot.json.gz'));
const oldIds = new Map<string, readonly string[]>();
for (const id of snapshot.ids()) {
  const today = canonical(id);
  if (today !== id) oldIds.set(today, [...(oldIds.get(today) ?? []), id]);
}

const results: Result[] = [];
for (const name of readdirSync(folder).toSorted()) {
  const repository = name.replace('+', '/');
  const models = expected.get(repository.toLowerCase());
  if (!models || (options.only !== undefined && !name.includes(options.only))) continue;
  const result = await benchmark(resolve(folder, name), repository, models);
  results.push(result);
  print(result);
}
printTotals();
if (options.output !== undefined) writeFileSync(options.output, JSON.stringify(results.map(plain)));

async function benchmark(root: string, repository: string, models: readonly string[]): Promise<Result> {
  const log = { info: () => undefined, warn: () => undefined };
  const environment = await createEnvironment({ root, log, overrides: { network: 'never' }, variables: {} });
  const start = performance.now();
  const report = await (await createSession(environment)).auditRepository({});
  const milliseconds = performance.now() - start;
  const found = foundIds(report, () => true);
  const loaded = foundIds(report, ({ evidence }) => evidence === 'loaded');
  const spellings = new Map(models.map(id => [id, spellingsOf(id)]));
  const writings = await findWritings(environment.files, new Set([...spellings.values()].flat()));
  const copies = report.skipped
    .filter(({ why }) => why.startsWith('a copy of '))
    .map(({ file }) => `${file}/`);
  const isInCopy = (place: string): boolean => copies.some(folder => place.startsWith(folder));
  const places = (id: string): readonly Writing[] =>
    (spellings.get(id) ?? []).flatMap(spelling => writings.get(spelling) ?? []);
  const inCode = models.filter(id => places(id).some(({ isCode }) => isCode));
  const isVendored = (id: string): boolean =>
    !found.has(id) && places(id).every(({ place, isCode }) => !isCode || isInCopy(place));
  const vendored = inCode.filter(isVendored);
  const written = inCode.filter(id => !vendored.includes(id));
  const misses = new Map(written.filter(id => !found.has(id)).map(id => [id, places(id)]));
  return { repository, milliseconds, found, loaded, written, vendored, misses, report };
}

/** Every model that a reference resolves to, by the id it goes by today. */
function foundIds(
  { references, models }: AuditReport,
  isCounted: (reference: ModelReference) => boolean,
): ReadonlySet<string> {
  const today = new Map(
    models.flatMap(({ key, lookup }) => (lookup.state === 'found' ? [[key, lookup.record.id]] : [])),
  );
  return new Set(
    references.flatMap(({ reference, model }) => {
      if (reference.target === undefined || model === undefined || !isCounted(reference)) return [];
      const id = today.get(model) ?? reference.target;
      return canonical(reference.hub === 'spacy' && !id.includes('/') ? `spacy/${id}` : id);
    }),
  );
}

function canonical(id: string): string {
  return snapshot.renamed(id) ?? id;
}

/** The id, those it went by, and the bare names that its own library takes. */
function spellingsOf(id: string): readonly string[] {
  const bare = /^(?:spacy|sentence-transformers)\/(.+)$/.exec(id)?.[1];
  return [...new Set([id, ...(oldIds.get(id) ?? []), ...(bare === undefined ? [] : [bare])])];
}

function readExpected(file: string): ReadonlyMap<string, readonly string[]> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const repositories = JSON.parse(text) as Record<string, { models: string[] }>;
  return new Map(Object.entries(repositories).map(([name, { models }]) => [name.toLowerCase(), models]));
}

function print({ repository, milliseconds, found, loaded, written, vendored, misses }: Result): void {
  const hits = written.length - misses.size;
  const copies = vendored.length > 0 ? `, ${vendored.length} only in copies of libraries` : '';
  const seconds = (milliseconds / 1000).toFixed(1);
  console.log(
    `${repository}: ${found.size} found (${loaded.size} loaded), ${hits} of ${written.length} expected ${share(hits, written.length)}${copies}, ${seconds} s`,
  );
  for (const [id, places] of misses) {
    console.log(`  miss ${id}`);
    const first = places.toSorted((a, b) => Number(b.isCode) - Number(a.isCode)).slice(0, 4);
    for (const { place, line, isCode } of first)
      console.log(`    ${isCode ? 'code' : 'text'} ${place}: ${line}`);
  }
}

function printTotals(): void {
  const sum = (count: (result: Result) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const written = sum(result => result.written.length);
  const hits = written - sum(result => result.misses.size);
  console.log(`\nrepositories ${results.length}`);
  console.log(
    `ids found    ${sum(result => result.found.size)}, ${sum(result => result.loaded.size)} of them loaded`,
  );
  console.log(
    `expected     ${written}, and ${sum(result => result.vendored.length)} only in copies of libraries`,
  );
  console.log(`recall       ${hits} of ${written} ${share(hits, written)}`);
  const loaded = sum(result => result.written.filter(id => result.loaded.has(id)).length);
  console.log(`as loaded    ${loaded} of ${written} ${share(loaded, written)}`);
  console.log(`time         ${(sum(result => result.milliseconds) / 1000).toFixed(1)} s`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `(${((100 * part) / whole).toFixed(1)} %)`;
}

/** What a reader needs who goes on from here: every reference, and every place of a miss. */
function plain({ report, found, loaded, misses, ...rest }: Result): object {
  const { references, skipped } = report;
  return {
    ...rest,
    found: [...found],
    loaded: [...loaded],
    misses: Object.fromEntries(misses),
    references,
    skipped,
  };
}
