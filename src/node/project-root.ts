import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside } from './paths.ts';
import { exists, repositoryTop } from './repository-top.ts';

const largestManifest = 2 * 1024 * 1024;

/**
 * The folder whose license and configuration speak for what lies in `folder`: the nearest one above it, up to the top of
 * its git repository, that configures the audit; else the top. Undefined outside of any repository.
 */
export async function projectRoot(folder: string): Promise<string | undefined> {
  const top = await repositoryTop(folder);
  if (top === undefined) return undefined;
  for (
    let candidate = folder;
    isInside(top, candidate) && candidate !== top;
    candidate = dirname(candidate)
  ) {
    if (await configuresAudit(candidate)) return candidate;
  }
  return top;
}

async function configuresAudit(folder: string): Promise<boolean> {
  if (await exists(join(folder, 'ptm-audit.json'))) return true;
  try {
    const manifest = join(folder, 'pyproject.toml');
    const info = await stat(manifest);
    if (!info.isFile() || info.size > largestManifest) return false;
    return /^\s*\[tool\.ptm-audit[\].]/m.test(await readFile(manifest, 'utf8'));
  } catch {
    // Absent or unreadable: it configures nothing here.
    return false;
  }
}
