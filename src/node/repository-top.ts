import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The nearest folder, from `folder` up, that holds `.git`. */
export async function repositoryTop(folder: string): Promise<string | undefined> {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (await exists(join(candidate, '.git'))) return candidate;
    if (dirname(candidate) === candidate) return undefined;
  }
}

export function exists(location: string): Promise<boolean> {
  return stat(location).then(
    () => true,
    () => false,
  );
}
