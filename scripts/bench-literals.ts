// `npm run bench:literals -- <folder of checkouts> --ids <file> [--ids <file>]`: of the known ids that Python and
// JavaScript files write in quotes, how many are references, and which are not. Each file of ids holds one a line, as
// JSON with an `id` or as the first cell of a row.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decodeSource } from '../src/audit/decode-source.ts';
import { createSession } from '../src/audit/session.ts';
import type { Environment } from '../src/audit/types.ts';
import type { AuditReport } from '../src/model/report.ts';
import { createAssets } from '../src/node/assets.ts';
import { createEnvironment } from '../src/node/environment.ts';
import { everyFile } from './every-file.ts';
import { createLiteralReader, literalFiles, type WrittenLiteral } from './written-literals.ts';

interface Found extends WrittenLiteral {
  readonly file: string;
  readonly as: Outcome;
}

/** What became of a literal. `missed` alone calls for a reader. */
type Outcome =
  | 'loaded'
  | 'mentioned'
  | 'in a copy'
  | 'not read'
  | 'data set or output'
  | 'said'
  | 'key of figures'
  | 'hosted'
  | 'missed';

interface Result {
  readonly repository: string;
  readonly literals: readonly Found[];
}

/** Calls and keywords that say: this is a data set, or a repository that is written to. */
const ofOther =
  /data_?set|(push|save)_to_hub|save_pretrained|create_repo|upload_|hub_model_id|hub_repo|output/i;
/** What copied files of transformers list of their own architecture, and their examples for documentation. */
const ofCopies = /_ARCHIVE_LIST$|^_\w*CHECKPOINT\w*$|docstrings?$/;
/** What services answer under. */
const ofServices =
  /^["']?(api_name|together\w*|openrouter|fireworks\w*|groq|deepinfra|replicate|nvidia)["']?$/;
/** What people read, and the names of tests. */
const says =
  /^(print|log|debug|info|warn|warning|error|describe|it|test|help|desc|description|label|title|ids?)$/;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ids: { type: 'string', multiple: true },
    only: { type: 'string' },
    output: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined || options.ids === undefined) {
  throw new Error(
    'npm run bench:literals -- <folder of checkouts> --ids <file> [--ids <file>] [--only <part of a name>] [--output <file>]',
  );
}
const known = new Set(options.ids.flatMap(readIds));
const readLiterals = await createLiteralReader(createAssets());
const results: Result[] = [];
for (const name of readdirSync(folder).toSorted()) {
  if (options.only !== undefined && !name.includes(options.only)) continue;
  const result = { repository: name.replace('+', '/'), literals: await literalsOf(resolve(folder, name)) };
  results.push(result);
  print(result);
}
console.log(`\nrepositories ${results.length}`);
console.log(`literals     ${describe(results.flatMap(result => result.literals))}`);
if (options.output !== undefined) writeFileSync(options.output, JSON.stringify(results));

async function literalsOf(root: string): Promise<readonly Found[]> {
  const log = { info: () => undefined, warn: () => undefined };
  const environment = await createEnvironment({ root, log, overrides: { network: 'never' }, variables: {} });
  const report = await (await createSession(environment)).auditRepository({});
  const outcome = outcomes(report);
  const found: Found[] = [];
  for await (const [file, literals] of knownLiterals(environment)) {
    for (const literal of literals) found.push({ ...literal, file, as: outcome(file, literal) });
  }
  return found;
}

/** By file: the literals that are known ids with an owner. */
async function* knownLiterals({
  files,
}: Environment): AsyncGenerator<readonly [string, readonly WrittenLiteral[]]> {
  for (const { path } of await everyFile(files)) {
    if (!literalFiles.test(path)) continue;
    const { text } = decodeSource(await files.read(path));
    if (text === undefined || !text.match(/[\w.-]+\/[\w.-]+/g)?.some(id => known.has(id))) continue;
    yield [path, readLiterals(path, text).filter(literal => known.has(literal.text))];
  }
}

/** What the audit made of a literal, or else why it must stay out. */
function outcomes({ references, skipped }: AuditReport): (file: string, literal: WrittenLiteral) => Outcome {
  const placeOf = (file: string, cell: number | undefined, line: number, id: string): string =>
    `${file}#${cell ?? ''}:${line} ${id}`;
  const made = new Map<string, Outcome>();
  for (const { reference } of references) {
    const { range, id = '', evidence } = reference;
    const place = placeOf(range.file, range.cell, range.start.line, id);
    if (evidence === 'loaded' || !made.has(place)) made.set(place, evidence);
  }
  const copies = skipped.filter(({ why }) => why.startsWith('a copy of ')).map(({ file }) => `${file}/`);
  const unread = new Set(skipped.map(({ file }) => file));
  return (file, { cell, line, text, takenBy, isKeyOfFigures }) => {
    const known = made.get(placeOf(file, cell, line, text));
    if (known !== undefined) return known;
    const isOfCopy = copies.some(copy => file.startsWith(copy)) || takenBy.some(name => ofCopies.test(name));
    if (isOfCopy) return 'in a copy';
    if (isKeyOfFigures) return 'key of figures';
    if (takenBy.some(name => ofServices.test(name))) return 'hosted';
    if (takenBy.some(name => ofOther.test(name))) return 'data set or output';
    if (takenBy.some(name => says.test(name))) return 'said';
    return unread.has(file) ? 'not read' : 'missed';
  };
}

function describe(literals: readonly Found[]): string {
  const counts = new Map<Outcome, number>();
  for (const { as } of literals) counts.set(as, (counts.get(as) ?? 0) + 1);
  const references = (counts.get('loaded') ?? 0) + (counts.get('mentioned') ?? 0);
  const due = references + (counts.get('missed') ?? 0);
  const share = due === 0 ? '' : ` (${((100 * references) / due).toFixed(1)} %)`;
  const rest = [...counts].filter(([as]) => as !== 'missed').map(([as, count]) => `${count} ${as}`);
  return `${references} of ${due} references${share}; ${rest.join(', ')}`;
}

function print({ repository, literals }: Result): void {
  console.log(`${repository}: ${describe(literals)}`);
  for (const { file, cell, line, text, source, as } of literals) {
    if (as === 'loaded' || as === 'mentioned' || as === 'in a copy') continue;
    const place = `${file}${cell === undefined ? '' : `#${cell}`}:${line + 1}`;
    console.log(`  ${as} ${text}\n    ${place}: ${source.trim().slice(0, 200)}`);
  }
}

function readIds(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const ids = text.split('\n').flatMap(line => {
    if (line.startsWith('{')) return (JSON.parse(line) as { readonly id: string }).id;
    return /^"?([^",]+)"?/.exec(line)?.[1] ?? [];
  });
  return ids.filter(id => id.includes('/'));
}
