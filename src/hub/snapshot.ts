import type { DatasetRecord } from '../model/background.ts';
import { lazy } from '../model/lazy.ts';
import type { BaseModel, CardFacts, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { relationOf } from './hub-tags.ts';
import {
  cardFields,
  type Dictionary,
  firstDay,
  gatings,
  millisecondsOfDay,
  type SnapshotColumns,
  type SnapshotDatasets,
  type SnapshotFile,
  snapshotVersion,
  type TimmNames,
  weightFormats,
} from './snapshot-format.ts';
import type { Snapshot } from './types.ts';

/** Reads the compressed file that ships with the program. */
export async function readSnapshot(bytes: Uint8Array): Promise<Snapshot> {
  const unzipped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  let text: string;
  try {
    text = await textIn(unzipped);
  } catch (error) {
    throw new Error(
      'The snapshot of model facts is damaged: it cannot be unpacked. Install PTM Audit anew.',
      {
        cause: error,
      },
    );
  }
  return decodeSnapshot(text);
}

/** `Response` would do the same, and takes longer to load than all the rest to read. */
async function textIn(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Takes the file's JSON as text or parsed. What it says is decoded when somebody asks for it. */
export function decodeSnapshot(json: unknown): Snapshot {
  const file = checkedFile(typeof json === 'string' ? parse(json) : json);
  const recorded = lazy(() => decodeIds(file.records));
  const members = lazy(() => decodeIds(file.members));
  const renamed = lazy(() => decodePairs(file.renamed));
  const rows = lazy(() => new Map(recorded().map((id, row) => [id, row])));
  const ranks = lazy(() => new Map(members().map((id, row) => [id, file.ranks[row] ?? 0])));
  const timm = lazy(() => decodeTimm(file.timm, rows()));
  const dataset = lazy(() => decodeDatasets(file.datasets));
  const everyId = lazy(() => [...new Set([...recorded(), ...members(), ...renamed().keys()])]);
  const records = new Map<string, ModelRecord>();
  const has = (id: string): boolean => rows().has(id) || ranks().has(id) || renamed().has(id);

  function record(id: string): ModelRecord | undefined {
    const row = rows().get(id);
    if (row === undefined) {
      return undefined;
    }
    const built = records.get(id) ?? buildRecord(id, row, file.columns);
    records.set(id, built);
    return built;
  }

  function downloads(id: string): number | undefined {
    const row = rows().get(id);
    if (row !== undefined) {
      return unshifted(file.columns.downloads[row]);
    }
    const rank = ranks().get(id);
    if (rank !== undefined) {
      return rank === 0 ? undefined : Math.round(2 ** (rank / 2));
    }
    const today = renamed().get(id);
    return today === undefined || today === id ? undefined : downloads(today);
  }

  return {
    date: file.date,
    record,
    has,
    renamed: id => renamed().get(id),
    timm: name => timm()(name),
    dataset: id => dataset()(id),
    downloads,
    ids: everyId,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('The snapshot of model facts is damaged: it is not JSON. Install PTM Audit anew.', {
      cause: error,
    });
  }
}

function checkedFile(value: unknown): SnapshotFile {
  if (!isSnapshotFile(value)) {
    throw new Error(
      `The snapshot of model facts does not have the format this version reads (${snapshotVersion}). Install PTM Audit anew.`,
    );
  }
  return value;
}

/** The file is made by a script of the same version, so its version and its outline are proof enough. */
function isSnapshotFile(value: unknown): value is SnapshotFile {
  const file = value as Partial<SnapshotFile> | null | undefined;
  return (
    file?.version === snapshotVersion &&
    typeof file.date === 'string' &&
    [file.records, file.members, file.renamed].every(text => typeof text === 'string') &&
    Array.isArray(file.ranks) &&
    Array.isArray(file.columns?.card) &&
    typeof file.timm?.defaults === 'string' &&
    typeof file.datasets?.ids === 'string'
  );
}

function decodeIds(text: string): string[] {
  const ids: string[] = [];
  for (const line of lines(text)) {
    const [owner = '', ...names] = line.split(' ');
    const prefix = owner === '' ? '' : `${owner}/`;
    for (const name of names) {
      ids.push(prefix + name);
    }
  }
  return ids;
}

function decodePairs(text: string): Map<string, string> {
  return new Map(
    lines(text).map(line => {
      const blank = line.indexOf(' ');
      return [line.slice(0, blank), line.slice(blank + 1)];
    }),
  );
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function decodeTimm(
  names: TimmNames,
  rows: ReadonlyMap<string, number>,
): (name: string) => string | undefined {
  const elsewhere = decodePairs(names.elsewhere);
  const defaults = new Map(lines(names.defaults).map(name => [name.slice(0, name.indexOf('.')), name]));
  return name => {
    const full = name.includes('.') ? name : defaults.get(name);
    if (full === undefined) {
      return undefined;
    }
    const id = elsewhere.get(full) ?? `timm/${full}`;
    return rows.has(id) ? id : undefined;
  };
}

function decodeDatasets(datasets: SnapshotDatasets): (id: string) => DatasetRecord | undefined {
  const rows = new Map(decodeIds(datasets.ids).map((id, row) => [id, row]));
  const renamed = decodePairs(datasets.renamed);
  return asked => {
    const id = renamed.get(asked) ?? asked;
    const row = rows.get(id);
    if (row === undefined) return undefined;
    const license = lookUp(datasets.license, row);
    return {
      id,
      license:
        license === undefined ? undefined : { id: license, name: undefined, link: undefined, source: 'hub' },
      gated: gatings[datasets.gated[row] ?? 0],
      url: `https://huggingface.co/datasets/${id}`,
    };
  };
}

function buildRecord(id: string, row: number, columns: SnapshotColumns): ModelRecord {
  const created = unshifted(columns.created[row]);
  const formats = columns.formats[row] ?? 0;
  const customCode = unshifted(columns.customCode[row]);
  return {
    ...emptyRecord('huggingface', id, `https://huggingface.co/${id}`),
    license: licenseAt(columns, row),
    baseModels: words(columns.baseModels, row)?.map(decodeBase),
    datasets: words(columns.datasets, row),
    languages: words(columns.languages, row),
    task: lookUp(columns.task, row),
    library: lookUp(columns.library, row),
    architecture: lookUp(columns.architecture, row),
    parameters: unshifted(columns.parameters[row]),
    downloads: unshifted(columns.downloads[row]),
    likes: unshifted(columns.likes[row]),
    createdAt: created === undefined ? undefined : isoDay(created),
    weightFormats: formats === 0 ? undefined : weightFormats.filter((_, bit) => isSet(formats, bit)),
    hasCustomCode: customCode === undefined ? undefined : customCode === 1,
    card: decodeCard(unshifted(columns.card[row])),
  };
}

/** JSON drops what is undefined; the record's type promises the keys. */
function licenseAt(columns: SnapshotColumns, row: number): ModelRecord['license'] {
  const fact = lookUp(columns.license, row);
  return fact && { id: fact.id, name: fact.name, link: fact.link, source: fact.source };
}

function lookUp<T>(dictionary: Dictionary<T>, row: number): T | undefined {
  const value = dictionary.values[row] ?? 0;
  return value === 0 ? undefined : dictionary.words[value - 1];
}

function words(dictionary: Dictionary<string>, row: number): readonly string[] | undefined {
  const text = lookUp(dictionary, row);
  return text === '' ? [] : text?.split(' ');
}

function decodeBase(word: string): BaseModel {
  const colon = word.indexOf(':');
  return { id: word.slice(colon + 1), relation: relationOf(word.slice(0, colon)) };
}

function decodeCard(bits: number | undefined): CardFacts | undefined {
  if (bits === undefined) {
    return undefined;
  }
  const has = (field: (typeof cardFields)[number]): boolean => isSet(bits, cardFields.indexOf(field));
  return {
    hasLicense: has('hasLicense'),
    hasDatasets: has('hasDatasets'),
    hasLanguage: has('hasLanguage'),
    hasTask: has('hasTask'),
    hasLibrary: has('hasLibrary'),
    hasBaseModel: has('hasBaseModel'),
    hasEvaluation: has('hasEvaluation'),
    hasPaper: has('hasPaper'),
  };
}

function unshifted(value: number | undefined): number | undefined {
  return value === undefined || value === 0 ? undefined : value - 1;
}

function isSet(bits: number, bit: number): boolean {
  return (bits & (1 << bit)) !== 0;
}

function isoDay(day: number): string {
  return new Date(firstDay + day * millisecondsOfDay).toISOString().slice(0, 10);
}
