import { type Files, ReadError } from '../model/outside.ts';
import type { NoticeFile } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import { readText } from './read-text.ts';

const noticeFile = /^notices?(?:\.(?:txt|md))?$/i;

/** The file of a folder that credits others, the plainest name first. */
export async function readNotice(
  files: Files,
  folder: string,
  tell: (skipped: Skipped) => void,
): Promise<NoticeFile | undefined> {
  const [name] = (await namesIn(files, folder))
    .filter(name => noticeFile.test(name))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (name === undefined) return undefined;
  const file = folder === '' ? name : `${folder}/${name}`;
  const text = await readText(files, file, tell);
  return text === undefined ? undefined : { file, text };
}

/** A folder that cannot be listed is told by whoever looks for its licenses. */
async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.names(folder);
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}
