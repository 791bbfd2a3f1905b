import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { clients } from '../../src/hub/registry.generated.ts';
import { createResolver } from '../../src/hub/resolver.ts';
import type { HubEnvironment } from '../../src/hub/types.ts';
import type { Lookup } from '../../src/model/record.ts';
import type { Hub } from '../../src/model/reference.ts';
import { json, modelReply, startHub } from './stand-in-hub.ts';
import { createEnvironment } from './support.ts';

describe('the hubs', () => {
  let environment: HubEnvironment;
  before(async () => {
    environment = await createEnvironment('http://127.0.0.1:1');
  });

  async function look(hub: Hub, target: string): Promise<Lookup> {
    return await createResolver(environment).resolve(hub, target, undefined, { mayAskNetwork: false });
  }

  async function idOf(hub: Hub, target: string): Promise<string> {
    const lookup = await look(hub, target);
    return lookup.state === 'found'
      ? `${lookup.record.id} ${lookup.record.license?.id} ${lookup.from}`
      : lookup.state;
  }

  it('are all listed', () => {
    assert.equal(new Set(clients.map(client => client.hub)).size, 14);
    execFileSync(process.execPath, ['--import=tsx', 'scripts/generate-registries.ts', '--check', 'hub']);
  });

  it('map names to the Hugging Face Hub', async () => {
    assert.equal(await idOf('timm', 'resnet50'), 'timm/resnet50.a1_in1k apache-2.0 snapshot');
    assert.equal(
      await idOf('timm', 'hf-hub:timm/resnet50.a1_in1k'),
      'timm/resnet50.a1_in1k apache-2.0 snapshot',
    );
    assert.equal(await idOf('timm', 'no_such_network'), 'unreachable');
    assert.equal(await idOf('spacy', 'en_core_web_sm'), 'spacy/en_core_web_sm mit snapshot');
    assert.equal(await idOf('spacy', 'en_core_sci_sm'), 'skipped');
  });

  it('state the licenses of libraries that have one for all', async () => {
    assert.equal(await idOf('openai-whisper', 'turbo'), 'large-v3-turbo mit table');
    assert.equal(await idOf('openai-whisper', 'constructor'), 'skipped');
    assert.equal(await idOf('ultralytics', 'yolov8n.pt'), 'yolov8n.pt agpl-3.0 table');
    assert.equal(await idOf('ultralytics', 'yolo11m-seg'), 'yolo11m-seg.pt agpl-3.0 table');
    for (const target of ['runs/yolov8n.pt', 'best.pt', 'yolov8n.yaml', 'sam_b.pt']) {
      assert.equal(await idOf('ultralytics', target), 'skipped', target);
    }
  });

  it('say why they are not asked', async () => {
    for (const [hub, target] of [
      ['pytorch', 'torchvision/no_such_network'],
      ['url', 'https://example.org/model.pt'],
      ['keras', 'my_own_preset'],
      ['open-clip', 'ViT-B-32/my_tag'],
      ['gensim', 'x'],
    ] as const) {
      const lookup = await look(hub, target);
      assert.ok(lookup.state === 'skipped' && lookup.why.length > 15, hub);
    }
  });
});

describe('the resolver', () => {
  it('asks once for equal questions and lets each caller leave', async () => {
    const hub = await startHub({
      '/api/models/some/model': (response, request, count) => {
        setTimeout(() => json(200, modelReply('some/model'))(response, request, count), 60);
      },
    });
    const resolver = createResolver(await createEnvironment(hub.endpoint));
    const signal = AbortSignal.timeout(10);
    const ask = (options: { signal?: AbortSignal } = {}) =>
      resolver.resolve('huggingface', 'some/model', undefined, { mayAskNetwork: true, ...options });
    const lookups = await Promise.all([ask(), ask({ signal }), ask(), ask({ signal: AbortSignal.abort() })]);
    assert.deepEqual(
      lookups.map(lookup => lookup.state),
      ['found', 'unreachable', 'found', 'unreachable'],
    );
    assert.equal((await ask()).state, 'found');
    assert.equal(hub.requests.length, 1);
    await hub.close();
  });

  it('asks again after everybody left', async () => {
    const hub = await startHub({
      '/api/models/some/model': (response, request, count) => {
        setTimeout(() => json(200, modelReply('some/model'))(response, request, count), 60);
      },
    });
    const resolver = createResolver(await createEnvironment(hub.endpoint));
    const ask = (options: { signal?: AbortSignal } = {}) =>
      resolver.resolve('huggingface', 'some/model', undefined, { mayAskNetwork: true, ...options });
    assert.equal((await ask({ signal: AbortSignal.timeout(10) })).state, 'unreachable');
    assert.equal((await ask()).state, 'found');
    await hub.close();
  });
});
