import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { Finder } from '../../src/find/finder.ts';
import { loaders } from '../../src/loaders/registry.generated.ts';
import { findInFiles, parseSource } from '../support/find-in-text.ts';
import { mutated, type Program, pythonPrograms, scriptPrograms } from '../support/programs.ts';
import { assertRangesFit } from '../support/ranges.ts';

/** Nothing thrown, an end, and every reference at a place that is there. */
async function assertSound(files: Program): Promise<void> {
  assertRangesFit(files, await findInFiles(files, id => id === 'org/model'));
}

function runs(usual: number): number {
  return Number(process.env['FUZZ_RUNS'] ?? usual);
}

/** Programs that once failed. */
const failed: Readonly<Record<string, Program>> = {
  'a text without its first character': {
    'a.py':
      'from transformers import AutoModel\nname, *other = "org/model"\nAutoModel.from_pretrained(other)\n',
  },
  'a module that passes on its own name': {
    'a.ts': 'export { other } from "./a";',
    'b.ts':
      'import { pipeline } from "@huggingface/transformers";\nimport { other } from "./a";\npipeline("t", other);',
  },
  'a loop over an object whose field is set': {
    'a.ts':
      'import { pipeline } from "@huggingface/transformers";\nfor (const other of { ...Config }) pipeline("t", other);\npipeline("t", other);\nConfig.name = "org/model";\nclass Config {}\n',
  },
};

/** What is found after a file has changed is what would have been found at once. */
async function assertSameAfterChange([before, after]: readonly [Program, Program]): Promise<void> {
  const isKnown = (id: string) => id === 'org/model';
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  const finder = new Finder(all, isKnown);
  for (const program of [before, after]) {
    for (const file of all) {
      const text = program[file];
      if (text === undefined) continue;
      finder.set(file, await parseSource(file, text), text.length);
      finder.recheck();
      finder.search(finder.stale());
    }
  }
  assert.deepEqual(finder.references(), await findInFiles({ ...before, ...after }, isKnown));
}

describe('any program is read to its end, and what is found in it lies in it', () => {
  for (const [what, files] of Object.entries(failed)) it(what, () => assertSound(files));

  for (const [language, programs] of [
    ['Python', pythonPrograms],
    ['TypeScript', scriptPrograms],
  ] as const) {
    it(`${language} put together from pieces`, () =>
      fc.assert(fc.asyncProperty(programs, assertSound), {
        numRuns: runs(150),
      }));
  }

  for (const [language, programs] of [
    ['Python', pythonPrograms],
    ['TypeScript', scriptPrograms],
  ] as const) {
    it(`${language} changed file by file`, () =>
      fc.assert(fc.asyncProperty(fc.tuple(programs, programs), assertSameAfterChange), {
        numRuns: runs(80),
      }));
  }

  for (const file of ['app.py', 'clean.py', 'search.ts', 'explore.ipynb']) {
    it(`${file} with changes`, async () => {
      const text = await readFile(path.join(import.meta.dirname, '../fixtures/workspace', file), 'utf8');
      const changed = mutated(text).map(content => ({ [file]: content }));
      await fc.assert(fc.asyncProperty(changed, assertSound), {
        numRuns: runs(40),
      });
    });
  }

  it('the examples of the loaders with changes', async () => {
    const examples = loaders.flatMap(({ language, examples }) =>
      examples.map(({ code }) => ({ file: language === 'python' ? 'a.py' : 'a.ts', code })),
    );
    const changed = fc
      .constantFrom(...examples)
      .chain(({ file, code }) => mutated(code).map(content => ({ [file]: content })));
    await fc.assert(fc.asyncProperty(changed, assertSound), {
      numRuns: runs(150),
    });
  });
});
