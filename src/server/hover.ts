import type { Hover, Position } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import type { Finding } from '../model/finding.ts';
import type { Lookup } from '../model/record.ts';
import type { ModelKey } from '../model/reference.ts';
import type { ReportedReference } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import { isWithin } from '../model/source.ts';
import type { AuditedSource } from './auditor.ts';
import { coversAt, referenceAt } from './auditor.ts';
import { modelPage } from './document-links.ts';
import { factTable, verdictCell } from './fact-table.ts';
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
  const { lookup } = answer;
  switch (lookup.state) {
    case 'found':
      return [factTable(lookup, answer, verdictCell(audit.judgments.get(model), audit.project), now)];
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
