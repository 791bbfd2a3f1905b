import assert from 'node:assert/strict';
import type { Span } from '../../src/model/source.ts';
import { isSuppressed, readSuppressions, unknownRules } from '../../src/project/suppressions.ts';
import { parseSource } from '../support/find-in-text.ts';

function line(number: number, cell?: number): Span {
  const place = { start: { line: number, character: 4 }, end: { line: number, character: 9 } };
  return cell === undefined ? place : { ...place, cell };
}

describe('suppressions', () => {
  it('reads rules and reason', () => {
    const read = readSuppressions([
      {
        text: '# ptm-audit: ignore[license-conflict, remote-code] we asked them',
        span: line(3),
        isAlone: true,
      },
      { text: '// ptm-audit: ignore', span: line(7), isAlone: true },
      { text: '# ptm-audit: ignored', span: line(9), isAlone: true },
      { text: '# ptm-audit: ignore[unclosed', span: line(9), isAlone: true },
    ]);
    assert.equal(read.length, 2);
    assert.deepEqual(read[0]?.rules, ['license-conflict', 'remote-code']);
    assert.equal(read[0]?.reason, 'we asked them');
    assert.equal(read[1]?.rules, undefined);
  });

  it('reaches no further than its own line behind code', () => {
    const one = readSuppressions([{ text: '# ptm-audit: ignore[a]', span: line(3), isAlone: false }]);
    const reached = [2, 3, 4].filter(number => isSuppressed(one, 'a', line(number)));
    assert.deepEqual(reached, [3]);
  });

  it('reaches into a call from above it, and from behind its first or last line', () => {
    const call = { start: { line: 3, character: 0 }, end: { line: 7, character: 1 } };
    const heard = (number: number, isAlone: boolean, at = line(5)) => {
      const span = { start: { line: number, character: 30 }, end: { line: number, character: 60 } };
      return isSuppressed(
        readSuppressions([{ text: '# ptm-audit: ignore[a]', span, isAlone }]),
        'a',
        at,
        call,
      );
    };
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    assert.deepEqual(
      numbers.filter(number => heard(number, true)),
      // The line above the finding counts as ever.
      [2, 4, 5],
    );
    assert.deepEqual(
      numbers.filter(number => heard(number, false)),
      [3, 5, 7],
    );
    assert.equal(heard(2, true, line(9)), false);
    assert.equal(heard(2, true, line(5, 1)), false);
  });

  it('name rules that exist', () => {
    const texts = [
      '# ptm-audit: ignore[remote-kode, remote-code]',
      '# ptm-audit: ignore',
      '# ptm-audit: ignore[x]',
    ];
    const comments = texts.map((text, number) => ({ text, span: line(number), isAlone: true }));
    assert.deepEqual(unknownRules(readSuppressions(comments), ['remote-code', 'license-missing']), [
      'line 1 ignores a rule that does not exist: remote-kode (did you mean remote-code?)',
      'line 3 ignores a rule that does not exist: x',
    ]);
  });

  it('reads the comments of each language', async () => {
    const texts = {
      'a.py': 'x = 1  # ptm-audit: ignore\n# ptm-audit: ignore\n',
      'a.ts': 'const x = 1; // ptm-audit: ignore\n/* ptm-audit: ignore */\n',
    };
    for (const [file, text] of Object.entries(texts)) {
      const { facts } = await parseSource(file, text);
      const read = readSuppressions(facts?.directives ?? []);
      assert.deepEqual(
        read.map(({ isAlone }) => isAlone),
        [false, true],
      );
    }
  });

  it('reaches its own line and the next, in its own cell', () => {
    const one = readSuppressions([{ text: '# ptm-audit: ignore[a]', span: line(3, 1), isAlone: true }]);
    const reached = [2, 3, 4, 5].filter(number => isSuppressed(one, 'a', line(number, 1)));
    assert.deepEqual(reached, [3, 4]);
    assert.equal(isSuppressed(one, 'b', line(3, 1)), false);
    assert.equal(isSuppressed(one, 'a', line(3, 0)), false);
  });
});
