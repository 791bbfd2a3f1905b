import { type Files, ReadError } from '../model/outside.ts';
import type { NoticeFile } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import { readText } from './read-text.ts';

const noticeFile = /^notices?(?:\.(?:txt|md))?$/i;

/** The file at the root that credits others, the plainest name first. */
export async function readNotice(
  files: Files,
  tell: (skipped: Skipped) => void,
): Promise<NoticeFile | undefined> {
  const [name] = (await namesAtRoot(files))
    .filter(name => noticeFile.test(name))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const text = name === undefined ? undefined : await readText(files, name, tell);
  return name === undefined || text === undefined ? undefined : { file: name, text };
}

/** A root that cannot be listed is told by whoever looks for its licenses. */
async function namesAtRoot(files: Files): Promise<readonly string[]> {
  try {
    return await files.names('');
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}
