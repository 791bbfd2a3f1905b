import assert from 'node:assert/strict';
import { findInFiles } from '../support/find-in-text.ts';

const isKnown = (id: string) => id === 'org/model';

async function mentioned(file: string, settings: object): Promise<number> {
  return (await findInFiles({ [file]: JSON.stringify(settings) }, isKnown)).length;
}

describe('a known id in a file of settings', () => {
  it('is a mention under a key that names a model', async () => {
    assert.equal(await mentioned('conf/train.json', { model: { name: 'org/model' } }), 1);
  });

  it('is none where a saved model says what it was made from', async () => {
    assert.equal(await mentioned('model/config.json', { _name_or_path: 'org/model' }), 0);
    assert.equal(await mentioned('model/tokenizer_config.json', { name_or_path: 'org/model' }), 0);
    assert.equal(await mentioned('conf/tokenizer.json', { name_or_path: 'org/model' }), 1);
  });

  it('is none in the record of a run', async () => {
    assert.equal(await mentioned('results/eval/0.json', { model_name: 'org/model' }), 0);
  });

  it('is none as the name that a hosted service answers under', async () => {
    const model = { together: 'org/model', groq: ['org/model'] };
    assert.equal(await mentioned('conf/models.json', { model }), 0);
    assert.equal(await mentioned('conf/models.json', { provider: 'together', model: 'org/model' }), 0);
    assert.equal(await mentioned('conf/models.json', { provider: 'vllm', model: 'org/model' }), 1);
  });

  it('is none as the name of a data set', async () => {
    assert.equal(await mentioned('conf/train.json', { model: { dataset: 'org/model' } }), 0);
  });
});
