import assert from 'node:assert/strict';
import { readInThreads } from '../../src/audit/read-in-threads.ts';
import type { FileReading } from '../../src/audit/search.ts';
import type { ProgramState, SearchPool } from '../../src/audit/search-pool.ts';

const program: ProgramState = { files: new Set(), projects: new Set(), copies: new Map(), scans: new Map() };

/** What is said of a file of which every thread dies. */
async function readingOf(why: string): Promise<FileReading | undefined> {
  const dies = async (): Promise<never> => {
    throw new Error(why);
  };
  const pool: SearchPool = { threadsFor: () => 1, read: dies, search: dies, close: async () => undefined };
  let said: FileReading | undefined;
  const take = (_: string, reading: FileReading): void => {
    said = reading;
  };
  await readInThreads(pool, program, ['bundle.js'], take, {});
  return said;
}

describe('a file of which threads die', () => {
  it('is read no more, until it changes, where it takes too much memory', async () => {
    const said = await readingOf('Worker terminated due to reaching memory limit: JS heap out of memory');
    assert.deepEqual(said?.problems, ['takes too much memory to be read']);
    assert.equal(said?.isLost, undefined);
  });

  it('is read again the next time, where another reason may be gone by then', async () => {
    const said = await readingOf('Worker exited unexpectedly');
    assert.match(said?.problems[0] ?? '', /^cannot be read: .*unexpectedly/);
    assert.equal(said?.isLost, true);
  });
});
