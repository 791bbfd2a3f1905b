import type { Hover, Position } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import { licenseOf } from '../license/catalogue.ts';
import { identifyLicense } from '../license/identify.ts';
import type { Background } from '../model/background.ts';
import type { Finding } from '../model/finding.ts';
import type { Project } from '../model/project.ts';
import type { FoundLookup, LicenseFact, Lookup, ModelRecord, RecordOrigin } from '../model/record.ts';
import type { ModelKey } from '../model/reference.ts';
import type { ReportedReference } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import { isWithin } from '../model/source.ts';
import type { Judgment } from '../model/verdict.ts';
import { projectWords, statementWords, verdictTitle } from '../report/verdict-words.ts';
import { compact } from '../report/words.ts';
import type { AuditedSource } from './auditor.ts';
import { coversAt, referenceAt } from './auditor.ts';
import { datasetsCell, lineageCell } from './background-cells.ts';
import { modelPage } from './document-links.ts';
import { link, plain } from './markdown.ts';
import { rangeOf } from './positions.ts';

/** What is known of the model named at a position, problems first. An editor's box shows some ten lines of it. */
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
    ...describe(audited, found.model, options.now),
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

const shownProblems = 3;

function problemLines(findings: readonly Finding[]): string {
  const lines = findings
    .slice(0, shownProblems)
    .map(
      ({ severity, message, rule, docs }) =>
        `- **${severityWords[severity]}:** ${plain(message, 300)} (${link(rule, docs)})`,
    );
  const rest = findings.length - shownProblems;
  return [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function title(audited: AuditedSource, reported: ReportedReference): string {
  const { id, hub } = reported.reference;
  if (id === undefined) return 'The code decides at run time which model this is.';
  const lookup = reported.model && audited.audit.models.get(reported.model)?.lookup;
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

function describe({ audit }: AuditedSource, model: ModelKey | undefined, now: Date): string[] {
  const answer = model && audit.models.get(model);
  if (!answer) return [];
  const { lookup, background } = answer;
  switch (lookup.state) {
    case 'found':
      return [
        table(lookup, background, verdictCell(model && audit.judgments.get(model), audit.project), now),
      ];
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

/** What decides stands first; what is nice to know shares its lines. The license is the table's head, which costs no line. */
function table(lookup: FoundLookup, background: Background, verdict: string, now: Date): string {
  const { record } = lookup;
  const [head, ...rows] = [
    row('License', licenseCell(record)),
    row('For you', verdict),
    row('Facts', `${originWords[lookup.from]} ${age(lookup.at, now)}`),
    row('Model', modelCell(record)),
    row('Based on', lineageCell(background)),
    row('Trained on', datasetsCell(background)),
  ].filter(line => line !== '');
  return [head, '|:--|:--|', ...rows].join('\n');
}

/** From the license that decides, over its clause, to the project's license. */
function verdictCell(judgment: Judgment | undefined, { license }: Project): string {
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
  return `${plain(id, 60)}: ${termsInWords(license)}`;
}

/** What it asks for, by its id, or by its name or address where the id says only that it is another one. */
function termsInWords({ id, name, link: address }: LicenseFact): string {
  for (const text of [id, name, address]) {
    const license = text === undefined ? undefined : licenseOf(identifyLicense(text));
    if (license) return plain(license.plain.join('; '), 400);
  }
  return 'read its terms before you use it';
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
