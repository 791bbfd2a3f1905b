import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatsOfTags } from '../../src/hub/hub-tags.ts';
import { readReply } from '../../src/hub/hugging-face-reply.ts';
import { modelReply } from './stand-in-hub.ts';

const endpoint = 'https://hub.example';

function read(more: Record<string, unknown>) {
  const record = readReply(JSON.stringify(modelReply('some/model', more)), endpoint);
  assert.ok(record);
  return record;
}

describe("the hub's reply", () => {
  it('reads base models from each place they are written', () => {
    const base = [{ id: 'a/b', relation: 'finetune' }];
    assert.deepEqual(
      read({ baseModels: { relation: 'finetune', models: [{ _id: '1', id: 'a/b' }] } }).baseModels,
      base,
    );
    assert.deepEqual(read({ tags: ['base_model:a/b', 'base_model:finetune:a/b'] }).baseModels, base);
    assert.deepEqual(
      read({ cardData: { base_model: 'a/b', base_model_relation: 'finetune' } }).baseModels,
      base,
    );
    assert.deepEqual(read({}).baseModels, []);
  });

  it('names each base model once', () => {
    const twice = { relation: 'merge', models: [{ id: 'a/b' }, { id: 'c/d' }, { id: 'a/b' }] };
    const ids = (record: ReturnType<typeof read>) => record.baseModels?.map(base => base.id);
    assert.deepEqual(ids(read({ baseModels: twice })), ['a/b', 'c/d']);
    assert.deepEqual(ids(read({ cardData: { base_model: ['a/b', 'a/b'] } })), ['a/b']);
  });

  it('does not choose among several licenses', () => {
    const license = read({ cardData: { license: ['mit', 'cc-by-nc-4.0'] } }).license;
    assert.equal(license?.id, 'other');
    assert.equal(license?.name, 'mit, cc-by-nc-4.0');
  });

  it('says that a card names no license', () => {
    const record = read({ tags: ['pytorch'], cardData: {} });
    assert.deepEqual(record.license, { id: '', name: undefined, link: undefined, source: 'hub' });
    assert.equal(record.card?.hasLicense, false);
  });

  it("takes no claim of others for the publisher's evaluation", () => {
    const has = (evalResults: unknown) => read({ evalResults }).card?.hasEvaluation;
    const result = { filename: '.eval_results/a.yaml', verified: false, data: { value: 1 } };
    assert.equal(has([result]), true);
    assert.equal(has([{ ...result, pullRequest: 12 }]), false);
    assert.equal(has([{ filename: '.eval_results/a.yaml', error: 'no such task' }]), false);
  });

  it('reads the results of evaluations from each place they are written', () => {
    const index = [
      {
        name: 'small-asr',
        results: [
          {
            task: { name: 'Automatic Speech Recognition', type: 'automatic-speech-recognition' },
            dataset: { name: 'Common Voice 7', type: 'mozilla-foundation/common_voice_7_0', args: 'id' },
            metrics: [
              { name: 'Test WER', type: 'wer', value: 4.056 },
              { name: 'Test CER', type: 'cer', value: '1.47 %', verified: true },
              { name: 'nothing measured', type: 'cer', value: null },
            ],
          },
        ],
      },
    ];
    const task = 'automatic-speech-recognition';
    const dataset = 'mozilla-foundation/common_voice_7_0';
    const stated = [
      { task, dataset, metric: 'wer', value: 4.056, isVerified: undefined, isClaimOfOthers: false },
      { task, dataset, metric: 'cer', value: '1.47 %', isVerified: true, isClaimOfOthers: false },
    ];
    assert.deepEqual(read({ 'model-index': index }).evaluations, stated);
    assert.deepEqual(read({ cardData: { 'model-index': index } }).evaluations, stated);
    const data = { dataset: { id: 'lab/gpqa', task_id: 'diamond' }, value: 0.812, date: '2026-01-02' };
    assert.deepEqual(
      read({ evalResults: [{ filename: 'a.yaml', verified: true, data, pullRequest: 3 }] }).evaluations,
      [
        {
          task: 'diamond',
          dataset: 'lab/gpqa',
          metric: undefined,
          value: 0.812,
          isVerified: true,
          isClaimOfOthers: true,
        },
      ],
    );
    assert.deepEqual(read({}).evaluations, []);
    assert.equal(readReply('{"id":"a/b"}', endpoint)?.evaluations, undefined);
  });

  it('takes results that state nothing, thousands of them, or of odd shapes as they are', () => {
    assert.equal(read({ 'model-index': [{ name: 'x', results: [] }] }).card?.hasEvaluation, false);
    const metrics = Array.from({ length: 5000 }, (_, value) => ({ type: 'ndcg', value }));
    assert.equal(read({ 'model-index': [{ results: [{ metrics }] }] }).evaluations?.length, 50);
    const odd = [null, 3, { results: [null, { metrics: [null, { value: {} }] }] }, { results: 'none' }];
    assert.deepEqual(read({ 'model-index': odd, evalResults: odd }).evaluations, []);
  });

  it('finds code of the repository', () => {
    assert.equal(read({}).hasCustomCode, false);
    assert.equal(read({ tags: ['custom_code'] }).hasCustomCode, true);
    assert.equal(read({ config: { auto_map: { AutoModel: 'modeling.X' } } }).hasCustomCode, true);
  });

  it('tells an adapter by its tag or its configuration', () => {
    const unsaid = { library_name: undefined };
    assert.equal(read({ ...unsaid }).library, undefined);
    assert.equal(read({ ...unsaid, tags: ['peft'] }).library, 'peft');
    assert.equal(read({ ...unsaid, siblings: [{ rfilename: 'adapter_config.json' }] }).library, 'peft');
  });

  it('takes no tag for a member of every object', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.equal(formatsOfTags([name]), undefined, name);
    }
    assert.deepEqual(formatsOfTags(['pytorch', 'constructor']), ['pickle']);
  });

  it('needs an id and nothing else', () => {
    assert.equal(readReply('{"id":"a/b"}', endpoint)?.license, undefined);
    assert.equal(readReply('{}', endpoint), undefined);
    assert.equal(readReply('[]', endpoint), undefined);
    assert.equal(readReply('null', endpoint), undefined);
  });

  it('survives any value under any key', () => {
    const keys = Object.keys(modelReply('x')).filter(key => key !== 'id');
    fc.assert(
      fc.property(
        fc.constantFrom(...keys, 'baseModels', 'evalResults', 'model-index', 'gguf', 'transformersInfo'),
        fc.jsonValue(),
        (key, value) => {
          assert.equal(read({ [key]: value }).id, 'some/model');
        },
      ),
    );
  });
});
