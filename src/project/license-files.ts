import { identifyLicenseText } from '../license/identify-text.ts';
import { type Files, ReadError } from '../model/outside.ts';
import type { ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import { readText } from './read-text.ts';
import { firstLine } from './text-place.ts';

/** A repository with more license files than this is a collection of them. */
const mostFiles = 10;
const licenseFile = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]*)?$/i;
const otherPurpose = /third|3rd|notice|template|\.(?:py|js|ts|json|ya?ml|toml|html?|spdx|sh)$/i;

/** The licenses whose text stands at the root, the plainest file name first. */
export async function readLicenseFiles(
  files: Files,
  onSkipped: (skipped: Skipped) => void,
): Promise<readonly ProjectLicense[]> {
  const found: ProjectLicense[] = [];
  for (const name of (await licenseNames(files, onSkipped)).slice(0, mostFiles)) {
    const text = await readText(files, name, onSkipped);
    if (text === undefined || text.trim() === '') continue;
    const expression = identifyLicenseText(text);
    if (expression === undefined)
      onSkipped({ file: name, why: 'Its text is no single license the audit knows.' });
    else found.push({ expression, source: firstLine(name, text) });
  }
  return found;
}

async function licenseNames(files: Files, onSkipped: (skipped: Skipped) => void): Promise<readonly string[]> {
  try {
    const names = await files.names('');
    return names
      .filter(name => licenseFile.test(name) && !otherPurpose.test(name))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    onSkipped({ file: '', why: error.message });
    return [];
  }
}
