import type { Hub } from './reference.ts';

/** What a hub knows of one model. A field is undefined when nobody said; an empty list means that the hub said "none". */
export interface ModelRecord {
  readonly hub: Hub;
  /** The id the hub uses today. */
  readonly id: string;
  readonly license: LicenseFact | undefined;
  readonly baseModels: readonly BaseModel[] | undefined;
  readonly datasets: readonly string[] | undefined;
  readonly languages: readonly string[] | undefined;
  readonly task: string | undefined;
  readonly library: string | undefined;
  /** Number of parameters. */
  readonly parameters: number | undefined;
  readonly architecture: string | undefined;
  /** Downloads of the last 30 days. */
  readonly downloads: number | undefined;
  readonly likes: number | undefined;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  readonly lastModified: string | undefined;
  /** The commit the default branch, or the revision asked for, points to. */
  readonly sha: string | undefined;
  readonly gated: false | 'auto' | 'manual' | undefined;
  /** Formats the repository's weights come in. */
  readonly weightFormats: readonly WeightFormat[] | undefined;
  /** The files that hold them, the first few hundred; undefined where only tags or tables tell of formats. */
  readonly weightFiles: readonly WeightFile[] | undefined;
  /** Whether the repository brings Python of its own that `trust_remote_code` would run. */
  readonly hasCustomCode: boolean | undefined;
  /** The fields its card fills; undefined where only a table of facts speaks, and where metadata that leaves out much was all that could be read of it. */
  readonly card: CardFacts | undefined;
  /** What its publisher and others state of its quality, the first few dozen; empty where the card states none. */
  readonly evaluations: readonly EvaluationResult[] | undefined;
  /** A newer model the publisher names in its place. */
  readonly newVersion: string | undefined;
  /** Where a person reads more. */
  readonly url: string;
}

/** A license as its source states it. `none` means that the source was read and names no license. */
export interface LicenseFact {
  /** As written at the source: `apache-2.0`, `other`, `llama3.1`. Empty when the source names none. */
  readonly id: string;
  /** `license_name` of a card whose license is `other`. */
  readonly name: string | undefined;
  readonly link: string | undefined;
  readonly source: FactSource;
  /** The license's own words, where a hub gives them in the place of an id. */
  readonly text?: string;
}

/** Who says it, most trusted first. `hub` is the model's own hub; the others are curated tables. */
export type FactSource = 'hub' | 'timm' | 'mteb' | 'llmfit' | 'localai' | 'library';

export interface BaseModel {
  readonly id: string;
  readonly relation: 'finetune' | 'adapter' | 'quantized' | 'merge' | undefined;
}

export type WeightFormat =
  | 'safetensors'
  | 'pickle'
  | 'gguf'
  | 'onnx'
  | 'tensorflow'
  | 'flax'
  | 'openvino'
  | 'coreml';

export interface WeightFile {
  readonly path: string;
  readonly format: WeightFormat;
}

/** Which metadata fields a model card fills. */
export interface CardFacts {
  readonly hasLicense: boolean;
  readonly hasDatasets: boolean;
  readonly hasLanguage: boolean;
  readonly hasTask: boolean;
  readonly hasLibrary: boolean;
  readonly hasBaseModel: boolean;
  readonly hasEvaluation: boolean;
  readonly hasPaper: boolean;
}

/** One measurement of a model, as somebody states it: nobody here has measured it again. */
export interface EvaluationResult {
  /** `fill-mask`, `gpqa_diamond`. */
  readonly task: string | undefined;
  readonly dataset: string | undefined;
  /** `accuracy`, `wer`. */
  readonly metric: string | undefined;
  /** In whatever unit its source uses. */
  readonly value: number | string;
  /** Whether the hub has confirmed it; undefined where nothing is said of that. */
  readonly isVerified: boolean | undefined;
  /** Others claim it in a pull request that the publisher has not taken. */
  readonly isClaimOfOthers: boolean;
}

export type RecordOrigin = 'live' | 'cache' | 'snapshot' | 'table';

/** The answer for one model. Ignorance is a value: a host that is offline must never turn into a finding. */
export type Lookup =
  | {
      readonly state: 'found';
      readonly record: ModelRecord;
      readonly from: RecordOrigin;
      /** When the facts were read from their source. ISO 8601. */
      readonly at: string;
      /** The id asked for when the hub calls the model by another today. */
      readonly movedFrom: string | undefined;
    }
  | {
      readonly state: 'missing';
      /** A private model answers whoever may not see it as if it did not exist, with a token or without. */
      readonly mayBePrivate: boolean;
      readonly from: 'live' | 'cache';
      readonly at: string;
    }
  /** The hub refused the record itself. A model whose files are gated but whose record came is found. */
  | { readonly state: 'gated' }
  | { readonly state: 'unreachable'; readonly why: string }
  | { readonly state: 'skipped'; readonly why: string };

export type FoundLookup = Extract<Lookup, { state: 'found' }>;
