import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import workerpool, { type Pool } from 'workerpool';
import { isLarge, type ProgramState, type SearchPool } from '../audit/search-pool.ts';
import { shareIds } from './shared-ids.ts';

/** What a thread is asked. The program is told in shared memory, once for all jobs about it. */
export interface SearchJob {
  readonly root: string;
  /** Of models that are known, as `shareIds` writes them. */
  readonly ids: SharedArrayBuffer;
  /** Tells programs apart. */
  readonly version: number;
  /** The program, as the runtime serializes it. */
  readonly program: SharedArrayBuffer;
  readonly files: readonly string[];
}

const mostThreads = 4;
/** Megabytes of a thread's young objects and of its old ones: facts come and go, and as many are held as a program's size allows. */
const young = 16;
const old = { small: 170, large: 130 };

/** Undefined where the program runs from source: only its bundle has a file that a thread can start from. */
export function searchPoolFor(root: string): ((knownIds: readonly string[]) => SearchPool) | undefined {
  const script = fileURLToPath(new URL('./search-worker.js', import.meta.url));
  return existsSync(script) ? knownIds => createSearchPool(script, root, shareIds(knownIds)) : undefined;
}

function createSearchPool(script: string, root: string, ids: SharedArrayBuffer): SearchPool {
  const threads = Math.max(1, Math.min(mostThreads, availableParallelism()));
  let pool: Pool | undefined;
  let version = 0;
  let current: { readonly program: ProgramState; readonly shared: SharedArrayBuffer } | undefined;

  function jobOf(program: ProgramState, files: readonly string[]): SearchJob {
    if (current?.program !== program) {
      current = { program, shared: shared(serialize(program)) };
      version += 1;
    }
    return { root, ids, version, program: current.shared, files };
  }

  async function run(method: 'read' | 'search', program: ProgramState, files: readonly string[]) {
    pool ??= threadPool(script, threads, isLarge(program) ? old.large : old.small);
    return await pool.exec(method, [jobOf(program, files)]);
  }

  return {
    threads,
    read: async (program, files) => await run('read', program, files),
    search: async (program, files) => await run('search', program, files),
    close: async () => void (await pool?.terminate(true)),
  };
}

function threadPool(script: string, threads: number, megabytes: number): Pool {
  return workerpool.pool(script, {
    workerType: 'thread',
    maxWorkers: threads,
    workerThreadOpts: {
      resourceLimits: { maxYoungGenerationSizeMb: young, maxOldGenerationSizeMb: megabytes },
    },
  });
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}
