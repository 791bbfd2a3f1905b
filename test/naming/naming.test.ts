import assert from 'node:assert/strict';
import { foldHomoglyphs } from '../../src/naming/homoglyphs.ts';
import { createKnownModels } from '../../src/naming/known-models.ts';
import { idsLookAlike, namesRepackaging } from '../../src/naming/look-alike.ts';

describe('look-alike names', () => {
  it('folds letters that look alike', () => {
    assert.equal(foldHomoglyphs('rnicr0soft'), foldHomoglyphs('microsoft'));
    assert.equal(foldHomoglyphs('gооgle'), foldHomoglyphs('google'));
  });

  it('compares owners only under the same name', () => {
    assert.ok(idsLookAlike('meta-lama/Llama-2-7b', 'meta-llama/Llama-2-7b'));
    assert.ok(!idsLookAlike('meta-lama/Llama-2-7b', 'meta-llama/Llama-2-13b'));
    assert.ok(!idsLookAlike('Meta-Llama/Llama-2-7b', 'meta-llama/Llama-2-7b'));
    assert.ok(!idsLookAlike('unsloth/Llama-2-7b', 'meta-llama/Llama-2-7b'));
  });

  it('knows names that say what they are', () => {
    for (const id of ['a/Llama-2-7B-GGUF', 'a/Qwen-7B-AWQ', 'a/m-4bit', 'a/m.Q4_K_M'])
      assert.ok(namesRepackaging(id), id);
    for (const id of ['a/bert-base-uncased', 'a/awqward']) assert.ok(!namesRepackaging(id), id);
  });
});

describe('known models', () => {
  const downloads = new Map([
    ['google-bert/bert-base-uncased', 90],
    ['Xenova/bert-base-uncased', 5],
    ['openai/whisper-tiny', 7],
  ]);
  const known = createKnownModels(
    () => [...downloads.keys()],
    id => downloads.get(id),
  );

  it('finds the nearest spelling', () => {
    assert.deepEqual(known.nearest('openai/wisper-tiny'), ['openai/whisper-tiny']);
    assert.deepEqual(known.nearest('bert-base-uncasd'), [
      'google-bert/bert-base-uncased',
      'Xenova/bert-base-uncased',
    ]);
    assert.deepEqual(known.nearest('someone/else'), []);
  });

  it('knows who publishes', () => {
    assert.ok(known.hasOwner('OpenAI') && !known.hasOwner('openia') && !known.hasOwner(''));
  });

  it('finds every owner of a name, the most downloaded first', () => {
    assert.deepEqual(known.named('BERT-base-uncased'), [
      'google-bert/bert-base-uncased',
      'Xenova/bert-base-uncased',
    ]);
  });
});
