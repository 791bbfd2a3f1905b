import { defaultCacheFolder } from '../node/cache.ts';
import {
  type CacheSummary,
  type Cleared,
  clearCache,
  type KindSummary,
  summarizeCache,
} from '../node/cache-folder.ts';
import { readProblem } from '../node/read-problem.ts';
import { compact, counted, day } from '../report/words.ts';
import type { CacheAction } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';

/** `ptm-audit cache show` and `ptm-audit cache clear`. Gives the exit code. */
export async function runCacheAction(action: CacheAction): Promise<number> {
  const folder = process.env['PTM_AUDIT_CACHE'] || defaultCacheFolder();
  try {
    const text =
      action === 'clear'
        ? clearedText(folder, await clearCache(folder))
        : summaryText(await summarizeCache(folder));
    process.stdout.write(text);
  } catch (error) {
    throw new ExpectedError(`${folder}: ${readProblem(error)}`, { cause: error });
  }
  return 0;
}

function clearedText(folder: string, { entries, bytes }: Cleared): string {
  if (entries === 0) return `${folder}: there was nothing to remove\n`;
  return `${folder}: removed ${counted(entries, 'answer')}, ${compact(bytes)} bytes\n`;
}

function summaryText({ folder, kinds }: CacheSummary): string {
  if (kinds.length === 0) return `${folder}: nothing is kept\n`;
  const width = Math.max(...kinds.map(({ kind }) => kind.length));
  return `${folder}\n${kinds.map(line => `  ${kindLine(line, width)}\n`).join('')}`;
}

function kindLine({ kind, entries, bytes, oldest }: KindSummary, width: number): string {
  return `${kind.padEnd(width)}  ${counted(entries, 'answer')}, ${compact(bytes)} bytes, the oldest of ${day(oldest)}`;
}
