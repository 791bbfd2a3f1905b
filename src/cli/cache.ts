import { defaultCacheFolder } from '../node/cache.ts';
import { type CacheSummary, clearCache, type KindSummary, summarizeCache } from '../node/cache-folder.ts';
import { readProblem } from '../node/read-problem.ts';
import { compact, counted, day } from '../report/words.ts';
import type { CacheAction } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';

/** `ptm-audit cache show` and `ptm-audit cache clear`. Gives the exit code. */
export async function runCacheAction(action: CacheAction): Promise<number> {
  const folder = process.env['PTM_AUDIT_CACHE'] || defaultCacheFolder();
  try {
    if (action === 'clear') await clearCache(folder);
    else process.stdout.write(summaryText(await summarizeCache(folder)));
  } catch (error) {
    throw new ExpectedError(`${folder}: ${readProblem(error)}`, { cause: error });
  }
  return 0;
}

function summaryText({ folder, kinds }: CacheSummary): string {
  if (kinds.length === 0) return `${folder}: nothing is kept\n`;
  const width = Math.max(...kinds.map(({ kind }) => kind.length));
  return `${folder}\n${kinds.map(line => `  ${kindLine(line, width)}\n`).join('')}`;
}

function kindLine({ kind, entries, bytes, oldest }: KindSummary, width: number): string {
  return `${kind.padEnd(width)}  ${counted(entries, 'answer')}, ${compact(bytes)} bytes, the oldest of ${day(oldest)}`;
}
