import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for others who do the same work, before it is done twice. Milliseconds. */
const patience = 20_000;
/** Nobody works as long as this: whoever made the lock is gone, or does not matter any more. */
const oldest = 60_000;
const firstGlance = 15;
const longestGlance = 250;

/** Does a piece of work when no other process does the same, as far as that can be had: without a disk it is done at once. */
export async function exclusively<T>(
  file: string,
  work: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const isMine = await acquire(file, signal);
  try {
    return await work();
  } finally {
    if (isMine) await rm(file, { force: true });
  }
}

async function acquire(file: string, signal: AbortSignal | undefined): Promise<boolean> {
  const deadline = Date.now() + patience;
  for (let glance = firstGlance; Date.now() < deadline; glance = Math.min(glance * 1.5, longestGlance)) {
    const outcome = signal?.aborted ? 'impossible' : await take(file);
    if (outcome !== 'taken') return outcome === 'mine';
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await pause(glance * (0.5 + Math.random()));
  }
  return false;
}

async function take(file: string): Promise<'mine' | 'taken' | 'impossible'> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${process.pid} ${hostname()}`, { flag: 'wx' });
    return 'mine';
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? 'taken' : 'impossible';
  }
}

/** A process that was killed leaves its locks behind. */
async function isAbandoned(file: string): Promise<boolean> {
  try {
    const [info, text] = await Promise.all([stat(file), readFile(file, 'utf8')]);
    const [pid, host] = text.split(' ');
    if (Date.now() - info.mtimeMs > oldest) return true;
    return host === hostname() && !isRunning(Number(pid));
  } catch (error) {
    // Released in the meantime, or not to be read: then its age or our patience decides.
    return codeOf(error) === 'ENOENT';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs, too.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
