import type { SourceRange } from './source.ts';
import type { ProjectAct } from './verdict.ts';

export type Hub =
  | 'huggingface'
  | 'pytorch-hub'
  | 'pytorch'
  | 'timm'
  | 'spacy'
  | 'openai-whisper'
  | 'ultralytics'
  | 'ollama'
  | 'kaggle'
  | 'keras'
  | 'modelscope'
  | 'paddle'
  | 'open-clip'
  | 'clip'
  | 'gensim'
  /** Models a library publishes on a site of its own: `stanza/en`. */
  | 'library'
  | 'url';

/** Names one model of one hub: `huggingface:google-bert/bert-base-uncased`. */
export type ModelKey = `${Hub}:${string}`;

export function modelKey(hub: Hub, id: string): ModelKey {
  return `${hub}:${id}`;
}

/** Traced to a loading call, or only written where code reads it. */
export type Evidence = 'loaded' | 'mentioned';

export type ReferenceContext = 'code' | 'test' | 'example';

/** One place where source code names a model. */
export interface ModelReference {
  readonly hub: Hub;
  /** As the code writes it; undefined when the code decides at run time. */
  readonly id: string | undefined;
  /** What the loading library asks its hub for: `all-MiniLM-L6-v2` becomes `sentence-transformers/all-MiniLM-L6-v2`. */
  readonly target: string | undefined;
  readonly revision: Revision;
  readonly evidence: Evidence;
  /** `transformers.from_pretrained`; undefined for a mention. */
  readonly loader: string | undefined;
  /** The id itself: what gets underlined. The call's own callee where the id is not known. */
  readonly range: SourceRange;
  readonly call: SourceRange;
  /** The places the value came through from where it is written to the call: constant, default, configuration key. */
  readonly trail: readonly SourceRange[];
  readonly context: ReferenceContext;
  readonly options: LoadOptions;
  /**
   * Which weights the call reads: PyTorch's own files, those of another framework, or none, when it fetches only what
   * stands beside the weights: a tokenizer, a processor, a configuration.
   */
  readonly weights: 'pytorch' | 'other' | 'none';
  /** What the code does with the model besides loading it; absent where nothing of the kind shows. */
  readonly acts?: readonly ProjectAct[];
  /** True when the call's receiver could not be traced to the library: such a reference counts only if its model is known. */
  readonly isTentative: boolean;
}

/** The revision a call asks for. `dynamic` means that one is given, but only the run decides which. */
export type Revision =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly value: string; readonly range: SourceRange }
  | { readonly kind: 'dynamic' }
  /** The call has no place for a revision. */
  | { readonly kind: 'unsupported' };

/** What else a loading call says. A key is absent when the call does not say it or says it with a value only the run knows. */
export interface LoadOptions {
  readonly trustRemoteCode?: OptionValue<boolean>;
  readonly weightsOnly?: OptionValue<boolean>;
  readonly useSafetensors?: OptionValue<boolean>;
  readonly localFilesOnly?: OptionValue<boolean>;
  /** One file of the repository: `hf_hub_download(filename=)`. */
  readonly filename?: OptionValue<string>;
  readonly task?: OptionValue<string>;
}

export interface OptionValue<T> {
  readonly value: T;
  /** The value where it is written. */
  readonly range: SourceRange;
}
