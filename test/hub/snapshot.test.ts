import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { notRenamed, renamedIds } from '../../scripts/snapshot/renamed.ts';
import { decodeSnapshot, readSnapshot } from '../../src/hub/snapshot.ts';
import type { Snapshot } from '../../src/hub/types.ts';
import { isHubId } from '../../src/model/hub-id.ts';
import { shippedSnapshot, snapshotFile } from './support.ts';

describe('the snapshot', () => {
  let snapshot: Snapshot;
  let excluded: Readonly<Record<string, string>>;

  before(async () => {
    snapshot = await shippedSnapshot();
    excluded = JSON.parse(
      await readFile(new URL('../../assets/snapshot-excluded.json', import.meta.url), 'utf8'),
    );
  });

  it('is small', async () => {
    const bytes = await readFile(snapshotFile);
    assert.ok(bytes.length <= 700_000, `${bytes.length} bytes`);
  });

  it('holds every id of its tables but those it lists as excluded', () => {
    const records = snapshot.ids().filter(id => snapshot.record(id) !== undefined);
    assert.equal(records.length + Object.keys(excluded).length, 9280);
    assert.equal(Object.keys(excluded).length, 79);
    for (const id of Object.keys(excluded)) {
      assert.ok(!snapshot.has(id), id);
    }
  });

  it('knows only ids', () => {
    assert.deepEqual(
      snapshot.ids().filter(id => !isHubId(id)),
      [],
    );
    assert.equal(new Set(snapshot.ids()).size, snapshot.ids().length);
  });

  it('knows the ids of today for old ones', () => {
    assert.equal(snapshot.renamed('bert-base-uncased'), 'google-bert/bert-base-uncased');
    assert.equal(snapshot.renamed('gpt2'), 'openai-community/gpt2');
    assert.equal(snapshot.renamed('google-bert/bert-base-uncased'), undefined);
    assert.ok(snapshot.has('gpt2'));
    assert.equal(snapshot.downloads('gpt2'), snapshot.downloads('openai-community/gpt2'));
  });

  it('takes a copy or a data set for no new name of a model', () => {
    for (const id of notRenamed.keys()) assert.equal(snapshot.renamed(id), undefined, id);
    assert.equal(
      snapshot.renamed('sd-legacy/stable-diffusion-v1-5'),
      'stable-diffusion-v1-5/stable-diffusion-v1-5',
    );
  });

  it('reads the keys of the table of renamed models with and without a relation', () => {
    const renamed = renamedIds({
      renamed: {
        'finetune:old/name': 'new/name',
        'adapter:same/name': 'same/name',
        'quantized:runwayml/stable-diffusion-v1-5': 'copy/of-it',
        'no:relation/name': 'new/name',
        older: 'new/older',
      },
    });
    assert.deepEqual(
      [...renamed],
      [
        ['old/name', 'new/name'],
        ['older', 'new/older'],
      ],
    );
  });

  it('knows which weights a name of timm loads', () => {
    assert.equal(snapshot.timm('resnet50'), 'timm/resnet50.a1_in1k');
    assert.equal(snapshot.timm('convnext_base'), 'timm/convnext_base.fb_in22k_ft_in1k');
    assert.equal(snapshot.timm('fastvit_mci0.apple_mclip'), 'apple/mobileclip_s0_timm');
    assert.equal(snapshot.timm('no_such_network'), undefined);
  });

  it('states licenses with their source', () => {
    const license = (id: string) => snapshot.record(id)?.license;
    assert.equal(license('google-bert/bert-base-uncased')?.id, 'apache-2.0');
    assert.deepEqual(license('facebook/seamless-m4t-v2-large'), {
      id: 'cc-by-nc-4.0',
      name: undefined,
      link: undefined,
      source: 'hub',
    });
    assert.equal(license('microsoft/mpnet-base')?.id, '');
    assert.equal(license('timm/fastvit_t8.apple_in1k')?.name, 'fastvit-license');
    assert.equal(license('black-forest-labs/FLUX.1-dev')?.source, 'localai');
  });

  it('states the licenses of data sets, by their names of today and the bare ones of before', () => {
    const license = (id: string) => snapshot.dataset(id)?.license?.id;
    assert.equal(license('rajpurkar/squad'), 'cc-by-sa-4.0');
    assert.equal(snapshot.dataset('squad')?.id, 'rajpurkar/squad');
    assert.equal(snapshot.dataset('librispeech_asr')?.id, 'openslr/librispeech_asr');
    assert.equal(snapshot.dataset('ILSVRC/imagenet-1k')?.gated, 'auto');
    // Others hold data sets of the same name.
    for (const name of ['coco', 'cityscapes', 'pile', 'constructor']) {
      assert.equal(snapshot.dataset(name), undefined, name);
    }
  });

  it('claims no more than its source said', () => {
    for (const id of snapshot.ids()) {
      const record = snapshot.record(id);
      assert.ok(record?.card === undefined || record.license !== undefined, id);
      assert.ok(record?.license?.id !== '' || record.license.source === 'hub', id);
    }
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        assert.equal(snapshot.record(text)?.id, snapshot.record(text) && text);
        snapshot.timm(text);
        snapshot.downloads(text);
      }),
    );
    for (const name of ['__proto__', 'constructor', 'toString']) {
      assert.equal(snapshot.has(name), false);
    }
  });

  it('says so when it is damaged', async () => {
    await assert.rejects(readSnapshot(new Uint8Array([1, 2, 3])), /damaged/);
    assert.throws(() => decodeSnapshot('{'), /damaged/);
    assert.throws(() => decodeSnapshot({ version: 0 }), /format/);
    assert.throws(() => decodeSnapshot('null'), /format/);
  });
});
