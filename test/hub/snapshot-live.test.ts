import assert from 'node:assert/strict';
import { generateModels } from '../../scripts/hub/generate.ts';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { encodeSnapshot } from '../../scripts/snapshot/encode.ts';
import { refreshFromHub } from '../../scripts/snapshot/live.ts';
import type { HubRow, Sources } from '../../scripts/snapshot/sources.ts';
import { decodeSnapshot } from '../../src/hub/snapshot.ts';
import { createTransport } from '../../src/node/transport.ts';

function row(id: string): HubRow {
  return { id, tags: ['license:mit'], downloads: 1, likes: 0, createdAt: '2023-01-01T00:00:00.000Z' };
}

const tables: Sources = {
  hub: [row('old/name'), row('gone/model'), row('made-00/model-00000'), row('rare/model')],
  timm: [],
  mteb: [],
  llmfit: [],
  localai: [],
  datasets: [
    { id: 'some/data', tags: ['license:mit'], gated: false, key: '' },
    { id: 'gone/data', tags: [], gated: false },
  ],
  renamed: {},
  popular: [],
  licenseIds: new Set(['mit', 'apache-2.0', 'gemma']),
  architectures: new Set(),
};

describe('the snapshot read anew from a hub', () => {
  let hub: StandInHub;
  const transport = createTransport({ token: undefined, tokenHost: '', userAgent: 'test' });
  before(async () => {
    const rare = { ...row('rare/model'), tags: ['license:gemma'], downloads: 0 };
    const moved = { ...row('new/name'), tags: ['license:apache-2.0'], downloads: 0 };
    hub = await startStandInHub({
      records: {
        models: [
          ...generateModels(1500),
          { record: { ...rare } },
          { record: { ...moved }, formerly: ['old/name'] },
        ],
        datasets: [{ id: 'some/data', tags: ['license:cc-by-4.0'], gated: 'manual' }],
      },
    });
  });
  after(() => hub.close());

  async function refresh(most: number): Promise<Sources> {
    const today = '2026-11-01';
    return await refreshFromHub(tables, { endpoint: hub.endpoint, transport, most, today });
  }

  it('holds the most downloaded, what the tables name beside, and what moved under both names', async () => {
    const snapshot = decodeSnapshot(encodeSnapshot(await refresh(1400)));
    assert.equal(snapshot.date, '2026-11-01');
    assert.equal(snapshot.ids().filter(id => id.startsWith('made-')).length, 1400 + 1);
    assert.equal(snapshot.record('rare/model')?.license?.id, 'gemma');
    assert.equal(snapshot.renamed('old/name'), 'new/name');
    assert.equal(snapshot.record('new/name')?.license?.id, 'apache-2.0');
    assert.equal(snapshot.has('gone/model'), false);
    assert.equal(snapshot.dataset('some/data')?.license?.id, 'cc-by-4.0');
    assert.equal(snapshot.dataset('some/data')?.gated, 'manual');
    assert.equal(snapshot.dataset('gone/data'), undefined);
    assert.equal(hub.count('/api/models'), 2);
  });

  it('is not built from half of the answers', async () => {
    for (const fault of ['500', 'bad-json', 'cut', 'html']) {
      hub.order('/api/models', fault, 3);
      await assert.rejects(refresh(10), Error, fault);
      hub.order('/api/models', 'slow:0');
    }
  });
});
