import { address, huggingFace, huggingFaceAt, isService, type Target } from './loader.ts';
import { isRootId } from './root-ids.ts';

/** A Hugging Face id with its owner: for arguments where a bare name means something else, such as a hosted service. */
export function owned(id: string): Target | undefined {
  return id.includes('/') ? huggingFace(id) : undefined;
}

/** A name without an owner counts only where the hub's root has such names: programs name their own things too. */
export function ownedOrRoot(id: string): Target | undefined {
  return id.includes('/') || isRootId(id) ? huggingFace(id) : undefined;
}

const ollamaName = /^[A-Za-z0-9][\w.-]*(\/[\w.-]+)?(:[\w.-]+)?$/;
const ollamaFromHub = /^(?:hf\.co|huggingface\.co)\/([^/:]+\/[^/:]+)(?::.+)?$/i;

/** What stands where a model's name is not meant. */
const standIn =
  /^(custom|default|none|auto|unknown|(your|my|test|mock|fake|dummy)?[-_]?model([-_]?name)?|test|mock|fake|dummy)$/i;

/**
 * An Ollama name with its tag, which tells sizes and quantizations apart. A `cloud` tag means a hosted service, and so
 * does a name that only such a one has.
 */
export function ollama(id: string): Target | undefined {
  const [, fromHub] = ollamaFromHub.exec(id) ?? [];
  if (fromHub !== undefined) return huggingFace(fromHub);
  const isModel = ollamaName.test(id) && !/[:-]cloud$/.test(id) && !standIn.test(id) && !isService(id);
  return isModel ? { hub: 'ollama', target: id } : undefined;
}

/** A handle `owner/model/framework/variation`, with or without `/version`. */
export function kaggle(handle: string): Target | undefined {
  const [, target, revision] = /^([\w.-]+\/[\w.-]+\/[\w.-]+\/[\w.-]+)(?:\/(\d+))?$/.exec(handle) ?? [];
  if (target === undefined) return undefined;
  return revision === undefined ? { hub: 'kaggle', target } : { hub: 'kaggle', target, revision };
}

export function modelScope(id: string): Target | undefined {
  const target = owned(id);
  return target && { ...target, hub: 'modelscope' };
}

/** `hf://owner/name`, `kaggle://…` and `modelscope://…`, as Keras writes them. */
export function withScheme(id: string): Target | undefined {
  const [, scheme, name] = /^(hf|kaggle|modelscope):\/\/(.+)$/.exec(id) ?? [];
  if (name === undefined) return undefined;
  if (scheme === 'hf') return owned(name);
  return scheme === 'kaggle' ? kaggle(name) : modelScope(name);
}

/** A file's address, or an id with an owner whose last part is a file: `owner/name/model.gguf`. */
export function ggufFile(id: string): Target | undefined {
  const [, name, filename] = /^([^/:]+\/[^/:]+)\/([^:]+\.gguf)$/i.exec(id) ?? [];
  const target = name === undefined ? undefined : owned(name);
  return target && filename !== undefined ? { ...target, filename } : address(id);
}

const weightFile = /\.(pth?|bin|ckpt|safetensors|onnx|h5|hdf5|th|pkl|gguf|tar|t7)(\.(gz|tar))?(\?.*)?$/i;
/** Where data lie, an archive is one of data. */
const archivedData = /\/(data|data-?sets?|corpora)\/.*\.tar(\.gz)?(\?.*)?$/i;

/** The address of a file of weights, for calls that fetch any file. */
export function weightsAt(id: string): Target | undefined {
  return weightFile.test(id) && !archivedData.test(id) ? address(id) : undefined;
}

/** A Hugging Face id with the provider that shall serve it: `owner/name:fireworks-ai`. */
export function served(id: string): Target | undefined {
  return huggingFace(id.replace(/:[a-z][a-z0-9-]*$/, ''));
}

/** LiteLLM's `provider/model`. Providers other than these host what they serve, under names of their own. */
export function routed(id: string): Target | undefined {
  const [, provider, name = ''] = /^([a-z_-]+)\/(.+)$/.exec(id) ?? [];
  switch (provider) {
    case 'huggingface':
      // `huggingface/together/owner/name` also says who shall serve it.
      return owned(name.replace(/^[a-z-]+\/(?=[^/]+\/[^/]+$)/, ''));
    case 'vllm':
      return owned(name);
    case 'ollama':
    case 'ollama_chat':
      return ollama(name);
    default:
      return undefined;
  }
}

/** The name of a published pipeline of spaCy: `en_core_web_sm`. */
export function spacyPipeline(name: string): Target | undefined {
  return /^[a-z]{2,3}_(core|dep|ent|sent)_\w+_\w+$/.test(name) ? { hub: 'spacy', target: name } : undefined;
}

/** A language of Stanza's by its code. Which packages of it are loaded is for the processors to say. */
export function stanzaLanguage(language: string): Target | undefined {
  return /^([a-z]{2,3}(-[a-z]+)?|multilingual)$/.test(language)
    ? { hub: 'library', target: `stanza/${language}` }
    : undefined;
}

/** `hf://owner/name`, which `@` or a colon may part from its revision. */
export function hubScheme(source: string): Target | undefined {
  const [, name, revision] = /^hf:\/\/([^/:@]+\/[^/:@]+)(?:[:@](.+))?$/.exec(source) ?? [];
  return name === undefined
    ? undefined
    : huggingFaceAt(revision === undefined ? name : `${name}@${revision}`);
}
