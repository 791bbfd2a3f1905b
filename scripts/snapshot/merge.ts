import { emptyRecord } from '../../src/hub/empty-record.ts';
import { baseModelsOf, formatsOfTags, hasPaperTag, licenseOf, valuesOf } from '../../src/hub/hub-tags.ts';
import { isHubId } from '../../src/model/hub-id.ts';
import type { BaseModel, CardFacts, LicenseFact, ModelRecord } from '../../src/model/record.ts';
import { excludedIds, namedIds } from './exclude.ts';
import { languagesOf } from './languages.ts';
import { mergeLicenses, statedLicense } from './licenses.ts';
import type { HubRow, LlmfitRow, MtebRow, Sources, TimmRow } from './sources.ts';

interface Tables {
  readonly sources: Sources;
  readonly hub: ReadonlyMap<string, HubRow>;
  readonly timm: ReadonlyMap<string, TimmRow>;
  readonly mteb: ReadonlyMap<string, MtebRow>;
  readonly llmfit: ReadonlyMap<string, LlmfitRow>;
  readonly localai: ReadonlyMap<string, LicenseFact>;
}

/** One record for every id the tables name, from the hub's own reply down to the least trusted table. */
export function mergeRecords(sources: Sources): readonly ModelRecord[] {
  const excluded = excludedIds(sources);
  const tables = indexTables(sources);
  return [...namedIds(sources)].filter(id => !excluded.has(id)).map(id => mergeRecord(id, tables));
}

function indexTables(sources: Sources): Tables {
  return {
    sources,
    hub: new Map(sources.hub.map(row => [row.id, row])),
    timm: new Map(sources.timm.map(row => [row.hf_hub_id ?? '', row])),
    mteb: new Map(sources.mteb.map(row => [row.name, row])),
    llmfit: new Map(sources.llmfit.map(row => [row.name, row])),
    localai: galleryLicenses(sources),
  };
}

/** An id under several gallery entries keeps its license only where they agree. */
function galleryLicenses(sources: Sources): ReadonlyMap<string, LicenseFact> {
  const stated = new Map<string, LicenseFact[]>();
  for (const row of sources.localai) {
    const fact = statedLicense(row.license, 'localai', sources.licenseIds);
    for (const id of fact === undefined ? [] : row.urls) {
      stated.set(id, [...(stated.get(id) ?? []), ...(fact === undefined ? [] : [fact])]);
    }
  }
  return new Map(
    [...stated].flatMap(([id, facts]) => {
      const ids = new Set(facts.map(fact => fact.id));
      const first = facts[0];
      if (first === undefined) {
        return [];
      }
      return [[id, ids.size === 1 ? first : { ...first, id: 'other', name: [...ids].sort().join(', ') }]];
    }),
  );
}

function mergeRecord(id: string, tables: Tables): ModelRecord {
  const hub = tables.hub.get(id);
  const timm = tables.timm.get(id);
  const mteb = tables.mteb.get(id);
  const llmfit = tables.llmfit.get(id);
  const licenseIds = tables.sources.licenseIds;
  const license = mergeLicenses(
    [
      hub && licenseOf(valuesOf(hub.tags, 'license:')),
      statedLicense(timm?.license, 'timm', licenseIds),
      statedLicense(mteb?.license, 'mteb', licenseIds),
      tables.localai.get(id),
    ],
    licenseIds,
  );
  return {
    ...emptyRecord('huggingface', id, ''),
    ...(hub && hubFacts(hub)),
    license,
    baseModels: hub ? baseModelsOf(hub.tags).filter(base => isHubId(base.id)) : adaptedFrom(mteb),
    task: hub?.pipeline_tag ?? taskOf(llmfit),
    library: hub?.library_name ?? (timm && 'timm'),
    architecture: timm?.architecture ?? architectureTag(hub, tables) ?? llmfit?.architecture,
    parameters: positive(mteb?.n_parameters) ?? positive(llmfit?.parameters_raw),
    downloads: hub?.downloads ?? llmfit?.hf_downloads,
    likes: hub?.likes ?? llmfit?.hf_likes,
  };
}

function hubFacts(row: HubRow): Partial<ModelRecord> {
  return {
    datasets: valuesOf(row.tags, 'dataset:'),
    languages: languagesOf(row.tags),
    createdAt: row.createdAt.slice(0, 10),
    weightFormats: formatsOfTags(row.tags),
    hasCustomCode: row.tags.includes('custom_code'),
    card: cardFacts(row),
  };
}

/** The hub makes these tags from the card's metadata, so that a missing tag is a field left out. */
function cardFacts(row: HubRow): CardFacts {
  return {
    hasLicense: valuesOf(row.tags, 'license:').length > 0,
    hasDatasets: valuesOf(row.tags, 'dataset:').length > 0,
    hasLanguage: languagesOf(row.tags).length > 0,
    hasTask: row.pipeline_tag !== undefined,
    hasLibrary: row.library_name !== undefined,
    hasBaseModel: valuesOf(row.tags, 'base_model:').length > 0,
    hasEvaluation: row.tags.includes('model-index'),
    hasPaper: hasPaperTag(row.tags),
  };
}

function adaptedFrom(row: MtebRow | undefined): readonly BaseModel[] | undefined {
  const id = row?.adapted_from?.replace(/^https:\/\/huggingface\.co\//, '');
  return id !== undefined && isHubId(id) ? [{ id, relation: undefined }] : undefined;
}

function taskOf(row: LlmfitRow | undefined): string | undefined {
  return row === undefined || row.pipeline_tag === 'unknown' ? undefined : row.pipeline_tag;
}

function architectureTag(row: HubRow | undefined, tables: Tables): string | undefined {
  return row?.tags.find(tag => tables.sources.architectures.has(tag));
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.round(value) : undefined;
}
