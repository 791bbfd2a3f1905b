/**
 * `npm run bench:verdicts -- <data folder> [--use a,b] [--sample <kind> <count> <seed>]`: judges every pair of a
 * repository and a model it uses, as far as both name a license, against the facts that ship. Prints how many are
 * unknown, what pairs of licenses come to, and what one verdict costs; with `--sample`, verdicts drawn at random, to
 * be read one by one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { backgroundOf } from '../src/audit/background.ts';
import { shippedFacts } from '../src/audit/shipped-facts.ts';
import { createResolver, type Resolver } from '../src/hub/resolver.ts';
import { judgeModel, type LicensedModel } from '../src/judge/judge-model.ts';
import { identifyLicense } from '../src/license/identify.ts';
import { type Use, uses } from '../src/model/project.ts';
import type { BoundStatement, Judgment } from '../src/model/verdict.ts';
import { createAssets } from '../src/node/assets.ts';

interface Pair {
  readonly repository: string;
  readonly project: string;
  readonly model: LicensedModel;
}

interface Judged extends Pair {
  readonly judgment: Judgment;
}

// Whoever read the output has seen enough.
process.stdout.on('error', () => process.exit());

const shownRows = 40;
const [folder = '', ...options] = process.argv.slice(2);
const use = readUse(optionValues('--use', 1)[0]);
const pairs = await readPairs();
const start = performance.now();
const judged = pairs.map((pair): Judged => {
  const judgment = judgeModel(pair.model, { projectLicense: pair.project, use, acts: [] });
  return { ...pair, judgment };
});
const microseconds = ((performance.now() - start) * 1000) / Math.max(1, judged.length);
const [kind, count, seed] = optionValues('--sample', 3);
if (kind === undefined) printTables();
else printSample(kind, Number(count), Number(seed));

function optionValues(name: string, length: number): readonly string[] {
  const at = options.indexOf(name);
  return at < 0 ? [] : options.slice(at + 1, at + 1 + length);
}

function readUse(text: string | undefined): readonly Use[] {
  return uses.filter(one => text?.split(',').includes(one));
}

/** Every pair in which both name a license; what a hub calls `other` is named, too. */
async function readPairs(): Promise<readonly Pair[]> {
  const file = join(folder, 'usage/liagent-repo-models-dev.json.gz');
  const usage: Readonly<Record<string, { models: readonly string[]; license: string | null }>> = JSON.parse(
    gunzipSync(readFileSync(file)).toString(),
  );
  const resolver = await snapshotResolver();
  const models = new Map<string, Promise<LicensedModel | undefined>>();
  const modelOf = (id: string) => {
    const known = models.get(id) ?? readModel(id, resolver);
    models.set(id, known);
    return known;
  };
  const all = Object.entries(usage).flatMap(([repository, { models: ids, license }]) =>
    ids.map(id => ({ repository, license, id })),
  );
  const isNamed = (license: string | null) => license !== null && license !== 'NOASSERTION';
  const declared = await Promise.all(
    all.map(async ({ repository, license, id }) => {
      const model = await modelOf(id);
      const isPair = isNamed(license) && model !== undefined;
      return isPair ? [{ repository, project: license ?? '', model }] : [];
    }),
  );
  console.log(`pairs of a repository and a model   ${all.length}`);
  return declared.flat();
}

async function readModel(id: string, resolver: Resolver): Promise<LicensedModel | undefined> {
  const offline = { mayAskNetwork: false };
  const lookup = await resolver.resolve('huggingface', id, undefined, offline);
  if (lookup.state !== 'found' || !lookup.record.license?.id) return undefined;
  const background = await backgroundOf(lookup, resolver, offline);
  return { id: lookup.record.id, license: lookup.record.license, background };
}

/** Answers from the facts that ship, and from nothing else. */
async function snapshotResolver(): Promise<Resolver> {
  const { snapshot } = await shippedFacts(createAssets());
  return createResolver({
    snapshot,
    transport: { send: () => Promise.reject(new Error('offline')) },
    cache: { get: async () => undefined, set: async () => undefined, exclusively: (_key, work) => work() },
    clock: { now: () => new Date() },
    log: { info: () => undefined, warn: () => undefined },
    endpoint: 'https://huggingface.co',
    token: undefined,
    isPrivate: () => false,
  });
}

function printTables(): void {
  const kinds = countBy(judged, verdictWords);
  console.log(`both name a license                 ${judged.length}, use: ${use.join(', ') || 'not stated'}`);
  for (const [name, number] of kinds) console.log(`${name.padEnd(35)} ${number} (${percent(number)})`);
  console.log(`one verdict                         ${microseconds.toFixed(1)} µs`);
  console.log(`through a base model                ${percent(judged.filter(isInherited).length)}`);
  printRows(
    'Why unknown',
    countBy(judged.filter(isUnknown), ({ judgment }) => judgment.verdict.reason),
  );
  const pairName = (one: Judged) =>
    `${identified(one.project)} ← ${one.model.license?.id}${isInherited(one) ? ` ← ${one.judgment.verdict.fact.id}` : ''}: ${verdictWords(one)}`;
  printRows('Project ← model (← base model): verdict', countBy(judged, pairName));
}

function identified(license: string): string {
  const identity = identifyLicense(license);
  return identity.kind === 'spdx' ? identity.expression : license;
}

function printRows(title: string, rows: readonly (readonly [string, number])[]): void {
  console.log(`\n${title}`);
  for (const [name, number] of rows.slice(0, shownRows))
    console.log(`${String(number).padStart(7)}  ${name}`);
  if (rows.length > shownRows) console.log(`         and ${rows.length - shownRows} more`);
}

function percent(number: number): string {
  return `${((100 * number) / Math.max(1, judged.length)).toFixed(2)} %`;
}

function verdictWords({ judgment: { verdict } }: Judged): string {
  return verdict.kind === 'conflict' ? `conflict, ${verdict.certainty}` : verdict.kind;
}

function isUnknown({ judgment }: Judged): boolean {
  return judgment.verdict.kind === 'unknown';
}

function isInherited({ judgment }: Judged): boolean {
  return judgment.verdict.chain.length > 1;
}

function countBy(
  items: readonly Judged[],
  nameOf: (item: Judged) => string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}

function printSample(wanted: string, size: number, from: number): void {
  const random = generator(from);
  const drawn = judged
    .filter(({ judgment }) => judgment.verdict.kind === wanted)
    .map(one => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, size);
  for (const [index, { one }] of drawn.entries()) console.log(lineOf(index + 1, one));
}

function lineOf(number: number, { repository, project, model, judgment }: Judged): string {
  const { verdict, others, gaps } = judgment;
  const bases = model.background.ancestors.map(({ id, lookup }) => {
    const license = lookup.state === 'found' ? (lookup.record.license?.id ?? '?') : lookup.state;
    return `${id} (${license})`;
  });
  return [
    `${number}. ${repository} (${project}) ← ${model.id} (${model.license?.id}, ${model.license?.source})`,
    `   ${verdictWords({ repository, project, model, judgment })}: ${sentence(verdict)}`,
    ...(bases.length > 0 ? [`   made from ${bases.join(', ')}`] : []),
    ...others.slice(0, 3).map(other => `   · ${other.kind}: ${sentence(other)}`),
    ...gaps.slice(0, 1).map(gap => `   ? ${gap}`),
  ].join('\n');
}

function sentence({ chain, licenseName, reason, circumstance, at, condition }: BoundStatement): string {
  return [chain.slice(1).join(' ← '), licenseName, reason, at && `(${at})`, circumstance, condition]
    .filter(Boolean)
    .join(' ');
}

/** The same numbers for the same seed (mulberry32). */
function generator(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
