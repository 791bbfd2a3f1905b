import assert from 'node:assert/strict';
import { withNamespace } from '../../src/loaders/sentence-transformers.ts';

describe('a bare name that sentence-transformers loads', () => {
  it('is a model of its own organisation, whatever model that was made from', () => {
    for (const name of [
      'all-MiniLM-L6-v2',
      'bert-base-nli-mean-tokens',
      'distilbert-base-nli-stsb-mean-tokens',
      'roberta-large-nli-stsb-mean-tokens',
      'xlm-r-100langs-bert-base-nli-stsb-mean-tokens',
    ]) {
      assert.equal(withNamespace(name)?.target, `sentence-transformers/${name}`);
    }
  });

  it('is a model at the root of the hub where the library lists it', () => {
    for (const name of ['bert-base-uncased', 'xlm-roberta-base', 'T5-small', 'someone/bert-base-nli']) {
      assert.equal(withNamespace(name)?.target, name);
    }
  });
});
