import assert from 'node:assert/strict';
import type { Outline } from '../../src/find/outline.ts';
import { OutlineIndex } from '../../src/find/outline-index.ts';

const question = { name: 'Net', file: 'net.py' };

function outline(given: Partial<Outline>): Outline {
  const none = { calls: '', flags: [], imports: [], renames: [], scripts: [], isSketch: false } as const;
  return { ...none, language: 'python', ...given };
}

function index(): OutlineIndex {
  return new OutlineIndex(name => (name === 'net' ? ['net.py'] : []));
}

describe('the other names of what a question asks about', () => {
  it('are bounded also where one file gives them all', () => {
    const outlines = index();
    outlines.set('net.py', outline({ renames: Array.from({ length: 5000 }, (_, one) => `Net M${one}`) }));
    assert.equal(outlines.askedAs(question).length, 20);
  });

  it('come and go with the files that give them', () => {
    const outlines = index();
    outlines.set('net.py', outline({}));
    assert.deepEqual(outlines.askedAs(question), [question]);
    outlines.set('other.py', outline({ imports: ['net', 'net.Net'], renames: ['Net Model'] }));
    const renamed = { name: 'Model', file: 'other.py' };
    assert.deepEqual(outlines.askedAs(question), [question, renamed]);
    // A question is asked again for every file that it helped to answer.
    assert.equal(outlines.askedAs(question), outlines.askedAs(question));
    assert.equal(outlines.handersOf(question), outlines.handersOf(question));
    outlines.set('other.py', undefined);
    assert.deepEqual(outlines.askedAs(question), [question]);
  });
});
