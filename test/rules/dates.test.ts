import assert from 'node:assert/strict';
import { createKnownModels } from '../../src/naming/known-models.ts';
import { rule as lookAlike } from '../../src/rules/name-look-alike.ts';
import { rule as moved } from '../../src/rules/name-moved.ts';
import { rule as remoteCode } from '../../src/rules/remote-code.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { rule as unsafeWeights } from '../../src/rules/unsafe-weights.ts';
import { foundIn, loading, spoken } from './spoken.ts';

const known = createKnownModels(
  () => ['meta-llama/Llama-2-7b'],
  () => 900_000,
);

/** The same finding from facts just read, and from those that ship. */
async function bothWays(rule: Rule, code: string, ...facts: Facts): Promise<readonly (string | undefined)[]> {
  const say = async (from: 'live' | 'snapshot') =>
    (await spoken(rule, code, { lookup: foundIn(from, ...facts), known }))[0]?.message;
  return [await say('live'), await say('snapshot')];
}

type Facts = Parameters<typeof foundIn> extends [unknown, ...infer Rest] ? Rest : never;

describe('a finding from facts that are not of today', () => {
  it('dates a name', async () => {
    assert.deepEqual(await bothWays(moved, loading('gpt2'), 'openai-community/gpt2', {}, 'gpt2'), [
      "'gpt2' is called 'openai-community/gpt2' today.",
      "'gpt2' is called 'openai-community/gpt2' as of 2025-01-26.",
    ]);
  });

  it('dates the absence of code', async () => {
    const code = loading('a/b', ', trust_remote_code=True');
    const [live, shipped] = await bothWays(remoteCode, code, 'a/b', { hasCustomCode: false });
    assert.match(live ?? '', /brings none today\.$/);
    assert.match(shipped ?? '', /brings none as of 2025-01-26\.$/);
  });

  it('dates the formats of weights', async () => {
    const [live, shipped] = await bothWays(unsafeWeights, loading('a/b'), 'a/b', {
      weightFormats: ['pickle'],
    });
    assert.match(live ?? '', /only as pickle, which/);
    assert.match(shipped ?? '', /only as pickle as of 2025-01-26, which/);
  });

  it('dates downloads', async () => {
    const id = 'meta-lama/Llama-2-7b';
    const [live, shipped] = await bothWays(lookAlike, loading(id), id, { downloads: 12 });
    assert.match(
      live ?? '',
      /has 12 downloads a month and looks like .*, which had 900,000 when last counted/,
    );
    assert.match(shipped ?? '', /has 12 downloads a month as of 2025-01-26 and/);
  });
});
