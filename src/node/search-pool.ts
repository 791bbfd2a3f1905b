import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import workerpool, { type Pool } from 'workerpool';
import type { ProgramState, SearchPool, Task } from '../audit/search-pool.ts';
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

/** Threads that work at once, and the megabytes that the young objects of each may take, and the old ones. */
interface Crew {
  readonly threads: number;
  readonly young: number;
  readonly old: number;
}

const most = Math.max(1, Math.min(4, availableParallelism()));
/** One for both tasks. */
const forSmall: Crew = { threads: most, young: 16, old: 170 };
/**
 * Whoever searches a large program knows all of it, and needs files from all over it. Two threads that have too little room
 * for that take longer than one which has the room of both: they drop what they need again.
 */
const forLarge: Readonly<Record<Task, Crew>> = {
  read: { threads: most, young: 16, old: 130 },
  search: { threads: Math.ceil(most / 2), young: 48, old: 260 },
};
/** Files of a large program. */
const manyFiles = 10_000;

function crewFor(task: Task, { files }: ProgramState): Crew {
  return files.size > manyFiles ? forLarge[task] : forSmall;
}

/** Undefined where the program runs from source: only its bundle has a file that a thread can start from. */
export function searchPoolFor(root: string): ((knownIds: readonly string[]) => SearchPool) | undefined {
  const script = fileURLToPath(new URL('./search-worker.js', import.meta.url));
  return existsSync(script) ? knownIds => createSearchPool(script, root, shareIds(knownIds)) : undefined;
}

function createSearchPool(script: string, root: string, ids: SharedArrayBuffer): SearchPool {
  let working: { readonly crew: Crew; readonly pool: Promise<Pool> } | undefined;
  let isClosed = false;
  let version = 0;
  let current: { readonly program: ProgramState; readonly shared: SharedArrayBuffer } | undefined;

  function jobOf(program: ProgramState, files: readonly string[]): SearchJob {
    if (current?.program !== program) {
      current = { program, shared: shared(serialize(program)) };
      version += 1;
    }
    return { root, ids, version, program: current.shared, files };
  }

  /** One crew leaves before the next one starts: both at once would take the memory of both. */
  async function poolOf(crew: Crew): Promise<Pool> {
    if (working?.crew !== crew) {
      const leaving = endOf(working?.pool);
      working = { crew, pool: leaving.then(() => threadPool(script, crew)) };
    }
    return await working.pool;
  }

  async function run(task: Task, program: ProgramState, files: readonly string[]) {
    const pool = await poolOf(crewFor(task, program));
    if (isClosed) throw new Error('the threads have ended');
    return await pool.exec(task, [jobOf(program, files)]);
  }

  return {
    threadsFor: (task, program) => crewFor(task, program).threads,
    read: async (program, files) => await run('read', program, files),
    search: async (program, files) => await run('search', program, files),
    close: async () => {
      isClosed = true;
      await endOf(working?.pool);
    },
  };
}

async function endOf(pool: Promise<Pool> | undefined): Promise<void> {
  await (await pool)?.terminate(true);
}

function threadPool(script: string, { threads, young, old }: Crew): Pool {
  return workerpool.pool(script, {
    workerType: 'thread',
    maxWorkers: threads,
    workerThreadOpts: {
      resourceLimits: { maxYoungGenerationSizeMb: young, maxOldGenerationSizeMb: old },
    },
  });
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}
