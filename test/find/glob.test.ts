import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitsPattern } from '../../src/find/glob.ts';

describe('a pattern of a shell', () => {
  const cases: readonly (readonly [pattern: string, fits: readonly string[], not: readonly string[]])[] = [
    ['configs/*.json', ['configs/a.json', 'configs/.json'], ['configs/deep/a.json', 'configs/a.yaml']],
    ['**/*.json', ['a.json', 'x/y/a.json'], ['x/y/a.js']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['b', 'a/x']],
    ['run-?.yaml', ['run-1.yaml'], ['run-.yaml', 'run-12.yaml']],
    ['run-[ab0-9].yaml', ['run-a.yaml', 'run-7.yaml'], ['run-c.yaml', 'run--.yaml']],
    ['run-[!a].yaml', ['run-b.yaml'], ['run-a.yaml']],
    ['(a+b).yaml', ['(a+b).yaml'], ['aab.yaml']],
  ];
  for (const [pattern, fits, not] of cases) {
    it(pattern, () => {
      for (const path of fits) assert.ok(fitsPattern(path, pattern), path);
      for (const path of not) assert.ok(!fitsPattern(path, pattern), path);
    });
  }

  it('with any number of stars is answered at once', () => {
    assert.ok(!fitsPattern('a'.repeat(2_000), `${'*a'.repeat(490)}z`));
    assert.ok(!fitsPattern('a/'.repeat(1_000), `${'**/a/'.repeat(190)}z`));
    assert.ok(!fitsPattern('a', '['.repeat(900)));
    assert.ok(!fitsPattern('a'.repeat(2_000), '*'.repeat(2_000)), 'nobody writes such a pattern');
  });

  it('fits whatever its stars stand for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'é', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(text, text, text, (before, between, after) => {
        assert.ok(fitsPattern(`${before}${between}${after}`, `${before}*${after}`));
      }),
    );
  });
});
