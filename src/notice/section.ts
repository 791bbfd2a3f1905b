import type { Credit } from '../model/credit.ts';
import type { Span } from '../model/source.ts';
import { positionAt } from './place.ts';

/** What stands between these lines belongs to the program; everything else is a person's and stays as it is. */
const begin = '===== Models this project uses (kept up to date by ptm-audit) =====';
const end = '===== End of the models this project uses =====';

const aboutLicenses = 'Facts from the pages of the models. This is information, not legal advice.';

/** A stretch of a text that another takes the place of. Offsets in UTF-16 units. */
export interface NoticeEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts credits in the place of all that the section held, but for the models in `kept`: of those it keeps what it has. */
export function writeCredits(
  notice: string,
  credits: readonly Credit[],
  kept: ReadonlySet<string> = new Set(),
): NoticeEdit {
  const former = formerBlocks(notice).filter(([id]) => kept.has(id));
  return writeBlocks(
    notice,
    new Map([...former, ...credits.map(credit => [credit.id, blockOf(credit)] as const)]),
  );
}

/** The models that the section credits. */
export function creditedIn(notice: string): ReadonlySet<string> {
  return new Set(formerBlocks(notice).map(([id]) => id));
}

/** Adds one credit to those the section holds, or puts it in the place of the model's former one. */
export function addCredit(notice: string, credit: Credit): NoticeEdit {
  return writeBlocks(notice, new Map([...formerBlocks(notice), [credit.id, blockOf(credit)]]));
}

/** The same as an edit in lines and columns. */
export function creditEdit(notice: string, credit: Credit): { readonly span: Span; readonly text: string } {
  const { start, end: stop, text } = addCredit(notice, credit);
  return { span: { start: positionAt(notice, start), end: positionAt(notice, stop) }, text };
}

function formerBlocks(notice: string): readonly (readonly [id: string, block: string])[] {
  const section = sectionOf(notice);
  return section === undefined ? [] : blocksOf(notice.slice(section.bodyStart, section.bodyEnd));
}

export function applied(notice: string, edit: NoticeEdit): string {
  return notice.slice(0, edit.start) + edit.text + notice.slice(edit.end);
}

function writeBlocks(notice: string, blocks: ReadonlyMap<string, string>): NoticeEdit {
  const section = sectionOf(notice);
  const newLine = /\r\n/.test(section ? notice.slice(section.start, section.end) : notice) ? '\r\n' : '\n';
  const sorted = [...blocks].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block);
  const text = [begin, aboutLicenses, '', ...sorted.flatMap(block => [block, '']), end].join('\n');
  const written = text.replaceAll('\n', newLine);
  if (section !== undefined) return { start: section.start, end: section.end, text: written };
  return { start: notice.length, end: notice.length, text: gapBefore(notice, newLine) + written + newLine };
}

function gapBefore(notice: string, newLine: string): string {
  if (notice === '' || /\n\r?\n$/.test(notice)) return '';
  return notice.endsWith('\n') ? newLine : newLine + newLine;
}

interface Section {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** The last whole section: a line that ends one, and the nearest above it that begins one. */
function sectionOf(notice: string): Section | undefined {
  const bodyEnd = lineAt(notice, end);
  if (bodyEnd < 0) return undefined;
  const start = lineAt(notice.slice(0, bodyEnd), begin);
  if (start < 0) return undefined;
  return { start, end: bodyEnd + end.length, bodyStart: start + begin.length, bodyEnd };
}

/** Where the last line that says just this begins; -1 where none does. */
function lineAt(text: string, line: string): number {
  for (let at = text.lastIndexOf(line); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(line, at - 1)) {
    const isStart = at === 0 || text[at - 1] === '\n';
    const next = text[at + line.length];
    if (isStart && (next === undefined || next === '\n' || next === '\r')) return at;
  }
  return -1;
}

/** Blocks are parted by empty lines; the first line of each is the model's id. */
function blocksOf(body: string): readonly (readonly [id: string, block: string])[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map(block => block.replaceAll(/^\n+|\n+$/g, ''))
    .filter(block => block !== '' && block !== aboutLicenses)
    .map(block => [block.split('\n')[0] ?? '', block]);
}

function blockOf(credit: Credit): string {
  return [
    credit.id,
    `  by ${credit.authors}`,
    `  License: ${credit.license}`,
    `  Source: ${credit.url}`,
    ...(credit.bases.length === 0 ? [] : [`  Made from: ${credit.bases.join(', ')}`]),
    `  Changes: ${credit.changes}`,
    ...credit.terms.map(term => `  ${term}`),
    ...credit.sentences.map(sentence => `  ${sentence}`),
  ].join('\n');
}
