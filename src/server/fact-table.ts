import { licenseInWords } from '../license/identify-fact.ts';
import type { Project } from '../model/project.ts';
import type { FoundLookup, ModelRecord, RecordOrigin } from '../model/record.ts';
import type { ModelAnswer } from '../model/report.ts';
import { reportedBy } from '../model/reporter.ts';
import type { Judgment } from '../model/verdict.ts';
import { projectWords, statementWords, verdictTitle } from '../report/verdict-words.ts';
import { compact } from '../report/words.ts';
import { publisherCell, scanCell } from './around-cells.ts';
import { datasetsCell, lineageCell } from './background-cells.ts';
import { plain } from './markdown.ts';

/** What decides stands first; what is nice to know shares its lines. The license is the table's head, which costs no line. */
export function factTable(
  lookup: FoundLookup,
  { background, publisher, scan }: ModelAnswer,
  verdict: string,
  now: Date,
): string {
  const { record } = lookup;
  const [head, ...rows] = [
    row('License', licenseCell(record)),
    row('For you', verdict),
    row('Facts', `${originWords[lookup.from]} ${age(lookup.at, now)}`),
    row('Model', modelCell(record)),
    row('Publisher', publisherCell(publisher)),
    row('Scan', scanCell(scan)),
    row('Based on', lineageCell(background)),
    row('Trained on', datasetsCell(background)),
  ].filter(line => line !== '');
  return [head, '|:--|:--|', ...rows].join('\n');
}

/** From the license that decides, over its clause, to the project's license. */
export function verdictCell(judgment: Judgment | undefined, { license }: Project): string {
  if (judgment === undefined) return '';
  const { verdict } = judgment;
  const why = verdict.kind === 'permitted' ? '' : `: ${statementWords(verdict)}`;
  return plain(`${verdictTitle(verdict)}${why} → ${projectWords(license)}`, 300);
}

function row(name: string, cell: string): string {
  // A name that breaks would cost a line of the editor's box.
  return cell === '' ? '' : `| ${name.replaceAll(' ', '\u00a0')} | ${cell} |`;
}

function licenseCell({ license }: ModelRecord): string {
  if (!license) return 'not known';
  if (license.id === '') return 'none stated: without one, nobody is permitted to use it';
  const id = license.id === 'other' && license.name ? license.name : license.id;
  const terms = licenseInWords(license) || 'read its terms before you use it';
  return `${plain(id, 60)}${reportedBy(license)}: ${plain(terms, 400)}`;
}

function modelCell(record: ModelRecord): string {
  const { parameters, architecture, downloads, lastModified, gated } = record;
  return [
    gated ? 'gated: ask its publisher' : '',
    parameters === undefined ? '' : `${compact(parameters)} parameters`,
    plain(architecture ?? '', 40),
    downloads === undefined ? '' : `${compact(downloads)} downloads a month`,
    lastModified === undefined ? '' : `changed ${plain(lastModified.slice(0, 10))}`,
    documented(record),
  ]
    .filter(fact => fact !== '')
    .join(' · ');
}

/** How many of the metadata fields of its model card are filled. */
function documented({ card }: ModelRecord): string {
  if (!card) return '';
  const fields = Object.values(card);
  return `card ${fields.filter(Boolean).length} of ${fields.length} fields`;
}

const originWords: Readonly<Record<RecordOrigin, string>> = {
  live: 'from the hub',
  cache: 'from the hub',
  snapshot: 'from the built-in snapshot, gathered',
  table: 'from a built-in table, gathered',
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function age(at: string, now: Date): string {
  const passed = now.getTime() - Date.parse(at);
  if (Number.isNaN(passed)) return 'at an unknown time';
  if (passed < 2 * minute) return 'just now';
  if (passed < 2 * hour) return `${Math.floor(passed / minute)} minutes ago`;
  if (passed < 2 * day) return `${Math.floor(passed / hour)} hours ago`;
  return `${Math.floor(passed / day)} days ago`;
}
