import type { Hover, Position } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import type { Finding } from '../model/finding.ts';
import type { FoundLookup, Lookup, ModelRecord, RecordOrigin } from '../model/record.ts';
import type { ReportedReference } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import { isWithin } from '../model/source.ts';
import { compact } from '../report/words.ts';
import type { AuditedSource } from './auditor.ts';
import { coversAt, referenceAt } from './auditor.ts';
import { modelPage } from './document-links.ts';
import { licenseInWords } from './license-words.ts';
import { link, plain } from './markdown.ts';
import { rangeOf } from './positions.ts';

/** What is known of the model named at a position, problems first. */
export function hoverAt(
  audited: AuditedSource,
  uri: string,
  position: Position,
  options: HoverOptions,
): Hover | undefined {
  const found = referenceAt(audited, uri, position);
  if (!found) return undefined;
  const { range, trail } = found.reference;
  const covers = coversAt(audited, uri, position);
  const hovered = [range, ...trail].find(covers);
  const problems = findingsOf(audited, found).filter(
    finding => !(options.editorShowsProblems && covers(finding.range)),
  );
  const sections = [
    problemLines(problems),
    title(audited, found),
    ...describe(found.model && audited.audit.lookups.get(found.model), options.now),
  ];
  return {
    contents: { kind: MarkupKind.Markdown, value: sections.filter(section => section !== '').join('\n\n') },
    ...(hovered && { range: rangeOf(hovered) }),
  };
}

export interface HoverOptions {
  readonly now: Date;
  /** The editor puts the diagnostics under the pointer above the hover by itself. */
  readonly editorShowsProblems: boolean;
}

/** What was found at the id and in the rest of its call. */
function findingsOf({ audit }: AuditedSource, { reference }: ReportedReference): Finding[] {
  return audit.findings.filter(
    ({ range }) => isInside(range, reference.range) || isInside(range, reference.call),
  );
}

function isInside(inner: SourceRange, outer: SourceRange): boolean {
  const isSameText = inner.file === outer.file && inner.cell === outer.cell;
  return isSameText && isWithin(inner.start, outer) && isWithin(inner.end, outer);
}

const severityWords = { error: 'Error', warning: 'Warning', information: 'Note' } as const;

function problemLines(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ severity, message, rule, docs }) =>
        `- **${severityWords[severity]}:** ${plain(message, 600)} (${link(rule, docs)})`,
    )
    .join('\n');
}

function title(audited: AuditedSource, reported: ReportedReference): string {
  const { id, hub } = reported.reference;
  if (id === undefined) return 'The code decides at run time which model this is.';
  const lookup = reported.model && audited.audit.lookups.get(reported.model);
  const name = lookup?.state === 'found' ? lookup.record.id : (reported.reference.target ?? id);
  return `**${link(name, modelPage(audited, reported) ?? recordPage(lookup))}** on ${hubNames[hub]}`;
}

const hubNames: Readonly<Record<ReportedReference['reference']['hub'], string>> = {
  huggingface: 'Hugging Face',
  'pytorch-hub': 'PyTorch Hub',
  pytorch: 'PyTorch',
  timm: 'timm',
  spacy: 'spaCy',
  'openai-whisper': 'OpenAI Whisper',
  ultralytics: 'Ultralytics',
  ollama: 'Ollama',
  kaggle: 'Kaggle',
  keras: 'Keras',
  modelscope: 'ModelScope',
  paddle: 'PaddlePaddle',
  'open-clip': 'OpenCLIP',
  clip: 'OpenAI CLIP',
  gensim: 'Gensim',
  library: 'the library’s own site',
  url: 'the web',
};

function recordPage(lookup: Lookup | undefined): string | undefined {
  return lookup?.state === 'found' ? lookup.record.url : undefined;
}

function describe(lookup: Lookup | undefined, now: Date): string[] {
  if (!lookup) return [];
  switch (lookup.state) {
    case 'found':
      return [table(lookup.record), provenance(lookup, now)];
    case 'missing':
      return [
        lookup.mayBePrivate
          ? 'The hub knows no public model of this name.'
          : 'The hub knows no model of this name.',
      ];
    case 'gated':
      return ['Its publisher shows it only to people who asked for access.'];
    case 'unreachable':
      return [`Nothing could be learned of it: ${plain(lookup.why)}`];
    case 'skipped':
      return [`Not looked up: ${plain(lookup.why)}`];
  }
}

function table(record: ModelRecord): string {
  const rows = [
    row('License', licenseCell(record)),
    row('Publisher', plain(record.id.includes('/') ? (record.id.split('/')[0] ?? '') : '')),
    row('Based on', listCell(record.baseModels?.map(base => base.id))),
    row('Parameters', record.parameters === undefined ? '' : compact(record.parameters)),
    row('Architecture', plain(record.architecture ?? '')),
    row('Data sets', listCell(record.datasets)),
    row('Downloads', record.downloads === undefined ? '' : `${compact(record.downloads)} in 30 days`),
    row('Last change', plain(record.lastModified?.slice(0, 10) ?? '')),
    row('Access', record.gated ? 'gated: ask its publisher' : ''),
    row('Documented', documented(record)),
  ];
  return ['| | |', '|:--|:--|', ...rows.filter(line => line !== '')].join('\n');
}

function row(name: string, cell: string): string {
  return cell === '' ? '' : `| ${name} | ${cell} |`;
}

function licenseCell({ license }: ModelRecord): string {
  if (!license) return 'not known';
  if (license.id === '') return 'none stated: without one, nobody is permitted to use it';
  const id = license.id === 'other' && license.name ? license.name : license.id;
  return joined(plain(id), licenseInWords(license.id));
}

const shownInList = 4;

function listCell(names: readonly string[] | undefined): string {
  if (!names) return '';
  if (names.length === 0) return 'none named';
  const rest = names.length - shownInList;
  return (
    names
      .slice(0, shownInList)
      .map(name => plain(name))
      .join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  );
}

/** How many of the metadata fields of its model card are filled. */
function documented({ card }: ModelRecord): string {
  if (!card) return '';
  const fields = Object.values(card);
  return `${fields.filter(Boolean).length} of ${fields.length} fields of its model card`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ');
}

const originWords: Readonly<Record<RecordOrigin, string>> = {
  live: 'Asked the hub',
  cache: 'From the cache, asked the hub',
  snapshot: 'From the snapshot that ships with PTM Audit, gathered',
  table: 'From a table that ships with PTM Audit, gathered',
};

function provenance({ from, at }: FoundLookup, now: Date): string {
  return `*${originWords[from]} ${age(at, now)}.*`;
}

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
