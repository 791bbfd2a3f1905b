import type { FileEntry, Files } from '../src/model/outside.ts';

/** Every file of a repository, whatever its name ends with. */
export async function everyFile(files: Files): Promise<readonly FileEntry[]> {
  const found: FileEntry[] = [];
  const folders = files.walk({ ignore: [], isWanted: () => true, onSkipped: () => undefined });
  for await (const entries of folders) found.push(...entries);
  return found;
}
