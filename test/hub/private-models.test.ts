import assert from 'node:assert/strict';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { createTransport } from '../../src/node/transport.ts';
import { repositorySession } from '../support/repository-session.ts';

const record = (id: string, more: object = {}) => ({ record: { id, tags: [], cardData: {}, ...more } });

const code = `
import timm
from transformers import AutoModel
AutoModel.from_pretrained("my-company/secret")
AutoModel.from_pretrained("my-company-public/open")
AutoModel.from_pretrained("someone/finetuned")
timm.create_model("hf-hub:my-company/vision", pretrained=True)
`;

describe('models that no hub may be told of', () => {
  let hub: StandInHub;
  before(async () => {
    hub = await startStandInHub({
      records: {
        models: [
          record('my-company/secret'),
          record('my-company/vision'),
          record('my-company-public/open'),
          record('someone/finetuned', {
            baseModels: { relation: 'finetune', models: [{ id: 'my-company/base' }] },
            cardData: { datasets: ['my-company/data', 'someone/data'] },
          }),
        ],
      },
    });
  });
  after(() => hub.close());

  it('stay on this machine, as base models and data sets too', async () => {
    const session = await repositorySession(
      { 'app.py': code },
      {
        transport: createTransport({ token: undefined, tokenHost: '', userAgent: 'test' }),
        overrides: { endpoint: hub.endpoint, network: 'always', privateModels: ['my-company/*'] },
      },
    );
    const { models } = await session.auditRepository({});
    assert.deepEqual(
      models.map(({ key, lookup }) => `${key} ${lookup.state}`),
      [
        'huggingface:my-company-public/open found',
        'huggingface:my-company/secret skipped',
        'huggingface:my-company/vision skipped',
        'huggingface:someone/finetuned found',
      ],
    );
    assert.deepEqual(
      hub.received.filter(({ url, body }) => /my-company\b(?!-public)/.test(decodeURIComponent(url) + body)),
      [],
    );
    assert.ok(hub.count('/api/datasets/someone/data') > 0);
    const [first] = models;
    assert.ok(first?.lookup.state === 'found');
    const skipped = models[1]?.lookup;
    assert.ok(skipped?.state === 'skipped');
    assert.match(skipped.why, /stays on this machine/);
  });
});
