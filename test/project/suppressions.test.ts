import assert from 'node:assert/strict';
import type { Span } from '../../src/model/source.ts';
import { isSuppressed, readSuppressions } from '../../src/project/suppressions.ts';

function line(number: number, cell?: number): Span {
  const place = { start: { line: number, character: 4 }, end: { line: number, character: 9 } };
  return cell === undefined ? place : { ...place, cell };
}

describe('suppressions', () => {
  it('reads rules and reason', () => {
    const read = readSuppressions([
      { text: '# ptm-audit: ignore[license-conflict, remote-code] we asked them', span: line(3) },
      { text: '// ptm-audit: ignore', span: line(7) },
      { text: '# ptm-audit: ignored', span: line(9) },
      { text: '# ptm-audit: ignore[unclosed', span: line(9) },
    ]);
    assert.equal(read.length, 2);
    assert.deepEqual(read[0]?.rules, ['license-conflict', 'remote-code']);
    assert.equal(read[0]?.reason, 'we asked them');
    assert.equal(read[1]?.rules, undefined);
  });

  it('reaches its own line and the next, in its own cell', () => {
    const one = readSuppressions([{ text: '# ptm-audit: ignore[a]', span: line(3, 1) }]);
    const reached = [2, 3, 4, 5].filter(number => isSuppressed(one, 'a', line(number, 1)));
    assert.deepEqual(reached, [3, 4]);
    assert.equal(isSuppressed(one, 'b', line(3, 1)), false);
    assert.equal(isSuppressed(one, 'a', line(3, 0)), false);
  });
});
