// What a thread of the pool runs.
import { deserialize } from 'node:v8';
import workerpool from 'workerpool';
import { createSearchWork, type ProgramState } from '../audit/search-pool.ts';
import { createAssets } from './assets.ts';
import { createFiles } from './files.ts';
import type { SearchJob } from './search-pool.ts';
import { idsIn } from './shared-ids.ts';

const assets = createAssets();
// What goes wrong with a file is among its problems, which the main thread tells.
const log = { info: () => undefined, warn: () => undefined };
let current: { readonly version: number; readonly program: ProgramState } | undefined;
let work: ReturnType<typeof createSearchWork> | undefined;

function workFor({ root, ids }: SearchJob): ReturnType<typeof createSearchWork> {
  work ??= createSearchWork({ files: createFiles(root), assets, log, isKnownId: idsIn(ids) });
  return work;
}

function programOf({ version, program }: SearchJob): ProgramState {
  if (current?.version !== version)
    current = { version, program: deserialize(new Uint8Array(program)) as ProgramState };
  return current.program;
}

workerpool.worker({
  read: async (job: SearchJob) => await workFor(job).read(programOf(job), job.files),
  search: async (job: SearchJob) => await workFor(job).search(programOf(job), job.files),
});
