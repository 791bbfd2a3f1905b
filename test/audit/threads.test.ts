import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSearchWork, type ProgramState, partsForOthers } from '../../src/audit/search-pool.ts';
import { Finder } from '../../src/find/finder.ts';
import type { ModelReference } from '../../src/model/reference.ts';
import { findInFiles, sourceAssets } from '../support/find-in-text.ts';
import { describePlace, readHidingPlaces } from '../support/hiding-place.ts';
import { memoryFiles } from '../support/memory-files.ts';

const folder = path.join(import.meta.dirname, '../fixtures/hiding-places');
const log = { info: () => undefined, warn: () => undefined };
const isKnownId = (id: string): boolean => /^org\/|^root-model$/.test(id);

describe('threads that are told of files find what one that read all of them finds', () => {
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const mainFile = name.startsWith('script') ? 'app.ts' : 'app.py';
    it(name.replace('.txt', ''), async () => {
      for (const { title, files } of readHidingPlaces(text, mainFile)) {
        const expected = await findInFiles(files, isKnownId);
        assert.deepEqual(summary(await findInThread(files)), summary(expected), title);
      }
    });
  }
});

async function findInThread(files: Readonly<Record<string, string>>): Promise<readonly ModelReference[]> {
  const sources = { files: memoryFiles(files), assets: sourceAssets, log, isKnownId };
  const all = Object.keys(files).toSorted();
  const empty: ProgramState = {
    files: new Set(all),
    projects: new Set(),
    copies: new Map(),
    scans: new Map(),
  };
  const finder = new Finder(empty.files, isKnownId);
  // Between threads goes what can be copied as plain data.
  const readings = structuredClone(await createSearchWork(sources).read(empty, all));
  for (const [index, { scan, result }] of readings.entries()) finder.accept(all[index] ?? '', scan, result);
  finder.recheck();
  const stale = finder.stale();
  const program = structuredClone({ ...empty, scans: partsForOthers(finder) });
  const results = structuredClone(await createSearchWork(sources).search(program, stale));
  for (const [index, result] of results.entries()) if (result) finder.take(stale[index] ?? '', result);
  assert.deepEqual(finder.stale(), []);
  return finder.references();
}

function summary(references: readonly ModelReference[]): readonly string[] {
  const found = references.filter(({ id }) => id !== undefined);
  return [
    ...new Set(found.map(({ evidence, id, range }) => `${evidence} ${id} ${describePlace(range)}`)),
  ].sort();
}
