import { isHubId } from '../model/hub-id.ts';
import type { Hub, LoadOptions } from '../model/reference.ts';
import type { Language } from '../model/syntax.ts';

/** A library that loads models: which calls do, and where in them the id, the revision and the options stand. */
export interface Loader {
  /** The name reports use: `transformers`. */
  readonly library: string;
  readonly language: Language;
  /** Import roots: `sentence_transformers` stands for every module below it. */
  readonly modules: readonly string[];
  /** Any import root that fits is the library too: spaCy's pipelines are packages of their own. */
  readonly modulePattern?: RegExp;
  readonly calls: readonly LoadingCall[];
  readonly examples: readonly LoaderExample[];
}

export interface LoadingCall {
  /** The end of the dotted callee: `from_pretrained`, `hub.load`. `*` stands for any one name: `models.*`. */
  readonly callee: string;
  /** True when the method is called on what the library returned: `pipe.load_lora_weights(…)`. */
  readonly isMethod?: boolean;
  /** True when the name alone tells, so that a receiver nobody can trace still counts if the model is known. */
  readonly isDistinctive?: boolean;
  /** Where the id stands. `import` takes the import root, `callee` the callee's last name. */
  readonly id: ArgumentPlace | 'import' | 'callee';
  readonly revision?: ArgumentPlace;
  readonly options?: { readonly [K in keyof LoadOptions]?: ArgumentPlace };
  /** The call loads no published model unless this argument is given, and not as false or null. */
  readonly requires?: ArgumentPlace;
  /** The call loads no model when this argument has one of these values. */
  readonly unless?: { readonly argument: ArgumentPlace; readonly values: readonly string[] };
  /** A second argument without which the id names no one model: the tag beside open_clip's architecture. */
  readonly variant?: ArgumentPlace;
  /** What the id means; undefined when it names no published model. Without it: a Hugging Face id. */
  readonly interpret?: (id: string, variant: string | undefined) => Target | undefined;
}

/** A position among the positional arguments, keywords that name it, or both. */
export interface ArgumentPlace {
  readonly position?: number;
  readonly keywords?: readonly string[];
  /** In ECMAScript, where the object of options stands whose property `keywords` name. */
  readonly optionsAt?: number;
}

export interface Target {
  readonly hub: Hub;
  readonly target: string;
  /** A revision that the id itself carries: `owner/repo:tag`. */
  readonly revision?: string;
}

/** `finds` lists the ids as the code writes them; an empty list says that the code loads no published model. */
export interface LoaderExample {
  readonly code: string;
  readonly finds: readonly string[];
}

/** Keyword `name`, wherever it stands. */
export function keyword(...keywords: string[]): ArgumentPlace {
  return { keywords };
}

/** The positional argument at `position`, or the keyword. */
export function argument(position: number, ...keywords: string[]): ArgumentPlace {
  return { position, keywords };
}

export function huggingFace(id: string): Target | undefined {
  return isHubId(id) ? { hub: 'huggingface', target: id } : undefined;
}
