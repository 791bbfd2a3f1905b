import { readHubAddress } from '../model/hub-address.ts';
import { readKagglePage } from '../model/kaggle-page.ts';
import { defaultEndpoint } from '../model/project.ts';
import type { Lookup } from '../model/record.ts';
import { client as clip } from './clip.ts';
import { lookUpHuggingFace } from './hugging-face.ts';
import { lookUpKaggle } from './kaggle.ts';
import { client as modelScope } from './modelscope.ts';
import { client as whisper } from './openai-whisper.ts';
import { client as pytorch } from './pytorch.ts';
import { lookUpTensorFlowHub } from './tensorflow-hub.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';
import { client as ultralytics } from './ultralytics.ts';

/** A bare address: that of a model on a hub is that model. Of any other place nobody states a license or a publisher. */
export const client: HubClient = { hub: 'url', lookup: lookUpAddress };

async function lookUpAddress(
  { target: url }: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const onHub = readHubAddress(publicAddress(url, environment));
  if (onHub !== undefined) {
    const { target, revision } = onHub;
    return await lookUpHuggingFace({ target, revision }, environment, options);
  }
  const page = readKagglePage(url);
  if (page !== undefined) return await lookUpKaggle(queryFor(page.handle), environment, options);
  const [, path] = /^https?:\/\/tfhub\.dev(\/[\w./-]+)$/.exec(url.replace(/[?#].*$/, '')) ?? [];
  if (path !== undefined) return await lookUpTensorFlowHub(path, environment, options);
  const file = fileOf(url);
  return file === undefined
    ? unknown(url)
    : await file.client.lookup(queryFor(file.name), environment, options);
}

function queryFor(target: string): HubQuery {
  return { target, revision: undefined };
}

/** A mirror's address as the public hub's, whose form is the same. */
function publicAddress(url: string, { endpoint }: HubEnvironment): string {
  const mirror = `${endpoint.replace(/\/+$/, '')}/`;
  return url.startsWith(mirror) ? `${defaultEndpoint}/${url.slice(mirror.length)}` : url;
}

interface KnownFile {
  readonly client: HubClient;
  readonly name: string;
}

/** Places where libraries keep the weights they publish: what the file's name stands for there. */
const places: readonly (readonly [RegExp, HubClient, (name: string) => string])[] = [
  [
    /^https:\/\/github\.com\/ultralytics\/(?:assets|yolov5|ultralytics)\/releases\/download\/[^/]+\/([\w.-]+\.pt)$/,
    ultralytics,
    name => name,
  ],
  // The digits tell one training of an architecture from another.
  [
    /^https?:\/\/download\.pytorch\.org\/models\/(\w+)-[0-9a-f]{8}\.pth$/,
    pytorch,
    name => `torchvision/${name}`,
  ],
  [
    /^https:\/\/openaipublic\.(?:azureedge\.net|blob\.core\.windows\.net)\/main\/whisper\/models\/[0-9a-f]+\/([\w.-]+)\.pt$/,
    whisper,
    name => name,
  ],
  [
    /^https:\/\/openaipublic\.(?:azureedge\.net|blob\.core\.windows\.net)\/clip\/models\/[0-9a-f]+\/([\w-]+)\.pt$/,
    clip,
    name => name.replace(/^(ViT-[BL])-/, '$1/').replace(/-336px$/, '@336px'),
  ],
  [
    /^https?:\/\/(?:www\.)?modelscope\.cn\/(?:api\/v1\/)?models\/([\w.-]+\/[\w.-]+)(?:\/.*)?$/,
    modelScope,
    name => name,
  ],
];

function fileOf(url: string): KnownFile | undefined {
  const plain = url.replace(/[?#].*$/, '');
  for (const [pattern, client, toName] of places) {
    const name = pattern.exec(plain)?.[1];
    if (name !== undefined) return { client, name: toName(name) };
  }
  return undefined;
}

const onnxZoo =
  /^https:\/\/(?:github\.com|raw\.githubusercontent\.com|media\.githubusercontent\.com\/media)\/onnx\/models\//;

function unknown(url: string): Lookup {
  const why = onnxZoo.test(url)
    ? 'a file of the ONNX model zoo, whose manifest states no license'
    : 'a bare address: nothing there states a license or a publisher';
  return { state: 'skipped', why };
}
