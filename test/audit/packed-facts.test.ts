import assert from 'node:assert/strict';
import { PackedFacts } from '../../src/audit/packed-facts.ts';
import { parseSource } from '../support/find-in-text.ts';

const source = `
from transformers import AutoModel

class Net:
    sizes = {"small": "org/small", "large": ["org/large", None, 1.5, True]}

    def load(self, size="small", *others, **options):
        name = self.sizes[size] if size else f"org/{size}-{len(others)}"
        return AutoModel.from_pretrained(name, **options)

[Net().load(size) for size in ("small", "large")]
`;

describe('facts that are packed', () => {
  it('come back as they were', async () => {
    const { facts } = await parseSource('app.py', source);
    const packed = new PackedFacts();
    for (let time = 0; time < 2; time += 1) packed.take('app.py', { facts, size: source.length });
    const back = packed.get('app.py');
    assert.deepStrictEqual(back, { facts, size: source.length });
    assert.deepStrictEqual(packed.get('app.py'), back);
  });

  it('tell the same piece of syntax wherever it stands', async () => {
    const { facts } = await parseSource('app.py', 'model = load("org/model")\n');
    const packed = new PackedFacts();
    for (let time = 0; time < 2; time += 1) packed.take('app.py', { facts, size: 1 });
    const back = packed.get('app.py')?.facts;
    assert.equal(back?.scopes[0]?.bindings[0]?.value, back?.calls[0]);
  });

  it('are those of files that were needed before, and are read again when the file changes', async () => {
    const { facts } = await parseSource('app.py', source);
    const packed = new PackedFacts();
    packed.take('app.py', { facts, size: 1 });
    assert.equal(packed.get('app.py'), undefined);
    packed.take('app.py', { facts, size: 1 });
    packed.delete('app.py');
    assert.equal(packed.get('app.py'), undefined);
  });

  it('keep what was used last where they are too many', () => {
    const packed = new PackedFacts();
    const text = 'x'.repeat(5_000_000);
    const large = (file: string) => ({
      data: { kind: 'string' as const, value: text + file, span: { start: zero, end: zero } },
      size: 1,
    });
    for (const file of ['a', 'b', 'a', 'b']) packed.take(file, large(file));
    packed.get('a');
    for (let time = 0; time < 2; time += 1) packed.take('c', large('c'));
    assert.equal(packed.get('b'), undefined);
    assert.ok(packed.get('a') && packed.get('c'));
  });
});

const zero = { line: 0, character: 0 };
