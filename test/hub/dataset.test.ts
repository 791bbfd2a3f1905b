import assert from 'node:assert/strict';
import { createResolver } from '../../src/hub/resolver.ts';
import { json, type StandInHub, startHub } from './stand-in-hub.ts';
import { createEnvironment } from './support.ts';

const terms = { license: 'other', license_name: 'own-terms', license_link: 'https://example.org/terms' };

describe('data sets on the hub', () => {
  let hub: StandInHub;
  before(async () => {
    hub = await startHub({
      '/api/datasets/some/data': json(200, { id: 'some/data', gated: 'auto', cardData: terms }),
      '/api/datasets/some/tagged': json(200, { id: 'some/tagged', tags: ['license:mit'], cardData: {} }),
      '/api/datasets/some/silent': json(200, { id: 'some/silent' }),
      '/api/datasets/some/broken': json(200, '{"id":'),
    });
  });
  after(() => hub.close());

  async function look(id: string, mayAskNetwork = true) {
    const resolver = createResolver(await createEnvironment(hub.endpoint));
    return await resolver.dataset(id, { mayAskNetwork });
  }

  it('state their license and who may have them', async () => {
    const lookup = await look('some/data');
    assert.ok(lookup.state === 'found');
    assert.deepEqual(lookup.record, {
      id: 'some/data',
      license: { id: 'other', name: 'own-terms', link: 'https://example.org/terms', source: 'hub' },
      gated: 'auto',
      url: `${hub.endpoint}/datasets/some/data`,
    });
    const tagged = await look('some/tagged');
    assert.equal(tagged.state === 'found' && tagged.record.license?.id, 'mit');
    const silent = await look('some/silent');
    assert.equal(silent.state === 'found' && silent.record.license, undefined);
  });

  it('are missing only where the hub says so', async () => {
    assert.deepEqual(await look('some/nothing'), { state: 'missing' });
    assert.equal((await look('some/broken')).state, 'unreachable');
    assert.equal((await look('a name of a corpus')).state, 'unreachable');
  });

  it('are asked once and then kept', async () => {
    const environment = await createEnvironment(hub.endpoint);
    const before = hub.requests.length;
    for (const origin of ['live', 'cache']) {
      const lookup = await createResolver(environment).dataset('some/data', { mayAskNetwork: true });
      assert.equal(lookup.state === 'found' && lookup.from, origin);
    }
    assert.equal(hub.requests.length, before + 1);
  });

  it('come from the snapshot when offline', async () => {
    const lookup = await look('squad', false);
    assert.ok(lookup.state === 'found');
    assert.equal(lookup.from, 'snapshot');
    assert.equal(lookup.record.id, 'rajpurkar/squad');
  });
});
