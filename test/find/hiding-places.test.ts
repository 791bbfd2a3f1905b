import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelReference } from '../../src/model/reference.ts';
import { findInFiles } from '../support/find-in-text.ts';
import { describePlace, type HidingPlace, readHidingPlaces } from '../support/hiding-place.ts';

const folder = path.join(import.meta.dirname, '../fixtures/hiding-places');

describe('an id is found wherever it hides, and nothing else is', () => {
  for (const name of readdirSync(folder).sort()) {
    describe(name.replace('.txt', ''), () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const mainFile = name.startsWith('script') ? 'app.ts' : 'app.py';
      // What is only mentioned counts where its model is known. Elsewhere none is, so that nothing is found by its name.
      const isKnownId = (id: string) => name.startsWith('mentions') && /^(org\/[\w-]+|root-model)$/.test(id);
      for (const place of readHidingPlaces(text, mainFile)) {
        it(place.title, async () => check(place, await findInFiles(place.files, isKnownId)));
      }
    });
  }
});

function check(place: HidingPlace, references: readonly ModelReference[]): void {
  const sure = references.filter(({ id, isTentative }) => id !== undefined && !isTentative);
  const placesOf = (evidence: string) =>
    distinct(
      sure.filter(one => one.evidence === evidence).map(({ range, id }) => `${describePlace(range)} ${id}`),
    );
  assert.deepEqual(placesOf('loaded'), distinct(place.loaded));
  assert.deepEqual(placesOf('mentioned'), distinct(place.mentioned));
  for (const { evidence, loader } of sure) assert.equal(loader === undefined, evidence === 'mentioned');
  const trail = distinct(sure.flatMap(one => one.trail.map(describePlace)));
  if (place.trail.length > 0) assert.deepEqual(trail, distinct(place.trail));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
