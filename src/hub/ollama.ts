import * as v from 'valibot';
import type { ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { licenseOfText } from './license-text.ts';
import { type Get, lookUpOther, type OtherHub, Unanswered } from './other-hub.ts';
import { count, readJson, text } from './reply-schema.ts';
import type { HubClient, HubQuery } from './types.ts';

/** Models of Ollama's registry: the manifest lists layers, and the license is a text in one of them. */
export const client: HubClient = {
  hub: 'ollama',
  lookup: async (query, environment, options) =>
    readName(query.target) === undefined
      ? { state: 'skipped', why: "not a name of Ollama's registry" }
      : await lookUpOther(ollama, query, environment, options),
};

const ollama: OtherHub = { hub: 'ollama', address: 'ollama', name: 'Ollama', mayBePrivate, ask };

interface OllamaName {
  readonly namespace: string;
  readonly model: string;
  readonly tag: string;
}

const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/));
const layerSchema = v.object({ mediaType: v.string(), digest, size: count });
const manifestSchema = v.object({ config: layerSchema, layers: v.array(layerSchema) });
const configSchema = v.object({ model_format: text, model_family: text, model_type: text });
const refusalSchema = v.object({ errors: v.array(v.object({ code: v.string() })) });

type Layer = v.InferOutput<typeof layerSchema>;

const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';
const licenseType = 'application/vnd.ollama.image.license';
/** A model has one or two; what claims more or larger ones is not fetched. */
const mostLicenses = 4;
const largestBlob = 2 ** 20;

/** `llama3` is `library/llama3:latest`. */
function readName(target: string): OllamaName | undefined {
  const [, namespace = 'library', model, tag = 'latest'] =
    /^(?:([\w.-]+)\/)?([\w.-]+)(?::([\w.-]+))?$/.exec(target) ?? [];
  const parts = [namespace, model ?? '', tag];
  return model === undefined || parts.some(part => /^\.*$/.test(part))
    ? undefined
    : { namespace, model, tag };
}

async function ask({ target }: HubQuery, get: Get): Promise<ModelRecord | undefined> {
  const name = readName(target);
  if (name === undefined) throw new Unanswered('not a name of Ollama’s registry');
  const path = `/v2/${name.namespace}/${name.model}`;
  const reply = await get(`${path}/manifests/${name.tag}`, manifestType);
  if (reply.status === 404) return missing(reply.body);
  const manifest = readJson(manifestSchema, reply.body);
  if (manifest === undefined) throw new Unanswered('the manifest of Ollama could not be read');
  const blob = async (layer: Layer): Promise<string> => await readBlob(path, layer, get);
  const licenses = manifest.layers.filter(layer => layer.mediaType === licenseType).slice(0, mostLicenses);
  const [config, ...texts] = await Promise.all([blob(manifest.config), ...licenses.map(blob)]);
  return toRecord(name, config ?? '', texts);
}

function missing(body: string): undefined {
  const codes = readJson(refusalSchema, body)?.errors.map(error => error.code) ?? [];
  if (!codes.some(code => code === 'MANIFEST_UNKNOWN' || code === 'NAME_UNKNOWN')) {
    throw new Unanswered('Ollama answered 404 without saying why');
  }
}

/** The models without a namespace are everybody's. */
function mayBePrivate(target: string): boolean {
  return readName(target)?.namespace !== 'library';
}

async function readBlob(path: string, { digest, size = 0 }: Layer, get: Get): Promise<string> {
  if (size > largestBlob) throw new Unanswered('a layer of Ollama is larger than a license can be');
  const reply = await get(`${path}/blobs/${digest}`, '*/*');
  if (reply.status !== 200) throw new Unanswered('a layer of Ollama could not be read');
  return reply.body;
}

function toRecord(
  { namespace, model, tag }: OllamaName,
  config: string,
  texts: readonly string[],
): ModelRecord {
  const said = readJson(configSchema, config);
  const isOfficial = namespace === 'library';
  const url = `https://ollama.com/${namespace}/${model}:${tag}`;
  const id = `${isOfficial ? '' : `${namespace}/`}${model}:${tag}`;
  return {
    ...emptyRecord('ollama', id, url),
    license: licenseOfText(texts, url),
    library: 'ollama',
    architecture: said?.model_family,
    parameters: parametersOf(said?.model_type),
    weightFormats: said?.model_format === 'gguf' ? ['gguf'] : undefined,
  };
}

/** `8.0B`, `137M`. */
function parametersOf(size = ''): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([KMBT])$/.exec(size) ?? [];
  const scale = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 }[unit];
  return number === undefined || scale === undefined ? undefined : Math.round(Number(number) * scale);
}
