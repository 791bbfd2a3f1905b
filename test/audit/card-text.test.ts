import assert from 'node:assert/strict';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { createTransport } from '../../src/node/transport.ts';
import { repositorySession } from '../support/repository-session.ts';

const record = (id: string, more: object = {}) => ({
  record: { id, tags: ['pytorch'], pipeline_tag: 'fill-mask', siblings: [], ...more },
});
const written = '# A model\n\n## Training data\n\nReviews of hotels.\n\n## Evaluation\n\nF1 is 0.9.\n';

describe('a card whose metadata leaves out much', () => {
  let hub: StandInHub;
  before(async () => {
    const documented = { library_name: 'transformers', cardData: { license: 'mit', language: 'en' } };
    hub = await startStandInHub({
      records: {
        models: [
          { ...record('lab/written'), files: { 'README.md': { content: written } } },
          record('lab/unwritten'),
          { ...record('lab/documented', documented), files: { 'README.md': { content: written } } },
        ],
      },
    });
  });
  after(() => hub.close());

  it('is read before a finding is made of it, and others are not', async () => {
    const ids = ['lab/written', 'lab/unwritten', 'lab/documented'];
    const loads = ids.map(id => `AutoModel.from_pretrained("${id}")`);
    const code = `from transformers import AutoModel\n${loads.join('\n')}\n`;
    const session = await repositorySession(
      { 'app.py': code },
      {
        transport: createTransport({ token: undefined, tokenHost: '', userAgent: 'test' }),
        overrides: { endpoint: hub.endpoint, network: 'always' },
      },
    );
    const { findings, models } = await session.auditRepository({});
    const told = findings.filter(({ rule }) => rule === 'card-incomplete').map(({ message }) => message);
    assert.deepEqual(told.map(message => /'([^']+)'/.exec(message)?.[1]).sort(), [
      'lab/unwritten',
      'lab/written',
    ]);
    assert.ok(
      told.some(message =>
        /lab\/written.*leaves out license, library, language and paper; .* fills task, data sets and evaluation/.test(
          message,
        ),
      ),
      told.join(),
    );
    const [first] = models.filter(({ key }) => key.endsWith('lab/written'));
    assert.ok(first?.lookup.state === 'found' && first.lookup.record.card?.hasEvaluation);
    assert.equal(hub.count('/lab/written/resolve/*/README.md'), 1);
    assert.equal(hub.count('/lab/documented/resolve/*'), 0);
  });

  it('is no finding where its text could not be read', async () => {
    hub.order('/lab/written/resolve/*', '503');
    hub.order('/lab/unwritten/resolve/*', 'gated');
    const code = `from transformers import AutoModel
AutoModel.from_pretrained("lab/written")
AutoModel.from_pretrained("lab/unwritten")
`;
    const session = await repositorySession(
      { 'app.py': code },
      {
        transport: createTransport({ token: undefined, tokenHost: '', userAgent: 'test' }),
        overrides: { endpoint: hub.endpoint, network: 'always' },
      },
    );
    const { findings, models } = await session.auditRepository({});
    assert.deepEqual(
      models.map(({ lookup }) => lookup.state),
      ['found', 'found'],
    );
    assert.ok(!findings.some(({ rule }) => rule === 'card-incomplete'));
  });
});
