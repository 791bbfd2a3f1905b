import type { Finding, RuleInfo } from '../model/finding.ts';
import type { ProjectLicense } from '../model/project.ts';
import type { BaseModel, FoundLookup, ModelRecord } from '../model/record.ts';
import type { ModelKey } from '../model/reference.ts';
import type { AuditReport, ReportedModel } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import type { Judgment } from '../model/verdict.ts';
import { gather } from './gather.ts';
import { pageScript, pageStyle } from './html-page.ts';
import type { ReportOptions } from './types.ts';
import { statementWords, verdictTitle } from './verdict-words.ts';
import { compact, counted, licenseWords, originWords, place, undecidedWords, verdict } from './words.ts';

/** One page that needs nothing else. Everything a model card or a file name brought in is escaped. */
export function* writeHtml(report: AuditReport, { nonce }: ReportOptions): Generator<string> {
  yield head(nonce);
  yield `<header><h1>Model audit</h1><p class="root">${escapeHtml(report.root)}</p>`;
  yield `<p class="verdict" role="status">${escapeHtml(verdict(report))}</p>${projectLine(report)}</header>\n`;
  yield '<main>\n';
  yield* section('findings', 'Findings by rule', findingsByRule(report));
  yield* section('models', 'Models and where they are used', modelTable(report));
  yield* section('licenses', 'Licenses', licenseChart(report.models));
  yield* section('lineage', 'Lineage', lineage(report.models));
  yield* section('skipped', 'Not read, or only in part', skippedTable(report));
  yield '</main>\n';
  if (nonce !== undefined) yield `<script nonce="${escapeHtml(nonce)}">${pageScript}</script>\n`;
  yield '</body>\n</html>\n';
}

function head(nonce: string | undefined): string {
  const attribute = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  const source = nonce === undefined ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  const script = nonce === undefined ? '' : ` script-src ${source};`;
  const policy = `default-src 'none'; style-src ${source};${script} base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Model audit</title>
<style${attribute}>${pageStyle}</style>
</head>
<body>
`;
}

function projectLine({ project }: AuditReport): string {
  const { license, packages, notes, use } = project;
  const items = [
    ...packages.map(({ folder, license: own }) => `${escapeHtml(folder)}: ${declared(own)}`),
    ...notes.map(({ message, source }) => `${escapeHtml(message)} ${link(source)}`),
  ].map(item => `<li>${item}</li>`);
  const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
  return `<p>Project license: ${license ? declared(license) : 'none declared'}. Use: ${escapeHtml(use.join(', ') || 'not stated')}.</p>${list}`;
}

function declared({ expression, source }: ProjectLicense): string {
  return escapeHtml(expression) + (source ? ` in ${link(source, source.file)}` : '');
}

function* section(id: string, title: string, content: Iterable<string>): Generator<string> {
  yield `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n`;
  yield* content;
  yield '</section>\n';
}

function* findingsByRule(report: AuditReport): Generator<string> {
  if (report.findings.length === 0) yield '<p>None.</p>\n';
  const rules = new Map(report.rules.map(rule => [rule.id, rule]));
  for (const [rule, findings] of gather(report.findings, finding => finding.rule)) {
    yield `<h3>${escapeHtml(rule)} <span class="count">${findings.length}</span></h3>\n`;
    yield* findingTable(rules.get(rule), rule, findings);
  }
}

function* findingTable(
  info: RuleInfo | undefined,
  rule: string,
  findings: readonly Finding[],
): Generator<string> {
  yield `<table><caption>${escapeHtml(info?.summary ?? rule)}${docsLink(info)}</caption>\n`;
  yield tableHead('Place', 'Severity', 'What is wrong');
  for (const { range, severity, message } of findings) {
    const word = severity === 'information' ? 'note' : severity;
    yield `<tr><th scope="row">${link(range)}</th>`;
    yield `<td class="${severity}">${word}</td><td>${escapeHtml(message)}</td></tr>\n`;
  }
  yield '</tbody></table>\n';
}

function docsLink(info: RuleInfo | undefined): string {
  const address = info && webAddress(info.docs);
  return address ? ` <a href="${address}">About this rule</a>` : '';
}

function* modelTable(report: AuditReport): Generator<string> {
  if (report.models.length === 0) {
    yield '<p>None.</p>\n';
    return;
  }
  const uses = gather(report.references, entry => entry.model);
  yield '<table><caption>Every model the code names, its license, its size and the code that uses it</caption>\n';
  yield tableHead('Model', 'License', 'Verdict', 'Parameters', 'Downloads', 'Facts', 'Used in');
  for (const { key, lookup, judgment } of report.models) {
    const record = lookup.state === 'found' ? lookup.record : undefined;
    const places = (uses.get(key) ?? []).map(use => `<li>${link(use.reference.range)}</li>`);
    yield `<tr><th scope="row">${modelName(key, record)}</th>`;
    yield `<td>${record ? escapeHtml(licenseWords(record)) : ''}</td>`;
    yield `<td>${verdictCell(judgment)}</td>`;
    yield `<td>${quantity(record?.parameters)}</td><td>${quantity(record?.downloads)}</td>`;
    yield `<td>${escapeHtml(originWords(lookup))}</td><td><ul>${places.join('')}</ul></td></tr>\n`;
  }
  yield '</tbody></table>\n';
}

/** The verdict, and what it stands on as a hint. */
function verdictCell(judgment: Judgment | undefined): string {
  if (judgment === undefined) return '';
  const { verdict: strongest } = judgment;
  const why = strongest.kind === 'permitted' ? '' : `: ${statementWords(strongest)}`;
  return escapeHtml(`${verdictTitle(strongest)}${why}`);
}

function modelName(key: ModelKey, record: ModelRecord | undefined): string {
  const address = record && webAddress(record.url);
  return address ? `<a href="${address}">${escapeHtml(shortName(key))}</a>` : escapeHtml(shortName(key));
}

function quantity(value: number | undefined): string {
  return value === undefined ? '' : compact(value);
}

function* licenseChart(models: readonly ReportedModel[]): Generator<string> {
  const known = models.map(model => model.lookup).filter(isFound);
  if (known.length === 0) {
    yield '<p>No license is known.</p>\n';
    return;
  }
  const groups = [...gather(known, lookup => licenseWords(lookup.record))].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  );
  const most = groups[0]?.[1].length ?? 1;
  yield '<table class="chart"><caption>How many models come under each license</caption>\n';
  yield tableHead('License', 'Models', '');
  for (const [license, { length }] of groups) {
    const bar = `<svg aria-hidden="true" width="200" height="12"><rect width="${Math.round((length / most) * 200)}" height="12"/></svg>`;
    yield `<tr><th scope="row">${escapeHtml(license)}</th><td>${length}</td><td>${bar}</td></tr>\n`;
  }
  yield '</tbody></table>\n';
}

function* lineage(models: readonly ReportedModel[]): Generator<string> {
  const bases: Bases = new Map(
    models
      .flatMap(({ lookup, background }) => [lookup, ...background.ancestors.map(ancestor => ancestor.lookup)])
      .filter(isFound)
      .flatMap(({ record: { id, baseModels } }) => (baseModels?.length ? [[id, baseModels] as const] : [])),
  );
  if (bases.size === 0) {
    yield '<p>No model here names a base model.</p>\n';
    return;
  }
  yield '<ul class="tree">\n';
  for (const id of bases.keys()) {
    const tree = { bases, expanded: new Set([id]), left: mostInTree };
    yield `<li>${escapeHtml(id)}${baseList(id, tree, 1)}</li>\n`;
  }
  yield '</ul>\n';
}

type Bases = ReadonlyMap<string, NonNullable<ModelRecord['baseModels']>>;

/** Deeper and larger than any real lineage; a record is a stranger's text and may claim anything. */
const deepest = 20;
const mostInTree = 200;

interface Tree {
  readonly bases: Bases;
  /** Ids whose bases the tree shows already: records can name each other in a circle, and many the same one. */
  readonly expanded: Set<string>;
  /** How many more lines the tree may have. */
  left: number;
}

function baseList(id: string, tree: Tree, depth: number): string {
  const bases = tree.bases.get(id) ?? [];
  if (bases.length === 0) return '';
  if (depth > deepest) return '<ul><li>…</li></ul>';
  const shown = bases.slice(0, tree.left);
  tree.left -= shown.length;
  const items = shown.map(base => `<li>${baseItem(base, tree, depth)}</li>`);
  if (shown.length < bases.length)
    items.push(`<li>and ${(bases.length - shown.length).toLocaleString('en')} more</li>`);
  return `<ul>${items.join('')}</ul>`;
}

function baseItem({ id, relation }: BaseModel, tree: Tree, depth: number): string {
  const name = `${relation ? `${relation} of` : 'based on'} ${escapeHtml(id)}`;
  if (tree.expanded.has(id)) return name;
  tree.expanded.add(id);
  return name + baseList(id, tree, depth + 1);
}

function* skippedTable({ skipped, references }: AuditReport): Generator<string> {
  const undecided = references.filter(({ reference }) => reference.id === undefined);
  if (skipped.length === 0) {
    yield undecided.length === 0 ? '<p>Everything was read.</p>\n' : '<p>Every file was read.</p>\n';
  } else {
    yield `<table><caption>${counted(skipped.length, 'file or folder', 'files and folders')}</caption>\n`;
    yield tableHead('File', 'Why');
    for (const { file, why } of skipped) {
      const start = { line: 0, character: 0 };
      yield `<tr><th scope="row">${link({ file, start, end: start }, file)}</th><td>${escapeHtml(why)}</td></tr>\n`;
    }
    yield '</tbody></table>\n';
  }
  if (undecided.length === 0) return;
  yield `<p>${undecidedWords(undecided.length)}</p>\n<ul>\n`;
  for (const { reference } of undecided) yield `<li>${link(reference.range)}</li>\n`;
  yield '</ul>\n';
}

function tableHead(...titles: readonly string[]): string {
  const cells = titles.map(title => (title ? `<th scope="col">${title}</th>` : '<td></td>'));
  return `<thead><tr>${cells.join('')}</tr></thead><tbody>\n`;
}

/** A link the host turns into a jump to the code. */
function link(range: SourceRange, label = `${range.file} ${place(range)}`): string {
  const cell = range.cell === undefined ? '' : ` data-cell="${range.cell}"`;
  const { line, character } = range.start;
  return `<a href="#" data-file="${escapeHtml(range.file)}" data-line="${line}" data-character="${character}"${cell}>${escapeHtml(label)}</a>`;
}

function isFound(lookup: ReportedModel['lookup']): lookup is FoundLookup {
  return lookup.state === 'found';
}

function shortName(key: ModelKey): string {
  return key.replace(/^huggingface:/, '');
}

/** Addresses come from hubs: only the web's may become links. */
function webAddress(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? escapeHtml(address) : undefined;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? character);
}
