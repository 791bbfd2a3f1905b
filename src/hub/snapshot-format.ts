import type { LicenseFact, WeightFormat } from '../model/record.ts';

/**
 * The file of facts that ships with the program. Columns run parallel to the ids of `records`, and repeated values lie
 * once in a dictionary, so that the file stays small and reading it costs one pass.
 */
export interface SnapshotFile {
  readonly version: typeof snapshotVersion;
  readonly date: string;
  /** Ids with facts: one line for each owner, `owner name name …`, in the order of the columns. */
  readonly records: string;
  readonly columns: SnapshotColumns;
  /** Ids of which no more is known than that they exist, written like `records`. */
  readonly members: string;
  /** For each member the half octave of its downloads; 0 when nobody counted. */
  readonly ranks: readonly number[];
  /** Two ids on a line: the old one and today's. */
  readonly renamed: string;
  readonly timm: TimmNames;
  readonly datasets: SnapshotDatasets;
}

/** Columns run parallel to the ids. */
export interface SnapshotDatasets {
  /** Written like `records`. */
  readonly ids: string;
  /** The hub's id of the license; an empty one means that the card names none. */
  readonly license: Dictionary<string>;
  /** Indices into `gatings`. */
  readonly gated: readonly number[];
  /** Two words on a line: the bare name a data set had before it moved under an owner, and its id today. */
  readonly renamed: string;
}

export const gatings = [false, 'auto', 'manual'] as const;

export interface SnapshotColumns {
  readonly license: Dictionary<LicenseFact>;
  /** `relation:id` with blanks between them; empty for "none". */
  readonly baseModels: Dictionary<string>;
  readonly datasets: Dictionary<string>;
  readonly languages: Dictionary<string>;
  readonly task: Dictionary<string>;
  readonly library: Dictionary<string>;
  readonly architecture: Dictionary<string>;
  /** Numbers are shifted by one: 0 means that nobody said. */
  readonly parameters: readonly number[];
  readonly downloads: readonly number[];
  readonly likes: readonly number[];
  /** Days since `firstDay`, shifted by one. */
  readonly created: readonly number[];
  /** One bit for each of `weightFormats`; 0 means that nobody said. */
  readonly formats: readonly number[];
  /** 0: nobody said. 1: none. 2: yes. */
  readonly customCode: readonly number[];
  /** One bit for each of `cardFields`, shifted by one. */
  readonly card: readonly number[];
}

/** `values` are indices into `words`, shifted by one: 0 means that nobody said. */
export interface Dictionary<T> {
  readonly words: readonly T[];
  readonly values: readonly number[];
}

/** Which weights a name of timm stands for. */
export interface TimmNames {
  /** `architecture.tag` of the default weights of each architecture. */
  readonly defaults: string;
  /** Two words on a line: the name and its id, where that is not `timm/` and the name. */
  readonly elsewhere: string;
}

export const snapshotVersion = 2;

/** The hub keeps creation dates since this day. */
export const firstDay = Date.UTC(2022, 2, 2);
export const millisecondsOfDay = 86_400_000;

export const weightFormats: readonly WeightFormat[] = [
  'safetensors',
  'pickle',
  'gguf',
  'onnx',
  'tensorflow',
  'flax',
  'openvino',
  'coreml',
];

export const cardFields = [
  'hasLicense',
  'hasDatasets',
  'hasLanguage',
  'hasTask',
  'hasLibrary',
  'hasBaseModel',
  'hasEvaluation',
  'hasPaper',
] as const;
