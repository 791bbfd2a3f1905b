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
  await inChunks(files, pool, options, async chunk => {
    const readings = await eachOrAlone(chunk, some => pool.read(program, some), unreadable, options.signal);
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
  await inChunks(files, pool, options, async chunk => {
    const results = await eachOrAlone(
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
  pool: SearchPool,
  { signal, onFiles }: Options,
  run: (chunk: readonly string[]) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      signal?.throwIfAborted();
      const chunk = files.slice(next, next + batchSize);
      next += batchSize;
      await run(chunk);
      onFiles?.(chunk.length);
    }
  };
  await Promise.all(Array.from({ length: pool.threads }, work));
}

/** A thread that dies takes the answers for all its files with it: each is asked for once more by itself. */
async function eachOrAlone<T>(
  files: readonly string[],
  ask: (files: readonly string[]) => Promise<readonly T[]>,
  failed: (why: string) => T,
  signal: AbortSignal | undefined,
): Promise<readonly T[]> {
  try {
    return await ask(files);
  } catch {
    signal?.throwIfAborted();
    const answers: T[] = [];
    for (const file of files) answers.push(...(await ask([file]).catch(error => [failed(String(error))])));
    return answers;
  }
}

function unreadable(why: string): FileReading {
  return {
    scan: emptyScan,
    directives: [],
    problems: [`cannot be read: ${why}`],
    result: undefined,
    isLost: true,
  };
}

function unsearchable(why: string): FileResult {
  const dependencies = { files: new Set<string>(), questions: new Set<string>(), flags: new Set<string>() };
  return { loaded: [], others: [], dependencies, problems: [`cannot be followed: ${why}`], isLost: true };
}
