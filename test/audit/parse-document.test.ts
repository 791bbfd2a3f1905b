import assert from 'node:assert/strict';
import { parserOf } from '../../src/audit/parse-document.ts';

describe('the parser that a document needs', () => {
  it('is the one of the code that its commands hold, however they spell the name of Python', () => {
    assert.equal(parserOf({ file: 'run.sh', text: 'p"y"thon3 -c "load()"' }), 'shell');
    assert.equal(parserOf({ file: 'Dockerfile', text: 'ARG P=p\nRUN ${P}ython -c "load()"' }), 'dockerfile');
  });

  it('is the one of notebooks for cells', () => {
    assert.equal(parserOf({ file: 'a.ipynb', cells: [] }), 'notebook');
  });
});
