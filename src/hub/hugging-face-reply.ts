import * as v from 'valibot';
import type { BaseModel, CardFacts, EvaluationResult, LicenseFact, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { evalResultsSchema, evaluationsOf, modelIndexSchema } from './evaluation-results.ts';
import { baseModelsOf, formatsOfTags, hasPaperTag, licenseOf, relationOf, valuesOf } from './hub-tags.ts';
import { count, gating, lenient, readJson, text, texts } from './reply-schema.ts';
import { weightFilesOf } from './weight-files.ts';

const cardSchema = v.object({
  license: texts,
  license_name: text,
  license_link: text,
  base_model: texts,
  base_model_relation: text,
  new_version: text,
  datasets: texts,
  language: texts,
  pipeline_tag: text,
  library_name: text,
  'model-index': modelIndexSchema,
});

const replySchema = v.object({
  id: text,
  modelId: text,
  sha: text,
  lastModified: text,
  createdAt: text,
  gated: gating,
  downloads: count,
  likes: count,
  library_name: text,
  pipeline_tag: text,
  tags: texts,
  'model-index': modelIndexSchema,
  evalResults: evalResultsSchema,
  config: lenient(
    v.object({
      architectures: texts,
      model_type: text,
      auto_map: lenient(v.record(v.string(), v.unknown())),
    }),
  ),
  cardData: lenient(cardSchema),
  transformersInfo: lenient(v.object({ custom_class: text })),
  siblings: lenient(v.array(v.object({ rfilename: v.string() }))),
  safetensors: lenient(v.object({ total: count })),
  gguf: lenient(v.object({ total: count, architecture: text })),
  baseModels: lenient(v.object({ relation: text, models: v.array(v.object({ id: v.string() })) })),
});

/** What the hub is asked to tell of a model: what is read here and nothing else, because the whole can take megabytes. */
export const recordKeys = Object.keys(replySchema.entries).filter(key => key !== 'id' && key !== 'modelId');

type Reply = v.InferOutput<typeof replySchema>;
type Card = NonNullable<Reply['cardData']>;

/** The record a hub's reply tells of; undefined when the text is no such reply. */
export function readReply(body: string, endpoint: string): ModelRecord | undefined {
  const reply = readJson(replySchema, body);
  const id = reply?.id ?? reply?.modelId;
  return reply === undefined || id === undefined ? undefined : toRecord(id, reply, endpoint);
}

/** Shards of the largest models are fewer. */
const mostWeightFiles = 500;

function toRecord(id: string, reply: Reply, endpoint: string): ModelRecord {
  const tags = reply.tags ?? [];
  const card = reply.cardData;
  const weights = reply.siblings && weightFilesOf(reply.siblings.map(file => file.rfilename));
  return {
    ...emptyRecord('huggingface', id, `${endpoint}/${id}`),
    license: licenseFact(reply, tags, card),
    baseModels: baseModels(reply, tags, card),
    datasets: card?.datasets ?? listed(reply, valuesOf(tags, 'dataset:')),
    languages: card?.language ?? (reply.cardData || reply.tags ? [] : undefined),
    task: reply.pipeline_tag ?? card?.pipeline_tag,
    library: reply.library_name ?? card?.library_name ?? (isAdapter(reply) ? 'peft' : undefined),
    parameters: reply.safetensors?.total ?? reply.gguf?.total,
    architecture: reply.config?.model_type ?? reply.gguf?.architecture ?? reply.config?.architectures?.[0],
    downloads: reply.downloads,
    likes: reply.likes,
    createdAt: reply.createdAt,
    lastModified: reply.lastModified,
    sha: reply.sha,
    gated: reply.gated,
    weightFormats: weights ? [...new Set(weights.map(({ format }) => format))] : formatsOfTags(tags),
    weightFiles: weights?.slice(0, mostWeightFiles),
    hasCustomCode: hasCustomCode(reply),
    card: reply.tags || card ? cardFacts(reply, tags, card) : undefined,
    evaluations: reply.tags || card ? evaluationsIn(reply, card) : undefined,
    newVersion: card?.new_version,
  };
}

/** A card may not say so, but PEFT reads this file of an adapter and no full model needs it. */
function isAdapter({ tags, siblings }: Reply): boolean {
  const hasConfig = siblings?.some(file => file.rfilename === 'adapter_config.json') ?? false;
  return hasConfig || (tags?.includes('peft') ?? false);
}

/** A reply without tags and without a card's metadata says nothing, not "none". */
function listed<T>(reply: Reply, items: readonly T[]): readonly T[] | undefined {
  return reply.tags || reply.cardData ? items : undefined;
}

function licenseFact(reply: Reply, tags: readonly string[], card: Card | undefined): LicenseFact | undefined {
  if (reply.tags === undefined && card === undefined) {
    return undefined;
  }
  const ids = card?.license ?? valuesOf(tags, 'license:');
  return licenseOf(ids, card?.license_name, card?.license_link);
}

function baseModels(
  reply: Reply,
  tags: readonly string[],
  card: Card | undefined,
): readonly BaseModel[] | undefined {
  if (reply.baseModels) {
    const relation = relationOf(reply.baseModels.relation);
    return distinct(reply.baseModels.models.map(({ id }) => ({ id, relation })));
  }
  const tagged = baseModelsOf(tags);
  if (tagged.length > 0) {
    return tagged;
  }
  const relation = relationOf(card?.base_model_relation);
  return listed(reply, distinct((card?.base_model ?? []).map(id => ({ id, relation }))));
}

/** Each base model once: cards of merges name the same one several times. */
function distinct(bases: readonly BaseModel[]): readonly BaseModel[] {
  return [...new Map(bases.map(base => [base.id, base])).values()];
}

function hasCustomCode(reply: Reply): boolean | undefined {
  if (reply.tags?.includes('custom_code') || reply.config?.auto_map || reply.transformersInfo?.custom_class) {
    return true;
  }
  return reply.tags === undefined ? undefined : false;
}

function evaluationsIn(reply: Reply, card: Card | undefined): readonly EvaluationResult[] {
  return evaluationsOf(reply['model-index'] ?? card?.['model-index'], reply.evalResults);
}

function cardFacts(reply: Reply, tags: readonly string[], card: Card | undefined): CardFacts {
  const evaluations = evaluationsIn(reply, card).filter(result => !result.isClaimOfOthers);
  return {
    hasLicense: isFilled(card?.license) || isFilled(valuesOf(tags, 'license:')),
    hasDatasets: isFilled(card?.datasets) || isFilled(valuesOf(tags, 'dataset:')),
    hasLanguage: isFilled(card?.language),
    hasTask: (reply.pipeline_tag ?? card?.pipeline_tag) !== undefined,
    hasLibrary: (reply.library_name ?? card?.library_name) !== undefined,
    hasBaseModel: isFilled(card?.base_model) || isFilled(valuesOf(tags, 'base_model:')),
    hasEvaluation: isFilled(evaluations) || tags.includes('model-index'),
    hasPaper: hasPaperTag(tags),
  };
}

function isFilled(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}
