import type { Finding, Severity } from '../model/finding.ts';
import type { ProjectLicense } from '../model/project.ts';
import type { AuditReport, ReportedModel } from '../model/report.ts';
import { gather } from './gather.ts';
import { oneLine } from './one-line.ts';
import type { Paint, ReportOptions } from './types.ts';
import { compact, counted, licenseWords, originWords, place, verdict } from './words.ts';

const placesPerProblem = 3;
const skippedShown = 10;
const licenseLinesShown = 12;

const plain: Paint = {
  bold: text => text,
  dim: text => text,
  red: text => text,
  yellow: text => text,
  blue: text => text,
  underline: text => text,
};

/** The terminal's report: findings by file, models, skipped files, one line of summary. */
export function* writeText(report: AuditReport, options: ReportOptions): Generator<string> {
  const { paint = plain, nameOf = (file: string) => file } = options;
  yield* findingLines(report.findings, paint, nameOf);
  yield* modelLines(report.models, paint);
  yield* skippedLines(report, paint, nameOf);
  yield* licenseLines(report, nameOf);
  yield `${paint.bold(oneLine(verdict(report)))}\n`;
}

function* licenseLines({ project }: AuditReport, nameOf: NameOf): Generator<string> {
  const { license, packages, notes } = project;
  const lines = [
    license === undefined ? 'Project license: none found.' : `Project license: ${declared(license, nameOf)}.`,
    ...packages.map(({ folder, license: own }) => `  ${nameOf(folder)}: ${declared(own, nameOf)}.`),
    ...notes.map(({ message }) => `  ${message}`),
  ];
  yield* some(lines, licenseLinesShown);
}

function declared({ expression, source }: ProjectLicense, nameOf: NameOf): string {
  return source === undefined ? expression : `${expression}, from ${nameOf(source.file)}`;
}

/** The first lines of many, and how many more there are. */
function* some(lines: readonly string[], most: number): Generator<string> {
  for (const line of lines.slice(0, most)) yield `${oneLine(line)}\n`;
  if (lines.length > most) yield `  and ${(lines.length - most).toLocaleString('en')} more\n`;
}

interface ShownFinding {
  readonly finding: Finding;
  /** How many more places have the same problem with the same model. */
  readonly more: number;
}

type NameOf = (file: string) => string;

function* findingLines(findings: readonly Finding[], paint: Paint, nameOf: NameOf): Generator<string> {
  for (const [file, shown] of gather(collapse(findings), entry => entry.finding.range.file)) {
    yield `${paint.underline(oneLine(nameOf(file)))}\n`;
    const width = Math.max(...shown.map(entry => place(entry.finding.range).length));
    for (const { finding, more } of shown) {
      const severity = paintSeverity(finding.severity, paint);
      const where = paint.dim(place(finding.range).padStart(width));
      yield `  ${where}  ${severity}  ${oneLine(finding.message)}  ${paint.dim(finding.rule)}\n`;
      if (more > 0) yield `  ${' '.repeat(width)}  ${paint.dim(`and ${counted(more, 'more place')}`)}\n`;
    }
    yield '\n';
  }
}

/** Keeps the first places of each problem with each model; the last one kept counts the rest. */
function collapse(findings: readonly Finding[]): ShownFinding[] {
  const shown: ShownFinding[] = [];
  for (const [, same] of gather(findings, problemKey)) {
    const kept = same.slice(0, placesPerProblem);
    const more = same.length - kept.length;
    shown.push(...kept.map((finding, index) => ({ finding, more: index === kept.length - 1 ? more : 0 })));
  }
  const order = new Map(findings.map((finding, index) => [finding, index]));
  return shown.sort((a, b) => (order.get(a.finding) ?? 0) - (order.get(b.finding) ?? 0));
}

function problemKey(finding: Finding): string {
  return `${finding.rule}\n${finding.model ?? finding.message}`;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red('error  ');
  return severity === 'warning' ? paint.yellow('warning') : paint.blue('note   ');
}

function* modelLines(models: readonly ReportedModel[], paint: Paint): Generator<string> {
  if (models.length === 0) return;
  yield `${paint.bold('Models')}\n`;
  const rows = models.map(modelRow);
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    yield `  ${cells.slice(0, 3).join('  ')}  ${paint.dim(row[3])}\n`;
  }
  yield '\n';
}

function modelRow({ key, lookup }: ReportedModel): readonly [string, string, string, string] {
  const id = shortened(oneLine(key.replace(/^huggingface:/, '')));
  if (lookup.state !== 'found') return [id, '', '', oneLine(originWords(lookup))];
  const { downloads, parameters } = lookup.record;
  const size = [
    parameters === undefined ? '' : `${compact(parameters)} parameters`,
    downloads === undefined ? '' : `${compact(downloads)} downloads`,
  ];
  return [
    id,
    oneLine(licenseWords(lookup.record)),
    size.filter(Boolean).join(', '),
    oneLine(originWords(lookup)),
  ];
}

function* skippedLines({ skipped }: AuditReport, paint: Paint, nameOf: NameOf): Generator<string> {
  if (skipped.length === 0) return;
  yield `${paint.bold('Not read, or only in part')}\n`;
  yield* some(
    skipped.map(({ file, why }) => `  ${nameOf(file)}: ${why}`),
    skippedShown,
  );
  yield '\n';
}

const longestName = 60;

/** The address of a file may be longer than a terminal is wide; its end tells more than its middle. */
function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const half = (longestName - 1) / 2;
  return `${name.slice(0, Math.floor(half))}…${name.slice(-Math.ceil(half))}`;
}
