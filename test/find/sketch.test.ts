import assert from 'node:assert/strict';
import { sketchOf } from '../../src/find/sketch.ts';

const python = (text: string): readonly string[] => sketchOf(text, 'python')?.calls ?? [];

describe('a sketch of a file', () => {
  it('says what the file imports and calls', () => {
    const sketch = sketchOf('from .nets import Net\nNet(args)\nclass Own(Net):\n    pass\n', 'python');
    assert.deepEqual(sketch?.imports, ['.nets', '.nets.Net']);
    assert.deepEqual(sketch?.calls, ['Net', 'Own', 'nets']);
    assert.deepEqual(sketch?.bases, ['Net']);
  });

  it('says that the file may call what it looks up in a table', () => {
    assert.ok(python('from nets import NETS\nmade = NETS[kind]\nmade(args)').includes('[]'));
    assert.ok(python('import nets\nOWN[kind](args)').includes('[]'));
    assert.ok(!python('import nets\nvalue = numbers[3]\nprint(value)').includes('[]'));
  });

  it('says what statements that are put together may import', () => {
    const text = `import os\nNETS = {"net": "Net"}\nfor key, name in NETS.items():\n    exec(f"from .nets.{key} import {name}")`;
    assert.deepEqual(sketchOf(text, 'python')?.imports, ['os', '.nets.net', '.nets.Net']);
  });

  it('is none of a file that imports nothing', () => {
    assert.equal(sketchOf('print(3)', 'python'), undefined);
  });
});
