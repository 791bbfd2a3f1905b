import { join, relative } from 'node:path';
import { type Notice, noticesOf } from '../audit/notice.ts';
import { oneLine } from '../report/one-line.ts';
import { counted } from '../report/words.ts';
import type { NoticeArguments } from './arguments.ts';
import { audit } from './run-audit.ts';
import { chooseTarget } from './target.ts';
import { writeNotice } from './write-notice.ts';

/** Brings the notices up to date, or tells whether they are, and gives the exit code: 1 where a checked one is not. */
export async function runNotice(options: NoticeArguments, signal: AbortSignal): Promise<number> {
  const { check = false } = options;
  const { paths } = await chooseTarget(options.paths, options.root);
  const report = await audit(options, signal);
  const notices = noticesOf(report, { isWhole: paths.length === 0 });
  for (const notice of notices) {
    const path = join(report.root, notice.file);
    const shown = relative(process.cwd(), path) || notice.file;
    if (notice.isChanged && !check) await writeNotice(report.root, path, shown, notice);
    for (const line of linesOf(notice, shown, check)) console.log(oneLine(line));
  }
  const left = notices.flatMap(notice => notice.left).length;
  if (left > 0 && check) {
    console.log(`${counted(left, 'model')} left out; only a file that is out of date fails the check.`);
  }
  return check && notices.some(({ isChanged }) => isChanged) ? 1 : 0;
}

function* linesOf({ isChanged, credited, left }: Notice, shown: string, isCheck: boolean): Generator<string> {
  const changed = isCheck ? 'is out of date' : 'was written';
  const all = counted(credited.length + left.length, 'model');
  yield `${shown} ${isChanged ? changed : 'is up to date'}: ${credited.length} of ${all} credited.`;
  for (const { id, why, isCredited } of left) {
    yield `  ${id}: ${isCredited ? 'its former credit stays' : 'left out'}; ${why}.`;
  }
}
