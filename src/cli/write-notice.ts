import { open, readFile, realpath, stat } from 'node:fs/promises';
import { isInside } from '../node/paths.ts';
import { readProblem } from '../node/read-problem.ts';
import { ExpectedError } from './expected-error.ts';

/** A text that is to take the place of another in a file. `before` is empty where there was no file. */
interface Rewriting {
  readonly before: string;
  readonly text: string;
}

/**
 * Writes a notice only over the very text it was made from. A file that is no UTF-8, too large to be read whole, or a link
 * that leads out of the project holds what somebody would miss.
 */
export async function writeNotice(
  root: string,
  path: string,
  shown: string,
  { before, text }: Rewriting,
): Promise<void> {
  try {
    const former = await whereItIs(path);
    if (former === undefined) return await writeTo(path, 'wx', text);
    if (!isInside(await realpath(root), former)) throw leftAlone(shown, 'it is a link that leads elsewhere');
    const mark = await markBefore(former, before);
    if (mark === undefined) {
      throw leftAlone(shown, 'it is no text in UTF-8, or too large, or was changed just now');
    }
    await writeTo(former, 'w', mark + text);
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(`${shown}: cannot be written: ${readProblem(error)}`, { cause: error });
  }
}

function leftAlone(shown: string, why: string): ExpectedError {
  return new ExpectedError(`${shown}: left as it is: ${why}.`);
}

async function whereItIs(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const byteOrderMark = '\uFEFF';

/** What stands in a file before the text: a byte order mark or nothing. Undefined where the file holds anything else. */
async function markBefore(path: string, text: string): Promise<string | undefined> {
  const marks = ['', byteOrderMark].map(mark => [mark, Buffer.from(mark + text)] as const);
  const { size } = await stat(path);
  if (!marks.some(([, bytes]) => bytes.length === size)) return undefined;
  const found = await readFile(path);
  return marks.find(([, bytes]) => bytes.equals(found))?.[0];
}

/** With `wx` the file must not be there yet, not even as a link to nowhere. */
async function writeTo(path: string, flags: 'w' | 'wx', text: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
