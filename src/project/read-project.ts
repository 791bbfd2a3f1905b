import { licenseIds, parseLicenseExpression } from '../license/expression.ts';
import { identifyLicense } from '../license/identify.ts';
import type { Files } from '../model/outside.ts';
import type { Configuration, Project, ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import type { DeclaredLicense } from './declared-license.ts';
import { readLicenseFiles } from './license-files.ts';
import { manifestReaders } from './manifests.ts';
import { readText } from './read-text.ts';

type Tell = (skipped: Skipped) => void;

/**
 * What the repository says of itself. `licenseSource` is where a configuration file gives the license, if one does.
 * Files that are broken or cannot be read are told in `skipped`.
 */
export async function readProject(
  files: Files,
  configuration: Configuration,
  licenseSource?: SourceRange | undefined,
): Promise<{ project: Project; skipped: Skipped[] }> {
  const skipped: Skipped[] = [];
  const tell: Tell = one => skipped.push(one);
  const license =
    configured(configuration, licenseSource) ??
    settle(await readLicenseFiles(files, tell), await readManifests(files, tell), tell);
  return { project: { license, use: configuration.use, configuration }, skipped };
}

function configured(
  configuration: Configuration,
  source: SourceRange | undefined,
): ProjectLicense | undefined {
  const expression = configuration.license === undefined ? undefined : expressionOf(configuration.license);
  return expression === undefined ? undefined : { expression, source };
}

async function readManifests(files: Files, tell: Tell): Promise<readonly ProjectLicense[]> {
  const found: ProjectLicense[] = [];
  for (const reader of manifestReaders) {
    const text = await readText(files, reader.file, tell);
    const declared = text === undefined ? undefined : attempt(reader.file, () => reader.read(text), tell);
    if (declared === undefined) continue;
    const expression = expressionOf(declared.text);
    if (expression !== undefined) found.push({ expression, source: declared.source });
    else
      tell({
        file: reader.file,
        why: `Its license, “${declared.text.slice(0, 60)}”, is none the audit knows.`,
      });
  }
  return found;
}

/** A manifest is a stranger's file: whatever its parser says about it becomes a note. */
function attempt(
  file: string,
  read: () => DeclaredLicense | undefined,
  tell: Tell,
): DeclaredLicense | undefined {
  try {
    return read();
  } catch (error) {
    const [message] = String(error instanceof Error ? error.message : error).split('\n');
    tell({ file, why: `Its license was not read: ${message}` });
    return undefined;
  }
}

/**
 * The text decides which license it is; a manifest that agrees says it better (`-or-later`, `OR`). Where they
 * disagree, the text is what people get.
 */
function settle(
  texts: readonly ProjectLicense[],
  manifests: readonly ProjectLicense[],
  tell: Tell,
): ProjectLicense | undefined {
  const text = isLesser(texts) ? texts.find(({ expression }) => expression.startsWith('LGPL')) : texts[0];
  if (text === undefined) return manifests[0];
  const agreeing = manifests.find(manifest => includesLicense(manifest, text));
  if (agreeing !== undefined) return agreeing;
  for (const { expression, source } of manifests) {
    const why = `It says ${expression}, while ${text.source?.file} holds the text of ${text.expression}; the audit goes by the text.`;
    tell({ file: source?.file ?? '', why });
  }
  return text;
}

/** LGPL 3 is written as additions to GPL 3, so that both texts lie beside each other. */
function isLesser(texts: readonly ProjectLicense[]): boolean {
  const expressions = new Set(texts.map(({ expression }) => expression));
  return expressions.size === 2 && expressions.has('GPL-3.0-only') && expressions.has('LGPL-3.0-only');
}

function includesLicense(manifest: ProjectLicense, text: ProjectLicense): boolean {
  const node = parseLicenseExpression(manifest.expression);
  return node !== undefined && licenseIds(node).some(id => plain(id) === plain(text.expression));
}

function plain(id: string): string {
  return id.replace(/-(?:only|or-later)$/, '');
}

function expressionOf(text: string): string | undefined {
  const identity = identifyLicense(text);
  if (identity.kind === 'spdx') return identity.expression;
  return identity.kind === 'named' ? identity.ref : undefined;
}
