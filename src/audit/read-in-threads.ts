import { noDependencies } from '../find/dependencies.ts';
import { emptyScan } from '../find/file-scan.ts';
import type { FileResult } from '../find/finder.ts';
import { batchSize, type FileReading } from './search.ts';
import type { ProgramState, SearchPool } from './search-pool.ts';

interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly onFiles?: (count: number) => void;
}

type Take<T> = (file: string, answer: T) => void;

/** Has files read by the threads of a pool. What cost a thread its life is said of the file it was reading. */
export async function readInThreads(
  pool: SearchPool,
  program: ProgramState,
  files: readonly string[],
  take: Take<FileReading>,
  options: Options,
): Promise<void> {
  await inChunks(files, pool.threadsFor('read', program), options, async chunk => {
    const readings = await eachOrHalves(chunk, some => pool.read(program, some), unreadable, options.signal);
    for (const [index, file] of chunk.entries()) {
      const reading = readings[index];
      if (reading) take(file, reading);
    }
  });
}

/** Has files searched by the threads of a pool. */
export async function searchInThreads(
  pool: SearchPool,
  program: ProgramState,
  files: readonly string[],
  take: Take<FileResult>,
  options: Options,
): Promise<void> {
  await inChunks(files, pool.threadsFor('search', program), options, async chunk => {
    const results = await eachOrHalves(
      chunk,
      some => pool.search(program, some),
      unsearchable,
      options.signal,
    );
    for (const [index, file] of chunk.entries()) {
      const result = results[index];
      if (result) take(file, result);
    }
  });
}

/** Each thread gets one batch at once: enough to make the way worth it, few enough that none is done long before another. */
async function inChunks(
  files: readonly string[],
  threads: number,
  { signal, onFiles }: Options,
  run: (chunk: readonly string[]) => Promise<void>,
): Promise<void> {
  const shares = sharesOf(batchesOf(files), threads);
  const work = async (own: string[][]): Promise<void> => {
    for (let chunk = nextOf(own, shares); chunk; chunk = nextOf(own, shares)) {
      signal?.throwIfAborted();
      await run(chunk);
      onFiles?.(chunk.length);
    }
  };
  await Promise.all(shares.map(work));
}

function batchesOf(files: readonly string[]): readonly string[][] {
  const batches: string[][] = [];
  for (let start = 0; start < files.length; start += batchSize)
    batches.push(files.slice(start, start + batchSize));
  return batches;
}

/** Neighbours need the same of others, so that each thread had better read them one after another. */
function sharesOf(batches: readonly string[][], threads: number): string[][][] {
  const size = Math.ceil(batches.length / threads);
  return Array.from({ length: threads }, (_, index) => batches.slice(index * size, (index + 1) * size));
}

/** The next batch of a thread's own share; then the last of the one that has most left. */
function nextOf(own: string[][], shares: readonly string[][][]): string[] | undefined {
  const largest = shares.reduce((most, share) => (share.length > most.length ? share : most), own);
  return own.shift() ?? largest.pop();
}

/**
 * A thread that dies takes the answers for all its files with it: each half is asked for by itself, down to the file that
 * it dies of, and that once more.
 */
async function eachOrHalves<T>(
  files: readonly string[],
  ask: (files: readonly string[]) => Promise<readonly T[]>,
  failed: (why: string) => T,
  signal: AbortSignal | undefined,
): Promise<readonly T[]> {
  try {
    return await ask(files);
  } catch {
    signal?.throwIfAborted();
    if (files.length <= 1) return await ask(files).catch(error => [failed(String(error))]);
    const middle = Math.ceil(files.length / 2);
    const first = await eachOrHalves(files.slice(0, middle), ask, failed, signal);
    return [...first, ...(await eachOrHalves(files.slice(middle), ask, failed, signal))];
  }
}

/** What takes more memory than a thread has, alone and on a new one, will do so another time. */
const outOfMemory = /reaching memory limit/;

function unreadable(why: string): FileReading {
  return { scan: emptyScan, directives: [], result: undefined, ...failure(why, 'read') };
}

function unsearchable(why: string): FileResult {
  return { loaded: [], others: [], dependencies: noDependencies(), ...failure(why, 'followed') };
}

function failure(why: string, done: string): Pick<FileResult, 'problems' | 'isLost'> {
  return outOfMemory.test(why)
    ? { problems: [`takes too much memory to be ${done}`] }
    : { problems: [`cannot be ${done}: ${why}`], isLost: true };
}
