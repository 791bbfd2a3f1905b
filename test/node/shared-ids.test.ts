import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idsIn, shareIds } from '../../src/node/shared-ids.ts';

describe('ids in memory that threads share', () => {
  it('are those that were put in, and no others', () => {
    const id = fc.string({ unit: fc.constantFrom('a', 'b', '/', '-', 'é', '😀'), maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.array(id), (ids, others) => {
        const has = idsIn(shareIds(ids));
        for (const one of [...ids, ...others]) assert.equal(has(one), ids.includes(one), one);
      }),
    );
  });

  it('may be none', () => {
    assert.equal(idsIn(shareIds([]))('org/model'), false);
  });
});
