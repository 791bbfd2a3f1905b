import { readHubAddress } from '../model/hub-address.ts';
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
  /** Where the id stands. `import` takes the import root, `callee` the callee's last name, `owner` the one before it. */
  readonly id: ArgumentPlace | FlagPlace | 'import' | 'callee' | 'owner';
  readonly revision?: ArgumentPlace;
  readonly options?: { readonly [K in keyof LoadOptions]?: ArgumentPlace };
  /** The call loads no published model unless this argument is given, and not as false or null. */
  readonly requires?: ArgumentPlace;
  /** The call loads no model when this argument has one of these values, or is given at all where none are listed. */
  readonly unless?: { readonly argument: ArgumentPlace; readonly values?: readonly (string | boolean)[] };
  /** The call is a method of what another call made, which was given one of these words: `registry.get("kind").create()`. */
  readonly madeWith?: { readonly argument: ArgumentPlace; readonly values: readonly string[] };
  /** Found beside the model that the call's other signatures find: a second model, or only a tokenizer. */
  readonly additional?: 'model' | 'tokenizer';
  /** Many ids mean a hosted service or a local file, so one that cannot be read is not counted as a model. */
  readonly isOftenOther?: boolean;
  /** A second argument without which the id names no one model: the tag beside open_clip's architecture. */
  readonly variant?: ArgumentPlace;
  /** What the id means; undefined when it names no published model. Without it: a Hugging Face id. */
  readonly interpret?: (id: string, variant: string | undefined) => Target | undefined;
}

/**
 * A position among the positional arguments, keywords that name it, or both. `model_kwargs.revision` looks into an object,
 * `models.*.name` into each item of a list.
 */
export interface ArgumentPlace {
  readonly position?: number;
  readonly keywords?: readonly string[];
  /** Where the object of options stands whose property `keywords` name. */
  readonly optionsAt?: number;
}

/** Flags of the program's command line: the call declares them, and the library loads what they are given. */
export interface FlagPlace {
  readonly flags: readonly string[];
}

export interface Target {
  readonly hub: Hub;
  readonly target: string;
  /** A revision that the id itself carries: `owner/repo:tag`. */
  readonly revision?: string;
  /** One file of the repository, where the id is that file's address. */
  readonly filename?: string;
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

/** What the program is given under a flag that the library declares for it. */
export function flag(...flags: string[]): FlagPlace {
  return { flags };
}

/** A property of the object of options at `position`. */
export function property(position: number, ...keywords: string[]): ArgumentPlace {
  return { optionsAt: position, keywords };
}

/** The positional argument at `position`, or the keyword. */
export function argument(position: number, ...keywords: string[]): ArgumentPlace {
  return { position, keywords };
}

/**
 * Files of weights or settings. A few repositories end in `.bin`, `.gguf` or `.onnx`, but none without an owner does, and
 * none is called as libraries call their files: `pytorch_model.bin`.
 */
const fileName =
  /\.(pth?|ckpt|h5|safetensors|pkl|zip|gz|json|ya?ml|txt|msgpack)$|^[^/]+\.(bin|gguf|onnx)$|(^|[/_])model\.(bin|onnx)$/i;

/** Folders that programs read from and write to. Nobody of these names publishes models. */
const folder =
  /^((best_|my_|final_)?(models?|checkpoints?|ckpts|weights)|outputs?|results|saves|logs|runs|data|datasets|(saved|trained|finetuned|pretrained)_?(models?|dir|checkpoints?|weights)|pretrained|model_?zoo)\//i;
/** What a trainer calls the folder it wrote at a step. */
const step = /\/((checkpoint|step|epoch)[-_]\d+([-_]|$))+$/i;
/** A part of a pipeline of diffusers that nobody publishes by itself, in the folder that this was saved to. */
const part = /\/(scheduler|feature_extractor|safety_checker)$/;
/** What only a service answers under: tables of models list such names beside those that are loaded. */
const service =
  /^(gpt-?(3\.5|4o?|5)|chatgpt|claude|gemini|text-(davinci|curie|babbage|ada|embedding|moderation))(-[\w.-]+)?$|^o[134](-(mini|preview|pro))?$/i;
/** The same behind the name of who runs it, as clients of many services write them. */
const provider =
  /^(openai\/(gpt-?[345](?!-oss)|chatgpt|o[134]\b|text-|dall-e)|google\/gemini|(anthropic|azure|bedrock|cohere|deepinfra|fireworks_ai|gemini|groq|mistral|opencode|openrouter|perplexity|reka|together_ai|vertex_ai|x-?ai|yi)\/)/;
/** What a person is meant to write their own name over, and what is named for not being there. */
const placeholder = /(^|[-_/])(path|your)([-_/]|$)|^xxx+[-_/]|(^|[-_/])(not|non)[-_]?exist/i;

/** Whether a name is one that a service answers under. */
export function isService(name: string): boolean {
  return service.test(name);
}

const notModels = [fileName, folder, step, part, service, provider, placeholder];

export function huggingFace(id: string): Target | undefined {
  const isOther = notModels.some(pattern => pattern.test(id));
  return isHubId(id) && !isOther ? { hub: 'huggingface', target: id } : undefined;
}

/** A Hugging Face id that may carry its revision: `owner/name@v1.0`. */
export function huggingFaceAt(id: string): Target | undefined {
  const [name = id, revision] = id.split('@');
  const target = huggingFace(name);
  return target && revision ? { ...target, revision } : target;
}

const otherHubAddress = /^https?:\/\/(?:huggingface\.co|hf\.co)\/(?:datasets|spaces)\//;

/** A web address: of a file on the Hugging Face Hub, or of a place that states nothing about what lies there. */
export function address(id: string): Target | undefined {
  if (!/^https?:\/\//.test(id)) return undefined;
  return hubFile(id) ?? (otherHubAddress.test(id) ? undefined : { hub: 'url', target: id });
}

/** The web address of a file on the Hugging Face Hub. */
export function hubFile(id: string): Target | undefined {
  const { target, revision, filename } = readHubAddress(id) ?? {};
  if (target === undefined || filename === undefined) return undefined;
  return { hub: 'huggingface', target, filename, ...(revision !== undefined && { revision }) };
}
