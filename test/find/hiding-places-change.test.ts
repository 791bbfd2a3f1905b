import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Finder } from '../../src/find/finder.ts';
import { findInFiles, parseSource } from '../support/find-in-text.ts';
import { readHidingPlaces } from '../support/hiding-place.ts';

const folder = path.join(import.meta.dirname, '../fixtures/hiding-places');
const isKnownId = (id: string) => id.startsWith('org/');

type Files = Readonly<Record<string, string>>;

/** Every file at first empty, then written one after the other. */
async function findOneByOne(files: Files): Promise<Finder> {
  const finder = new Finder(new Set(Object.keys(files)), isKnownId);
  const written = Object.entries(files);
  const empty = written.map(([file]) => [file, ''] as const);
  for (const [file, text] of [...empty, ...written]) {
    finder.set(file, await parseSource(file, text), text.length);
    finder.recheck();
    finder.search(finder.stale());
  }
  return finder;
}

describe('files that are written one by one tell what they tell at once', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name.replace('.txt', ''), async () => {
      const mainFile = name.startsWith('script') ? 'app.ts' : 'app.py';
      for (const { title, files } of readHidingPlaces(
        readFileSync(path.join(folder, name), 'utf8'),
        mainFile,
      )) {
        const finder = await findOneByOne(files);
        assert.deepEqual(finder.references(), await findInFiles(files, isKnownId), title);
      }
    });
  }
});
