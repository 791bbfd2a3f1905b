import assert from 'node:assert/strict';
import { readNotebook, withoutMagics } from '../../src/parse/notebook.ts';

describe('notebooks', () => {
  it('give their code cells, numbered as the notebook shows them', () => {
    const cells = [
      { cell_type: 'markdown', source: 'text' },
      { cell_type: 'code', source: ['a = 1\n', 'b = 2'] },
    ];
    assert.deepEqual(readNotebook(JSON.stringify({ cells })).pieces, [{ text: 'a = 1\nb = 2', cell: 1 }]);
  });

  it('that are no JSON are named in words', () => {
    assert.deepEqual(readNotebook('{"cells": [').problems, ['is not a notebook: no list of cells']);
  });

  it('lose a damaged cell and nothing else', () => {
    const cells = [
      { cell_type: 'code', source: 7 },
      { cell_type: 'code', source: 'x = 1' },
    ];
    const { pieces, problems } = readNotebook(JSON.stringify({ cells }));
    assert.deepEqual([pieces.length, problems], [1, ['cell 1 is damaged']]);
  });

  it('in another language are left out', () => {
    const text = JSON.stringify({ cells: [], metadata: { kernelspec: { language: 'julia' } } });
    assert.deepEqual(readNotebook(text).problems, ['is a notebook in another language than Python']);
  });
});

describe('lines of IPython', () => {
  const read = (text: string): string => withoutMagics({ text }).text;

  it('make way without moving a line', () => {
    assert.equal(read('%matplotlib inline\n!pip install x\nx = 1\nx?'), 'pass\npass\nx = 1\npass');
  });
  it('keep the indentation they stand in', () => {
    assert.equal(read('if a:\n    !ls'), 'if a:\n    pass');
  });
  it('empty a cell in another language and keep one that is only timed', () => {
    assert.equal(read('%%bash\nls'), '');
    assert.equal(read('%%time\nx = 1'), 'pass\nx = 1');
  });
  it('are not the remainder operator of a continued line', () => {
    assert.equal(read('x = (a\n     + b)'), 'x = (a\n     + b)');
  });
});
