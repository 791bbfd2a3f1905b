import { identifyLicense } from '../license/identify.ts';
import type { Files } from '../model/outside.ts';
import type { LicenseNote, ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { DeclaredLicense, DeclaredLicenses, ManifestReader } from './declared-license.ts';
import { readLicenseFile } from './license-files.ts';
import { manifestReaders } from './manifests.ts';
import { readText } from './read-text.ts';

type Tell = (skipped: Skipped) => void;

/** The licenses the manifests of a folder name, in the order they are asked. */
export async function readManifestLicenses(
  files: Files,
  folder: string,
  tell: Tell,
): Promise<DeclaredLicenses> {
  const licenses: ProjectLicense[] = [];
  const notes: LicenseNote[] = [];
  for (const reader of manifestReaders) {
    const read = await readManifest(files, folder, reader, tell);
    if (read === undefined) continue;
    if ('expression' in read) licenses.push(read);
    else notes.push(read);
  }
  return { licenses, notes };
}

async function readManifest(
  files: Files,
  folder: string,
  reader: ManifestReader,
  tell: Tell,
): Promise<ProjectLicense | LicenseNote | undefined> {
  const path = inFolder(folder, reader.name);
  const text = await readText(files, path, tell);
  const declared = text === undefined ? undefined : attempt(path, () => reader.read(text, path), tell);
  if (declared === undefined) return undefined;
  if ('textFile' in declared) return await readPointed(files, folder, declared.textFile, tell);
  const expression = expressionOf(declared.text);
  if (expression !== undefined) return { expression, source: declared.source };
  const message = `The license that ${path} names, “${declared.text.slice(0, 60)}”, is none the audit knows.`;
  return { message, source: declared.source };
}

/** The file a manifest points to. It must lie in the manifest's own folder or below. */
async function readPointed(
  files: Files,
  folder: string,
  written: string,
  tell: Tell,
): Promise<ProjectLicense | LicenseNote | undefined> {
  const parts = written.split(/[\\/]/).filter(part => part !== '.' && part !== '');
  if (/^[\\/]|^\w:/.test(written) || parts.includes('..')) return undefined;
  return await readLicenseFile(files, inFolder(folder, parts.join('/')), tell);
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
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

/** The SPDX expression of what somebody wrote for a license; undefined where it is none the audit knows. */
export function expressionOf(text: string): string | undefined {
  const identity = identifyLicense(text);
  if (identity.kind === 'spdx') return identity.expression;
  return identity.kind === 'named' ? identity.ref : undefined;
}
