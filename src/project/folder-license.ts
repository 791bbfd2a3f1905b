import { licenseIds, parseLicenseExpression } from '../license/expression.ts';
import type { Files } from '../model/outside.ts';
import type { LicenseNote, ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import { readLicenseFiles } from './license-files.ts';
import { readManifestLicenses } from './manifest-licenses.ts';

/** What one folder declares about its license. */
export interface FolderLicense {
  readonly license: ProjectLicense | undefined;
  /** What in it does not fit together, or could not be told. */
  readonly notes: readonly LicenseNote[];
}

/** Reads the license files and the manifests of one folder. Files that are broken or cannot be read are told. */
export async function readFolderLicense(
  files: Files,
  folder: string,
  tell: (skipped: Skipped) => void,
): Promise<FolderLicense> {
  const texts = await readLicenseFiles(files, folder, tell);
  const manifests = await readManifestLicenses(files, folder, tell);
  const license = settle(texts.licenses, manifests.licenses);
  const others = [...texts.licenses, ...manifests.licenses].filter(other => !fits(other, license));
  return {
    license,
    notes: [...texts.notes, ...manifests.notes, ...others.map(other => disagreement(other, license))],
  };
}

/**
 * The text decides which license it is; a manifest that agrees says it better (`-or-later`, `OR`). Where they
 * disagree, the text is what people get.
 */
function settle(
  texts: readonly ProjectLicense[],
  manifests: readonly ProjectLicense[],
): ProjectLicense | undefined {
  const text = texts.find(one => isLesserPair(one, texts)) ?? texts[0];
  if (text === undefined) return manifests[0];
  return manifests.find(manifest => includes(manifest, text)) ?? text;
}

/** LGPL 3 is written as additions to GPL 3, so that both texts lie beside each other. */
function isLesserPair({ expression }: ProjectLicense, texts: readonly ProjectLicense[]): boolean {
  return expression === 'LGPL-3.0-only' && texts.some(other => other.expression === 'GPL-3.0-only');
}

function fits(other: ProjectLicense, chosen: ProjectLicense | undefined): boolean {
  if (chosen === undefined || other === chosen) return true;
  const isPart = plain(chosen.expression) === 'LGPL-3.0' && plain(other.expression) === 'GPL-3.0';
  return isPart || includes(chosen, other) || includes(other, chosen);
}

function disagreement(other: ProjectLicense, chosen: ProjectLicense | undefined): LicenseNote {
  const file = other.source?.file ?? '';
  const start = { line: 0, character: 0 };
  const message = `${file} says ${other.expression}, while ${chosen?.source?.file} says ${chosen?.expression}; the audit goes by ${chosen?.expression}.`;
  return { message, source: other.source ?? { file, start, end: start } };
}

/** Whether one of them names the license of the other. */
function includes(manifest: ProjectLicense, text: ProjectLicense): boolean {
  const node = parseLicenseExpression(manifest.expression);
  return node !== undefined && licenseIds(node).some(id => plain(id) === plain(text.expression));
}

function plain(id: string): string {
  return id.replace(/-(?:only|or-later)$/, '');
}
