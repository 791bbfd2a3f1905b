import type { Files } from '../model/outside.ts';
import type { Configuration, Project } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { SourceRange } from '../model/source.ts';
import { type FolderLicense, readFolderLicense } from './folder-license.ts';
import { expressionOf } from './manifest-licenses.ts';
import { readNotice } from './read-notice.ts';

/**
 * What the repository says of itself at its root. `licenseSource` is where a configuration file gives the license, if
 * one does. Files that are broken or cannot be read are told in `skipped`.
 */
export async function readProject(
  files: Files,
  configuration: Configuration,
  licenseSource?: SourceRange | undefined,
): Promise<{ project: Project; skipped: Skipped[] }> {
  const skipped: Skipped[] = [];
  const { license, notes } =
    configured(configuration, licenseSource) ??
    (await readFolderLicense(files, '', one => skipped.push(one)));
  const notice = await readNotice(files, '', one => skipped.push(one));
  const { use } = configuration;
  return { project: { license, notes, packages: [], notice, use, configuration }, skipped };
}

function configured(
  configuration: Configuration,
  source: SourceRange | undefined,
): FolderLicense | undefined {
  const expression = configuration.license === undefined ? undefined : expressionOf(configuration.license);
  return expression === undefined ? undefined : { license: { expression, source }, notes: [] };
}
