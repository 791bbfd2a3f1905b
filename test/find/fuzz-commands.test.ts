import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModelReference } from '../../src/model/reference.ts';
import { findInFiles } from '../support/find-in-text.ts';
import { pythonPrograms } from '../support/programs.ts';
import { assertRangesFit } from '../support/ranges.ts';
import { written } from '../support/written.ts';

/** Ways to hand code to Python, each a file that holds it. */
const ways: Readonly<Record<string, (code: string) => readonly [file: string, text: string]>> = {
  'a quoted here-document': code => ['a.sh', `ls\npython - <<'PY'\n${code}PY\n`],
  'a here-document': code => ['a.sh', `python <<PY\n${code.replaceAll(/[$`\\]/g, '\\$&')}PY\n`],
  'a file that is written': code => ['Dockerfile', `FROM x\nCOPY <<'PY' /app/a.py\n${code}PY\nRUN ls\n`],
  'double quotes': code => ['a.sh', `python -c "${code.replaceAll(/[$`"\\]/g, '\\$&')}"\n`],
  'single quotes': code => ['a.sh', `python -c '${code.replaceAll("'", `'\\''`)}'\n`],
  'a shell of a shell': code => {
    const inner = `python -c '${code.replaceAll("'", `'\\''`)}'`;
    return ['a.sh', `bash -c "${inner.replaceAll(/[$`"\\]/g, '\\$&')}"\n`];
  },
  'a list of JSON': code => ['Dockerfile', `FROM x\nCMD ${JSON.stringify(['python', '-c', code])}\n`],
  'a block of YAML': code => {
    const lines = code.split('\n').map(line => (line === '' ? '' : `      ${line}`));
    return ['a.yml', `- shell: python\n  run: |+4\n${lines.join('\n')}`];
  },
  'quotes of YAML': code => [
    'a.yml',
    `a:\n  script: ${JSON.stringify(`python -c '${code.replaceAll("'", `'\\''`)}'`)}\n`,
  ],
};

/** Programs without what no such text can hold: the end of a here-document, characters that a file of text has not. */
const programs = pythonPrograms.map(files =>
  `${Object.values(files)[0] ?? ''}\n`
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\u{2028}\u{2029}\u{FEFF}]/gu, '')
    .replaceAll(/^[ \t]*PY$/gm, ''),
);

const said = (references: readonly ModelReference[]): readonly string[] =>
  references.map(({ id, evidence, isTentative }) => `${evidence} ${id} ${isTentative}`).toSorted();

describe('code in commands loads what it loads in a file of its own', () => {
  for (const [way, wrap] of Object.entries(ways)) {
    it(`in ${way}`, () =>
      fc.assert(
        fc.asyncProperty(programs, async code => {
          const [file, text] = wrap(code);
          const alone = await findInFiles({ 'alone.py': code });
          const found = await findInFiles({ [file]: text });
          assert.deepEqual(said(found), said(alone));
          assertRangesFit({ [file]: text }, found);
          for (const { id, range } of found) {
            const place = written(text, range);
            const isAlone = id !== undefined && /^[\w./-]+$/.test(id) && place.length === id.length;
            if (isAlone) assert.equal(place, id);
          }
        }),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 30) },
      ));
  }
});
