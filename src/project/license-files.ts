import { identifyLicenseText } from '../license/identify-text.ts';
import { type Files, ReadError } from '../model/outside.ts';
import type { LicenseNote, ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { DeclaredLicenses } from './declared-license.ts';
import { readText } from './read-text.ts';
import { firstLine } from './text-place.ts';

type Tell = (skipped: Skipped) => void;

/** A repository with more license files than this is a collection of them. */
const mostFiles = 10;
const licenseFile = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]*)?$/i;
const otherPurpose = /third|3rd|notice|template|\.(?:py|js|ts|json|ya?ml|toml|html?|spdx|sh)$/i;

/** The licenses whose text stands in a folder, the plainest file name first. */
export async function readLicenseFiles(files: Files, folder: string, tell: Tell): Promise<DeclaredLicenses> {
  const licenses: ProjectLicense[] = [];
  const notes: LicenseNote[] = [];
  for (const name of (await licenseNames(files, folder, tell)).slice(0, mostFiles)) {
    const read = await readLicenseFile(files, folder === '' ? name : `${folder}/${name}`, tell);
    if (read === undefined) continue;
    if ('expression' in read) licenses.push(read);
    else notes.push(read);
  }
  return { licenses, notes };
}

/** A license file's license, or a note on why there is none to be told. Undefined for a file that is not there. */
export async function readLicenseFile(
  files: Files,
  path: string,
  tell: Tell,
): Promise<ProjectLicense | LicenseNote | undefined> {
  const text = await readText(files, path, tell);
  if (text === undefined) return undefined;
  const source = firstLine(path, text);
  if (text.trim() === '') return { message: `${path} is empty, which grants nothing.`, source };
  const expression = identifyLicenseText(text);
  if (expression !== undefined) return { expression, source };
  return { message: `The text of ${path} is no single license the audit knows.`, source };
}

async function licenseNames(files: Files, folder: string, tell: Tell): Promise<readonly string[]> {
  try {
    const names = await files.names(folder);
    return names
      .filter(name => licenseFile.test(name) && !otherPurpose.test(name))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    tell({ file: folder, why: error.message });
    return [];
  }
}
