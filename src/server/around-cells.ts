import type { PublisherLookup } from '../model/publisher.ts';
import type { ScanLookup, ScannedFile } from '../model/security-scan.ts';
import { compact, counted, day } from '../report/words.ts';
import { plain } from './markdown.ts';

/** `google: verified organisation · 12k followers · since 2022-03-02`. */
export function publisherCell(lookup: PublisherLookup | undefined): string {
  if (lookup?.state !== 'found') return '';
  const { name, kind, isVerified, followers, since } = lookup.record;
  const kindWords = kind === 'person' ? 'a person' : `${isVerified ? 'verified ' : ''}organisation`;
  const facts = [
    kindWords,
    followers === undefined ? '' : `${compact(followers)} followers`,
    since === undefined ? '' : `since ${plain(day(since))}`,
  ];
  return `${plain(name, 60)}: ${facts.filter(fact => fact !== '').join(' · ')}`;
}

const harmless: ReadonlySet<ScannedFile['level']> = new Set(['safe', 'unscanned', 'queued']);
const shown = 2;

/** What the hub's scanners found; nothing where they found nothing, because silence of a scanner proves nothing. */
export function scanCell(lookup: ScanLookup | undefined): string {
  if (lookup?.state !== 'found') return '';
  const files = lookup.record.files.filter(({ level }) => !harmless.has(level));
  if (files.length === 0) return '';
  const rest = files.length - shown;
  const words = files.slice(0, shown).map(fileWords).join(', ');
  return `${counted(files.length, 'file')} with issues: ${words}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function fileWords({ path, level, imports = [] }: ScannedFile): string {
  const risky = imports.find(({ safety }) => safety === 'dangerous') ?? imports.find(isSuspicious);
  const why = risky === undefined ? '' : `, imports ${plain(`${risky.module}.${risky.name}`, 60)}`;
  return `${plain(path, 60)} (${level}${why})`;
}

function isSuspicious({ safety }: NonNullable<ScannedFile['imports']>[number]): boolean {
  return safety === 'suspicious';
}
