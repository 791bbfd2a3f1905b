import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for others who do the same work, before it is done twice. Milliseconds. */
const patience = 20_000;
/** Nobody works as long as this: whoever made the lock is gone, or does not matter any more. */
const oldest = 420_000;
const firstGlance = 15;
const longestGlance = 250;

/** Does a piece of work when no other process does the same, as far as that can be had: without a disk it is done at once. */
export async function exclusively<T>(
  file: string,
  work: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const mark = `${process.pid} ${hostname()} ${randomUUID()}`;
  const isMine = await acquire(file, mark, signal);
  try {
    return await work();
  } finally {
    if (isMine) await release(file, mark);
  }
}

/** Another process may have taken an old lock for abandoned: what it made is its own. */
async function release(file: string, mark: string): Promise<void> {
  try {
    if ((await readFile(file, 'utf8')) === mark) await rm(file, { force: true });
  } catch (error) {
    // Who waits for a lock that cannot be removed takes it for abandoned in time.
    if (codeOf(error) === undefined) throw error;
  }
}

/** Of those who find it abandoned one takes it away, and not what another has made of it since. */
async function removeAbandoned(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if (await isAbandoned(aside)) await rm(aside, { force: true });
    else await rename(aside, file);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

async function acquire(file: string, mark: string, signal: AbortSignal | undefined): Promise<boolean> {
  const deadline = Date.now() + patience;
  for (let glance = firstGlance; Date.now() < deadline; glance = Math.min(glance * 1.5, longestGlance)) {
    const outcome = signal?.aborted ? 'impossible' : await take(file, mark);
    if (outcome !== 'taken') return outcome === 'mine';
    if (await isAbandoned(file)) await removeAbandoned(file);
    else await pause(glance * (0.5 + Math.random()));
  }
  return false;
}

async function take(file: string, mark: string): Promise<'mine' | 'taken' | 'impossible'> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, mark, { flag: 'wx' });
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
  } catch {
    // Released in the meantime, or not to be read: then the next try or our patience decides.
    return false;
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
