import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadPython, parsePython } from '../../src/parse/python.ts';
import { PythonTrees } from '../../src/parse/python-trees.ts';
import { sourceAssets } from '../support/find-in-text.ts';

const program = `import argparse
from transformers import AutoModel, pipeline

NAME = "org/model"  # the one we evaluate
TABLE = {
    "small": "org/small",
    "große": f"org/{NAME}-😀",
}


class Runner(Base):
    """Runs."""

    kind = "small"

    def load(self, name=NAME, *rest, **options):
        if name in TABLE:
            name = TABLE[name]
        else:
            return None
        self.model = AutoModel.from_pretrained(name, revision="main")
        return [pipeline("t", model=m) for m in TABLE.values()]


if __name__ == "__main__":
    Runner().load()
`;

interface Change {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

const inserted = fc.oneof(
  fc.constantFrom(
    '',
    '\n',
    '    ',
    '"',
    "'''",
    '(',
    ')',
    ':',
    'x',
    ', "org/other"',
    'def f():\n    return 1\n',
    '😀',
    '#',
  ),
  fc.string({ maxLength: 4 }),
);
const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ at: fc.nat(), deleted: fc.nat({ max: 30 }), inserted }),
  { minLength: 1, maxLength: 8 },
);

function changed(text: string, { at, deleted, inserted: added }: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + added + text.slice(start + deleted);
}

describe('Python that is edited', () => {
  before(() => loadPython(sourceAssets));

  it('reads as if it were read for the first time, wherever it is whole', () => {
    fc.assert(
      fc.property(changes, list => {
        const trees = new PythonTrees();
        parsePython([{ text: program }], trees);
        for (let text = program, index = 0; index < list.length; index += 1) {
          text = changed(text, list[index] as Change);
          const again = parsePython([{ text }], trees);
          const fresh = parsePython([{ text }]);
          if (fresh.problems.length === 0) assert.deepEqual(again, fresh);
        }
        // What was broken on the way leaves nothing behind.
        assert.deepEqual(parsePython([{ text: program }], trees), parsePython([{ text: program }]));
        trees.deleteFrom(0);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  });

  it('reads cells that come and go', () => {
    const trees = new PythonTrees();
    const cells = (...texts: readonly string[]) => texts.map((text, cell) => ({ text, cell }));
    const versions = [
      cells('a = "org/a"', 'b = "org/b"', 'c = a + b'),
      cells('b = "org/b"', 'c = a + b'),
      cells('b = "org/b"', '', 'new = 1', 'c = a + b'),
      cells(),
    ];
    for (const version of versions) assert.deepEqual(parsePython(version, trees), parsePython(version));
  });
});
