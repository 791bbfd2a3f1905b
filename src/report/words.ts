import type { Severity } from '../model/finding.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { AuditReport } from '../model/report.ts';
import { reporterOf } from '../model/reporter.ts';
import type { SourceRange } from '../model/source.ts';

/** `1,234,567` → `1.2M`; parameters say `B` where money would. */
export function compact(value: number): string {
  const units = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const;
  for (const [size, unit] of units) {
    // A value that would round up to 1,000 of a unit is one of the next.
    if (value >= size * 0.9995) return `${shortened(value / size)}${unit}`;
  }
  return String(Math.round(value));
}

function shortened(value: number): string {
  return value >= 99.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, '');
}

export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}

/** The day of an ISO 8601 moment. */
export function day(moment: string): string {
  return moment.slice(0, 10);
}

/** One-based, as editors and terminals count. */
export function place(range: SourceRange): string {
  const position = `${range.start.line + 1}:${range.start.character + 1}`;
  return range.cell === undefined ? position : `cell ${range.cell + 1}, ${position}`;
}

export function licenseWords({ license }: Pick<ModelRecord, 'license'>): string {
  if (license === undefined) return 'license unknown';
  if (license.id === '') return 'no license stated';
  const reporter = reporterOf(license);
  const title = license.name ? `${license.id} (${license.name})` : license.id;
  return reporter === undefined ? title : `${title}, reported by ${reporter}`;
}

export const relationWords = {
  finetune: 'finetune of',
  adapter: 'adapter for',
  quantized: 'quantized from',
  merge: 'merge of',
} as const;

/** Where the facts of a model come from, or why there are none. */
export function originWords(lookup: Lookup): string {
  switch (lookup.state) {
    case 'found':
      return lookup.from === 'live' ? 'live' : `${lookup.from} ${day(lookup.at)}`;
    case 'missing':
      return lookup.mayBePrivate ? 'not on the hub, or private' : 'not on the hub';
    case 'gated':
      return 'gated: the hub shows nothing without access';
    case 'unreachable':
      return `unknown: ${lookup.why}`;
    case 'skipped':
      return `not asked: ${lookup.why}`;
  }
}

const severityNames: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
};

/** The one line that sums an audit up: what was found, in what, and how far the facts can be trusted. */
export function verdict(report: AuditReport): string {
  const { summary } = report;
  const counts = (['error', 'warning', 'information'] as const)
    .filter(severity => summary.findings[severity] > 0)
    .map(severity => counted(summary.findings[severity], ...severityNames[severity]));
  const found = counts.length > 0 ? counts.join(', ') : 'No findings';
  const looked = `${counted(summary.models, 'model')} in ${counted(summary.files, 'file')}`;
  const more = [undecidedWords(summary.undecided, 'more call'), unresolvedWords(report), ageWords(report)];
  return [`${found}; ${looked}.`, ...more].filter(Boolean).join(' ');
}

/** Calls whose model is no text in the code; '' when there are none. */
export function undecidedWords(count: number, call = 'call'): string {
  if (count === 0) return '';
  return `${counted(count, call)} ${count === 1 ? 'takes its' : 'take their'} model from the run.`;
}

function unresolvedWords(report: AuditReport): string {
  const { unresolved } = report.summary;
  if (unresolved === 0) return '';
  const subject = counted(unresolved, 'model');
  const isOffline = report.project.configuration.network === 'never';
  return isOffline
    ? `Nothing is known of ${subject}, because the audit ran offline.`
    : `Nothing could be learned of ${subject}.`;
}

function ageWords(report: AuditReport): string {
  const { oldestFact } = report.summary;
  return oldestFact === undefined ? '' : `The oldest fact dates from ${day(oldestFact)}.`;
}
