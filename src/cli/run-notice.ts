import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { noticeOf } from '../audit/notice.ts';
import { readProblem } from '../node/read-problem.ts';
import { oneLine } from '../report/one-line.ts';
import { counted } from '../report/words.ts';
import type { NoticeArguments } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';
import { audit } from './run-audit.ts';

/** Brings the project's NOTICE up to date, or tells whether it is, and gives the exit code. */
export async function runNotice(options: NoticeArguments, signal: AbortSignal): Promise<number> {
  const report = await audit(options, signal);
  const { file, text, isChanged, credited, left } = noticeOf(report);
  const shown = relative(process.cwd(), join(report.root, file)) || file;
  const isStale = options.check === true && isChanged;
  if (isChanged && !isStale) await write(join(report.root, file), shown, text);
  const state = isStale ? 'is out of date' : isChanged ? 'was written' : 'is up to date';
  console.log(
    oneLine(
      `${shown} ${state}: ${credited.length} of ${counted(credited.length + left.length, 'model')} credited.`,
    ),
  );
  for (const { id, why, isCredited } of left) {
    console.log(oneLine(`  ${id}: ${isCredited ? 'its former credit stays' : 'not credited'}; ${why}.`));
  }
  return isStale ? 1 : 0;
}

async function write(path: string, shown: string, text: string): Promise<void> {
  try {
    const file = await open(path, 'w');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new ExpectedError(`${shown}: cannot be written: ${readProblem(error)}`, { cause: error });
  }
}
