/**
 * Prints what becomes of every license tag, name and address in the collected data, with counts, so that a person can
 * read whether each is rightly known or rightly unknown.
 * Usage: npm run bench:licenses -- [data folder]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { licenseOf } from '../src/license/catalogue.ts';
import { identifyLicense } from '../src/license/identify.ts';
import type { LicenseIdentity } from '../src/license/types.ts';
import { readSources } from './snapshot/sources.ts';

interface Written {
  readonly text: string;
  count: number;
  readonly from: Set<string>;
}

const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'data');
const written = new Map<string, Written>();

collect();
print();

function collect(): void {
  const sources = readSources(folder);
  for (const { tags } of [...sources.hub, ...rows('hub/liagent-datasets-708.ndjson.gz')]) tagged(tags);
  for (const { license } of sources.timm) add('timm', license);
  for (const { license } of sources.mteb) add('mteb', license);
  for (const { license } of sources.localai) add('localai', license);
  for (const { license, card } of rows('cards/model-cards-870.ndjson.gz')) {
    add('card', license);
    for (const [, field, value = ''] of (card ?? '').matchAll(/^(license(?:_name|_link)?):[ \t]*(.*)$/gm)) {
      add(`card ${field}`, value.replaceAll(/^["']|["']$/g, ''));
    }
  }
  const repositories: Record<string, { readonly license?: string | null }> = JSON.parse(
    text('usage/liagent-repo-models-dev.json.gz'),
  );
  for (const { license } of Object.values(repositories)) add('repository', license);
}

function tagged(tags: readonly string[] = []): void {
  for (const tag of tags) if (tag.startsWith('license:')) add('tag', tag.slice('license:'.length));
}

interface Row {
  readonly tags?: readonly string[];
  readonly license?: string;
  readonly card?: string;
}

function rows(name: string): readonly Row[] {
  return text(name)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}

function text(name: string): string {
  return gunzipSync(readFileSync(join(folder, name))).toString('utf8');
}

function add(from: string, license: string | null | undefined): void {
  const key = license ?? '';
  const entry = written.get(key) ?? { text: key, count: 0, from: new Set() };
  entry.count += 1;
  entry.from.add(from);
  written.set(key, entry);
}

function print(): void {
  const sorted = [...written.values()].sort((a, b) => b.count - a.count);
  const groups = { known: 0, undescribed: 0, none: 0, unknown: 0 };
  const started = performance.now();
  const identities = sorted.map(({ text }) => identifyLicense(text));
  const elapsed = performance.now() - started;
  for (const [at, { text, count, from }] of sorted.entries()) {
    const identity = identities[at];
    if (identity === undefined) continue;
    const group = groupOf(identity);
    groups[group] += 1;
    console.log(
      [
        String(count).padStart(6),
        group.padEnd(11),
        text.padEnd(60),
        wordsOf(identity),
        [...from].join('+'),
      ].join('  '),
    );
  }
  console.log(`\n${sorted.length} distinct:`, groups);
  console.log(`${((elapsed / sorted.length) * 1000).toFixed(0)} microseconds each`);
}

/** `undescribed` is a license with an id of its own whose clauses nobody has written down. */
function groupOf(identity: LicenseIdentity): 'known' | 'undescribed' | 'none' | 'unknown' {
  if (identity.kind === 'none' || identity.kind === 'unknown') return identity.kind;
  return licenseOf(identity) === undefined ? 'undescribed' : 'known';
}

function wordsOf(identity: LicenseIdentity): string {
  if (identity.kind === 'spdx') return identity.expression;
  if (identity.kind === 'named') return identity.ref;
  return identity.kind === 'unknown' ? identity.why : 'none';
}
