import assert from 'node:assert/strict';
import { parseNotebook } from '../../src/parse/index.ts';
import { readNotebook } from '../../src/parse/notebook.ts';
import { shellLines, withoutMagics } from '../../src/parse/notebook-lines.ts';
import { readCommands } from '../../src/parse/shell.ts';

describe('notebooks', () => {
  const problemsOf = (text: string) => parseNotebook(readNotebook(text)).problems;

  it('give their code cells, numbered as the notebook shows them', () => {
    const cells = [
      { cell_type: 'markdown', source: 'text' },
      { cell_type: 'code', source: ['a = 1\n', 'b = 2'] },
    ];
    assert.deepEqual(readNotebook(JSON.stringify({ cells }))?.cells, [{ text: 'a = 1\nb = 2', cell: 1 }]);
  });

  it('that are no JSON are named in words', () => {
    assert.deepEqual(problemsOf('{"cells": ['), ['is not a notebook: no list of cells']);
  });

  it('lose a damaged cell and nothing else', () => {
    const cells = [
      { cell_type: 'code', source: 7 },
      { cell_type: 'code', source: 'x = 1' },
    ];
    const notebook = readNotebook(JSON.stringify({ cells }));
    assert.deepEqual([notebook?.cells.length, notebook?.problems], [1, ['cell 1 is damaged']]);
  });

  it('in another language are left out', () => {
    const text = JSON.stringify({ cells: [], metadata: { kernelspec: { language: 'julia' } } });
    assert.deepEqual(problemsOf(text), ['is a notebook in another language than Python']);
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

  it('leave with the lines they go on in', () => {
    assert.equal(read('!pip install a \\\n   b\nx = 1'), 'pass\n\nx = 1');
  });
  it('are not the remainder inside brackets or after a backslash, nor text in a string of several lines', () => {
    for (const text of [
      'x = (a\n  % b)',
      'x = a \\\n % b',
      'x = """\n%s\n!no\nname?\n"""\ny = 1',
      "f('''\n% a'''\n  % b)",
    ]) {
      assert.equal(read(text), text);
    }
  });
  it('are known after brackets and quotes in a comment or a string', () => {
    assert.equal(read("a = \"(\" # [ '''\n!ls"), "a = \"(\" # [ '''\npass");
  });
  it('may give their output to a name', () => {
    assert.equal(read('files = !ls *.py\nx = a != b'), 'files = None\nx = a != b');
  });
});

describe('the shell of a notebook', () => {
  const commands = (text: string) => {
    const lines = shellLines({ text, cell: 2 });
    return lines === undefined ? [] : readCommands(lines);
  };
  const texts = (text: string) => commands(text).map(({ words }) => words.map(word => word.text).join(' '));

  it('is what its lines hand over, each at its own place', () => {
    const text = [
      'x = 1',
      'if x:',
      '    !hf download org/a \\',
      '        --quiet',
      '%pip install b',
      '%run train.py --model org/c',
      '%time y = 2',
    ].join('\n');
    assert.deepEqual(texts(text), [
      'hf download org/a --quiet',
      'pip install b',
      'run train.py --model org/c',
    ]);
    assert.deepEqual(commands(text)[0]?.words[2]?.span, {
      cell: 2,
      start: { line: 2, character: 17 },
      end: { line: 2, character: 22 },
    });
  });
  it('may be a whole cell', () => {
    assert.deepEqual(texts('%%bash\nM=org/a\nvllm serve $M'), ['', 'vllm serve org/a']);
    assert.deepEqual(texts('%%html\n!ls'), []);
    assert.deepEqual(texts('%%time\n!ls'), ['ls']);
  });
});
