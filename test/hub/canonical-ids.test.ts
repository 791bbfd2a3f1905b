import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { readRecords } from '../../scripts/hub/read-records.ts';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { createResolver } from '../../src/hub/resolver.ts';
import type { FoundLookup } from '../../src/model/record.ts';
import type { Hub } from '../../src/model/reference.ts';
import { createEnvironment } from './support.ts';

const fixtures = readRecords(fileURLToPath(new URL('../fixtures/hub', import.meta.url)));
const records = {
  models: [
    ...fixtures.models,
    ...['spacy/en_core_web_sm', 'timm/resnet50.a1_in1k', 'timm/tf_efficientnet_b0.ns_jft_in1k'].map(id => ({
      record: { id, tags: ['license:mit'] },
    })),
    { record: { id: 'laion/CLIP-ViT-B-32-laion2B-s34B-b79K', tags: ['license:mit'] } },
  ],
};

describe('the id a model goes by today', () => {
  let hub: StandInHub;
  beforeEach(async () => {
    hub = await startStandInHub({ records });
  });
  afterEach(() => hub.close());

  async function find(name: Hub, target: string): Promise<FoundLookup> {
    const resolver = createResolver(await createEnvironment(hub.endpoint));
    const lookup = await resolver.resolve(name, target, undefined, { mayAskNetwork: true });
    assert.ok(lookup.state === 'found' && lookup.from === 'live', JSON.stringify(lookup));
    return lookup;
  }

  it('is told by comparing ids, for legacy ids and for owners of another name', async () => {
    for (const old of ['small-bert', 'old-lab/small-bert']) {
      const { record, movedFrom } = await find('huggingface', old);
      assert.equal(record.id, 'example-lab/small-bert');
      assert.equal(movedFrom, old);
    }
    assert.equal((await find('huggingface', 'example-lab/small-bert')).movedFrom, undefined);
  });

  it('is no other where the hub redirects to the same id', async () => {
    hub.order(
      '/api/models/example-lab/small-bert*',
      { status: 307, headers: { location: '/api/models/example-lab/small-bert' }, body: '' },
      1,
    );
    const { record, movedFrom } = await find('huggingface', 'example-lab/small-bert');
    assert.equal(record.id, 'example-lab/small-bert');
    assert.equal(movedFrom, undefined);
    assert.equal(hub.received.length, 2);
  });

  it('is that of the stranger who took an old name, and not of the model that left it', async () => {
    const { record, movedFrom } = await find('huggingface', 'old-lab/reused-name');
    assert.equal(record.id, 'old-lab/reused-name');
    assert.equal(record.license?.id, '');
    assert.equal(movedFrom, undefined);
    // The name nobody took still leads to it.
    const moved = await find('huggingface', 'old-lab/moved-away');
    assert.equal(moved.record.id, 'new-lab/moved-away');
    assert.equal(moved.movedFrom, 'old-lab/moved-away');
  });

  it('is what a library completes its short names to, which does not make them old', async () => {
    for (const [name, target, id] of [
      ['spacy', 'en_core_web_sm', 'spacy/en_core_web_sm'],
      ['timm', 'resnet50', 'timm/resnet50.a1_in1k'],
      ['timm', 'tf_efficientnet_b0_ns', 'timm/tf_efficientnet_b0.ns_jft_in1k'],
      ['open-clip', 'ViT-B-32/laion2b_s34b_b79k', 'laion/CLIP-ViT-B-32-laion2B-s34B-b79K'],
      ['url', `${hub.endpoint}/example-lab/small-bert/resolve/main/config.json`, 'example-lab/small-bert'],
    ] as const) {
      const { record, movedFrom } = await find(name, target);
      assert.equal(record.id, id);
      assert.equal(movedFrom, undefined, id);
    }
  });
});
