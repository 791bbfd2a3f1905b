import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createResolver } from '../../src/hub/resolver.ts';
import { kerasPreset } from '../../src/hub/tables/keras-presets.ts';
import { openClipIds } from '../../src/hub/tables/open-clip.ts';
import { timmRenamed } from '../../src/hub/tables/timm-renamed.ts';
import { torchvisionParameters } from '../../src/hub/tables/torchvision.ts';
import type { HubEnvironment } from '../../src/hub/types.ts';
import { identifyFact } from '../../src/license/identify-fact.ts';
import { loader as torchvision } from '../../src/loaders/torchvision.ts';
import { isHubId } from '../../src/model/hub-id.ts';
import type { Lookup } from '../../src/model/record.ts';
import type { Hub } from '../../src/model/reference.ts';
import { createEnvironment } from './support.ts';

describe('hubs whose facts ship with the program', () => {
  let environment: HubEnvironment;
  before(async () => {
    environment = await createEnvironment('http://127.0.0.1:1');
  });

  async function look(hub: Hub, target: string): Promise<Lookup> {
    return await createResolver(environment).resolve(hub, target, undefined, { mayAskNetwork: false });
  }

  /** `hub:id license`, or the state. */
  async function said(hub: Hub, target: string): Promise<string> {
    const lookup = await look(hub, target);
    if (lookup.state !== 'found') return lookup.state;
    const { hub: home, id, license } = lookup.record;
    return `${home}:${id} ${license === undefined ? 'unknown' : license.id}`;
  }

  it('timm: loads under names it has given up what it loads under those of today', async () => {
    const today = await said('timm', 'tf_efficientnet_b0.ns_jft_in1k');
    assert.equal(await said('timm', 'tf_efficientnet_b0_ns'), today);
    assert.equal(today, 'huggingface:timm/tf_efficientnet_b0.ns_jft_in1k apache-2.0');
    const { snapshot } = environment;
    for (const [name, current] of timmRenamed) assert.ok(snapshot.timm(current), `${name} ${current}`);
  });

  it('OpenCLIP: lie on the Hugging Face Hub', async () => {
    assert.equal(openClipIds.size, 169);
    for (const [key, id] of openClipIds) assert.ok(isHubId(id) && id.includes('/') && key.includes('/'), key);
    const laion = 'huggingface:laion/CLIP-ViT-B-32-laion2B-s34B-b79K mit';
    assert.equal(await said('open-clip', 'ViT-B-32/laion2b_s34b_b79k'), laion);
    assert.equal(await said('open-clip', 'ViT-B-32/LAION2B-s34b-b79k'), laion);
    assert.equal(
      await said('open-clip', 'RN50-quickgelu/openai'),
      await said('huggingface', 'timm/resnet50_clip.openai'),
    );
    assert.equal(await said('open-clip', 'ViT-B-32/constructor'), 'skipped');
  });

  it('torchvision: has facts of every architecture its loader knows', async () => {
    assert.equal(torchvisionParameters.get('resnet50'), 25_557_032);
    // Its weights come in two sizes.
    assert.ok(torchvisionParameters.has('vit_b_16') && torchvisionParameters.get('vit_b_16') === undefined);
    const callees = new Set(torchvision.calls.map(call => call.callee.replace(/^quantization\.(\*\.)?/, '')));
    const missing = [...callees].filter(name => !torchvisionParameters.has(name) && !name.startsWith('get_'));
    assert.deepEqual(missing, []);
  });

  it('PyTorch: states a license only where the documentation does', async () => {
    assert.equal(await said('pytorch', 'torchvision/resnet50'), 'pytorch:torchvision/resnet50 unknown');
    assert.equal(await said('pytorch', 'torchvision/vit_h_14'), 'pytorch:torchvision/vit_h_14 CC-BY-NC-4.0');
    assert.equal(
      await said('pytorch', 'torchaudio/WAV2VEC2_ASR_BASE_960H'),
      'pytorch:torchaudio/WAV2VEC2_ASR_BASE_960H MIT',
    );
    assert.equal(await said('pytorch', 'torchaudio/MMS_FA'), 'pytorch:torchaudio/MMS_FA CC-BY-NC-4.0');
    assert.equal(
      await said('pytorch', 'torchaudio/HDEMUCS_HIGH_MUSDB'),
      'pytorch:torchaudio/HDEMUCS_HIGH_MUSDB unknown',
    );
    assert.equal(
      await said('pytorch', 'torchtext/FLAN_T5_BASE'),
      'pytorch:torchtext/FLAN_T5_BASE Apache-2.0',
    );
    assert.equal(await said('pytorch', 'torchaudio/MY_BUNDLE'), 'skipped');
  });

  it('Keras: states the licenses its documentation states', async () => {
    assert.equal(await said('keras', 'applications/VGG16'), 'keras:applications/VGG16 CC-BY-4.0');
    assert.equal(
      await said('keras', 'applications/EfficientNetB0'),
      'keras:applications/EfficientNetB0 unknown',
    );
    assert.equal(await said('keras', 'applications/Nothing'), 'skipped');
    assert.equal(await said('keras', 'bert_base_en'), 'kaggle:keras/bert/keras/bert_base_en unknown');
    const renamed = kerasPreset('rwkv7_g1a_0.1b_en');
    assert.deepEqual(renamed, { handle: 'keras/rwkv7/keras/rwkv7_g1a_0.1b', parameters: 150_000_000 });
    assert.equal(kerasPreset('densenet121')?.parameters, undefined);
  });

  it('OpenAI CLIP: exists, and states no license for its weights', async () => {
    assert.equal(await said('clip', 'ViT-B/32'), 'clip:ViT-B/32 unknown');
    assert.equal(await said('clip', 'ViT-B/64'), 'skipped');
  });

  it('Ultralytics: knows all of its own weights', async () => {
    const own = ['yolo26n-depth.pt', 'yolov8x-pose-p6.pt', 'yolo26m-sem-ade20k.pt', 'yolo11n-grayscale.pt'];
    for (const name of own) assert.equal(await said('ultralytics', name), `ultralytics:${name} agpl-3.0`);
    for (const name of ['sam2.1_b.pt', 'yolov9c.pt', 'FastSAM-s.pt']) {
      assert.equal(await said('ultralytics', name), 'skipped', name);
    }
  });

  it('addresses: are the model that lies there', async () => {
    const bert = 'huggingface:google-bert/bert-base-uncased apache-2.0';
    const files = 'https://huggingface.co/google-bert/bert-base-uncased';
    for (const address of [
      files,
      `${files}/resolve/main/model.safetensors?download=true`,
      `${files}/tree/main`,
    ]) {
      assert.equal(await said('url', address), bert, address);
    }
    assert.equal(await said('url', 'https://hf-mirror.com/bert-base-uncased/resolve/main/config.json'), bert);
    assert.equal(await said('url', 'http://127.0.0.1:1/google-bert/bert-base-uncased'), bert);
    const release = 'https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11n.pt';
    assert.equal(await said('url', release), 'ultralytics:yolo11n.pt agpl-3.0');
    const resnet = 'https://download.pytorch.org/models/resnet50-0676ba61.pth';
    assert.equal(await said('url', resnet), 'pytorch:torchvision/resnet50 unknown');
    const openai = 'https://openaipublic.azureedge.net';
    assert.equal(
      await said('url', `${openai}/main/whisper/models/e5b1/large-v3.pt`),
      'openai-whisper:large-v3 mit',
    );
    assert.equal(
      await said('url', `${openai}/clip/models/40d3/ViT-L-14-336px.pt`),
      'clip:ViT-L/14@336px unknown',
    );
  });

  it('addresses: are asked nothing elsewhere', async () => {
    for (const address of [
      'https://example.org/huggingface.co/google-bert/bert-base-uncased',
      'https://huggingface.co.example.org/google-bert/bert-base-uncased',
      'https://huggingface.co/datasets/example/data',
      'https://github.com/onnx/models/raw/main/validated/vision/classification/resnet/model/resnet50-v1-7.onnx',
      'https://example.org/tfhub.dev/google/nnlm/1',
    ]) {
      assert.equal(await said('url', address), 'skipped', address);
    }
  });

  it('say only licenses that can be judged', async () => {
    const targets: readonly (readonly [Hub, string])[] = [
      ['pytorch', 'torchaudio/SQUIM_OBJECTIVE'],
      ['pytorch', 'torchtext/T5_BASE'],
      ['pytorch', 'torchvision/vit_h_14'],
      ['keras', 'applications/VGG16'],
      ['keras', 'applications/DenseNet121'],
      ['openai-whisper', 'tiny'],
      ['ultralytics', 'yolov8n.pt'],
    ];
    for (const [hub, target] of targets) {
      const lookup = await look(hub, target);
      const license = lookup.state === 'found' ? lookup.record.license : undefined;
      assert.ok(
        license && identifyFact(license).kind === 'spdx' && license.link?.startsWith('https://'),
        target,
      );
    }
  });

  it('answer any text', async () => {
    const hubs: readonly Hub[] = [
      'timm',
      'pytorch',
      'keras',
      'open-clip',
      'clip',
      'ultralytics',
      'url',
      'spacy',
    ];
    const target = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('constructor', '__proto__/__proto__'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hubs), target, async (hub, text) => {
        assert.ok(['found', 'skipped', 'unreachable'].includes((await look(hub, text)).state));
      }),
    );
  });
});
