import assert from 'node:assert/strict';
import { shippedFacts } from '../../src/audit/shipped-facts.ts';
import { sourceAssets } from '../support/find-in-text.ts';

describe('shipped facts', () => {
  it('are decoded once for all sessions', async () => {
    let reads = 0;
    const assets = {
      read: (name: Parameters<typeof sourceAssets.read>[0]) => {
        reads += 1;
        return sourceAssets.read(name);
      },
    };
    const [first, second] = await Promise.all([shippedFacts(assets), shippedFacts(assets)]);
    assert.equal(first, second);
    assert.equal(await shippedFacts(assets), first);
    assert.equal(reads, 1);
  });

  it('are read anew after a failure', async () => {
    let reads = 0;
    const assets = {
      read: () => {
        reads += 1;
        return Promise.reject(new Error('no disk'));
      },
    };
    await assert.rejects(shippedFacts(assets), /no disk/);
    await assert.rejects(shippedFacts(assets), /no disk/);
    assert.equal(reads, 2);
  });
});
