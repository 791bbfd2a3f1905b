import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backgroundOf } from '../../src/audit/background.ts';
import { emptyRecord } from '../../src/hub/empty-record.ts';
import type { Resolver } from '../../src/hub/resolver.ts';
import type { Background } from '../../src/model/background.ts';
import type { Lookup, ModelRecord } from '../../src/model/record.ts';

type Models = Readonly<Record<string, Partial<ModelRecord> | readonly string[]>>;

/** Which models name which as their base; a model that is not among them cannot be asked about. */
function lookUp(models: Models, id: string): Lookup {
  const facts = Object.hasOwn(models, id) ? models[id] : undefined;
  if (facts === undefined) return { state: 'unreachable', why: 'offline' };
  const named = Array.isArray(facts) ? { baseModels: basesOf(facts) } : (facts as Partial<ModelRecord>);
  const record = { ...emptyRecord('huggingface', id, ''), ...named };
  return { state: 'found', record, from: 'live', at: '2026-01-01', movedFrom: undefined };
}

function basesOf(ids: readonly string[]): ModelRecord['baseModels'] {
  return ids.map(id => ({ id, relation: 'finetune' }));
}

async function behind(models: Models, id = 'me'): Promise<Background & { readonly asked: string[] }> {
  const asked: string[] = [];
  const resolver: Resolver = {
    resolve: async (_hub, target) => {
      asked.push(target);
      return lookUp(models, target);
    },
    dataset: async name => {
      asked.push(name);
      return { state: 'missing' };
    },
    publisher: async () => ({ state: 'missing' }),
    scan: async () => ({ state: 'unreachable', why: 'offline' }),
    card: async () => ({ state: 'missing' }),
  };
  return { ...(await backgroundOf(lookUp(models, id), resolver, { mayAskNetwork: true })), asked };
}

function ids({ ancestors }: Background): string {
  return ancestors.map(({ id, of, depth }) => `${depth} ${of}<${id}`).join(', ');
}

describe('what stands behind a model', () => {
  it('is its base models up to the root, nearest first', async () => {
    const background = await behind({ me: ['b'], b: ['c'], c: [] });
    assert.equal(ids(background), '1 me<b, 2 b<c');
    assert.equal(background.cut, undefined);
    assert.equal(background.ancestors[0]?.relation, 'finetune');
  });

  it('is every parent of a merge, and what they share only once', async () => {
    const background = await behind({ me: ['left', 'right'], left: ['root'], right: ['root'], root: [] });
    assert.equal(ids(background), '1 me<left, 1 me<right, 2 left<root');
    assert.deepEqual(background.asked, ['left', 'right', 'root']);
    assert.equal(background.cut, undefined);
  });

  it('ends at a link that nobody can follow, and says so', async () => {
    const background = await behind({ me: ['b'], b: ['gone'] });
    assert.equal(ids(background), '1 me<b, 2 b<gone');
    assert.equal(background.ancestors[1]?.lookup.state, 'unreachable');
    assert.equal(background.cut, 'nothing is known of gone');
  });

  it('tells a root from a model of which nobody states what it was made from', async () => {
    const background = await behind({ me: ['b'], b: {} });
    assert.equal(background.cut, 'nobody states what b was made from');
  });

  it('ends where models name each other in a circle', async () => {
    assert.equal((await behind({ me: ['me'] })).cut, 'me is named as an ancestor of itself');
    const round = await behind({ me: ['a', 'b'], a: ['b'], b: ['a'] });
    assert.equal(ids(round), '1 me<a, 1 me<b');
    assert.match(round.cut ?? '', /^[ab] is named as an ancestor of itself$/);
  });

  it('meets a renamed model once under both its names', async () => {
    const now: Partial<ModelRecord> = { id: 'new/name', baseModels: [] };
    const background = await behind({ me: ['old-name', 'new/name'], 'old-name': now, 'new/name': now });
    assert.equal(background.ancestors.length, 1);
    const own = await behind({ me: { id: 'me/today', baseModels: basesOf(['me/today']) } });
    assert.deepEqual(own.ancestors, []);
    assert.equal(own.cut, 'me/today is named as an ancestor of itself');
  });

  it('is bounded in depth and in number', async () => {
    const chain = Object.fromEntries(Array.from({ length: 99 }, (_, step) => [`m${step}`, [`m${step + 1}`]]));
    const deep = await behind(chain, 'm0');
    assert.equal(deep.ancestors.length, 50);
    assert.equal(deep.cut, 'the lineage is longer than 50 steps');
    const many = Array.from({ length: 999 }, (_, index) => `m${index}`);
    const wide = await behind({ me: many, ...Object.fromEntries(many.map(id => [id, []])) });
    assert.equal(wide.ancestors.length, 200);
    assert.equal(wide.asked.length, 200);
    assert.equal(wide.cut, 'the lineage has more than 200 models');
  });

  it('looks up each data set once, and no more than a hundred', async () => {
    const datasets = ['squad', 'squad', ...Array.from({ length: 150 }, (_, index) => `d${index}`)];
    const background = await behind({ me: { baseModels: [], datasets } });
    assert.equal(background.datasets.length, 151);
    assert.equal(background.asked.length, 100);
    assert.equal(background.datasets.at(-1)?.lookup.state, 'unreachable');
  });

  it('of an unknown model is unknown', async () => {
    assert.equal((await behind({})).cut, 'nothing is known of the model itself');
  });

  it('ends for any lineage, names each model once, and asks for each name once', async () => {
    const name = fc.constantFrom(...'abcdefgh');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.array(name)), async models => {
        const background = await behind({ a: [], ...models }, 'a');
        const seen = background.ancestors.map(({ id }) => id);
        assert.equal(new Set(seen).size, seen.length);
        assert.ok(!seen.includes('a'));
        assert.deepEqual(background.asked.toSorted(), seen.toSorted());
        const known = new Set(['a', ...seen]);
        assert.ok(background.ancestors.every(({ of }) => known.has(of)));
      }),
    );
  });
});
