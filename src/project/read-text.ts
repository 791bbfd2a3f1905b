import type { Files } from '../model/outside.ts';
import { ReadError } from '../model/outside.ts';
import type { Skipped } from '../model/report.ts';

const largest = 2 * 1024 * 1024;

/** A file's text, undefined when it is absent. What cannot be read is told and treated as absent. */
export async function readText(
  files: Files,
  path: string,
  onSkipped: (skipped: Skipped) => void,
): Promise<string | undefined> {
  try {
    const bytes = await files.readIfPresent(path);
    if (bytes === undefined) return undefined;
    if (bytes.length <= largest) return new TextDecoder().decode(bytes);
    onSkipped({ file: path, why: 'It is too large to be what its name says.' });
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    onSkipped({ file: path, why: error.message });
  }
  return undefined;
}
