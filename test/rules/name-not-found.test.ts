import assert from 'node:assert/strict';
import { createKnownModels } from '../../src/naming/known-models.ts';
import { rule } from '../../src/rules/name-not-found.ts';
import { loading, missing, spoken } from './spoken.ts';

const known = createKnownModels(
  () => ['google-bert/bert-base-uncased', 'bert-base-uncased', 'ggml-org/models', 'ckpt/sd15'],
  () => 1_000_000,
);

async function severityFor(id: string, more = ''): Promise<string> {
  const [said] = await spoken(rule, loading(id, more), { lookup: missing, known });
  return said?.severity ?? 'silent';
}

describe('a name that is not found', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    warning: ['bert-base-uncasd', 'google-bert/bert-base', 'google-brt/bert-base-uncased', 'ckpt/sd16'],
    information: ['my_model', 'bert-finetuned', 'somebody/their-model', 'pretraining-bert/x'],
    silent: [
      'output/checkpoint-500',
      'outputs',
      'output_dir/best',
      'checkpoints/last',
      'models/mine',
      'model',
      'results',
      'saved_model',
      'best_model',
      'pretrained_models/bert',
      'bert-finetuned/checkpoint-500',
      'your-username/model',
      'YOUR_MODEL',
      'username/model',
      'user/model',
      'org/model',
      'organization-name/model',
      'path_to_model',
      'path_to/model',
      'my_awesome_model',
    ],
  };
  for (const [severity, ids] of Object.entries(expected)) {
    for (const id of ids) {
      it(`${severity}: ${id}`, async () => assert.equal(await severityFor(id), severity));
    }
  }

  it('is no folder where a revision is given or the function knows none', async () => {
    assert.equal(await severityFor('somebody/their-model', ', revision="v1"'), 'warning');
    const code = 'from huggingface_hub import snapshot_download\nsnapshot_download("somebody/their-model")\n';
    assert.equal((await spoken(rule, code, { lookup: missing, known }))[0]?.severity, 'warning');
  });

  it('names the hub that was asked, and always allows for a private model', async () => {
    const lookup = { ...missing, mayBePrivate: false } as const;
    const project = { endpoint: 'https://hub.example.com/' };
    const [said] = await spoken(rule, loading('ckpt/x'), { lookup, known, project });
    assert.equal(said?.message, "'ckpt/x' is not on hub.example.com, or is private.");
    const [folder] = await spoken(rule, loading('my_model'), { lookup, known });
    assert.match(folder?.message ?? '', /^'my_model' is no public model on the Hugging Face Hub; if it is/);
  });
});
