import type { Target } from '../loaders/loader.ts';
import { isNearRootId, isRootId } from '../loaders/root-ids.ts';
import { isOddPipeline } from '../loaders/spacy-names.ts';
import type { Hub, ModelReference } from '../model/reference.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { dottedName, lastName } from './names.ts';
import type { Place } from './place.ts';
import type { TextValue } from './texts.ts';

/** Whether a value may name something else than a model: then it counts only where its model is known. */
export function isDoubtful(value: TextValue, { hub, target }: Target, argument: Place | undefined): boolean {
  if (value.isByName || value.isGuessed) return true;
  if (hasFolderOwner(hub, target)) return true;
  if (hub === 'spacy') return isJoined(value) && isOddPipeline(target);
  // Only the Hugging Face Hub takes any name at all.
  if (hub !== 'huggingface' || value.text.includes('/') || isRootId(target)) return false;
  return isNewName(target) || value.isNickname === true || isBrought(value, target) || isOfPath(argument);
}

function isJoined({ parts = [] }: TextValue): boolean {
  return parts.length > 1;
}

/** Whether a name that a command gives says by itself that it may be a folder's. */
export function isFolderName({ hub, target }: Pick<ModelReference, 'hub' | 'target'>): boolean {
  if (hub !== 'huggingface' || target === undefined) return false;
  return hasFolderOwner(hub, target) || (!isRootId(target) && isNewName(target));
}

/** Words for where programs keep models, which no owner of a known one goes by. */
const folderWord =
  /^([\w.-]+-(ckpts?|checkpoints?)|plms?|ptms?|pre-?train(ed|ing)?(-(models?|lms?|weights|checkpoints?))?|backbones?|downloads?|tools?|res|resources?|assets?|libs?|result|ckpt|hf-(checkpoints?|ckpts?)|saved?|exps?|experiments?|configs?|te?mp|cache)\//i;

/** What files of weights end in: `res/llama-7b.gguf`. */
const weightsFile = /\.(bin|gguf|ggml|safetensors|pth?|ckpt|onnx|h5|pkl|tar|t?gz|zip)$/i;

/** The parts of a pipeline, which lie in folders below it. */
const partOfPipeline =
  /\/((text_encoder|image_encoder|vae_decoder|safety_checker|feature_extractor)(_\d)?|tokenizer_\d)$/i;

/** No owner on the Hub and no model without one has an underscore; folders do: `model_final/checkpoint`, `new_tokenizer`. */
function hasFolderOwner(hub: Hub, target: string): boolean {
  if (hub !== 'huggingface') return false;
  // What is joined to the name of a model lies in its folder: `gpt2/generator_config`.
  const [owner = '', inner] = target.split('/');
  if (inner !== undefined && isRootId(owner)) return true;
  return [/^[^/]*_[^/]*(\/|$)/, folderWord, weightsFile, partOfPipeline].some(folder => folder.test(target));
}

/** The Hub gives no new names without an owner: another one is a folder's, unless a model of that name is known. */
function isNewName(target: string): boolean {
  return !target.includes('/') && !isNearRootId(target);
}

/**
 * A name that a call or the command line gives may be a folder's or a service's, and a single word that comes from
 * further away anything: a family of models, a size, a style. Of names that a library completes with an owner only the
 * word is doubtful.
 */
function isBrought({ isGiven, text, trail }: TextValue, target: string): boolean {
  if (isGiven && !target.includes('/')) return true;
  return (isGiven || trail.length > 1 || text !== target) && /^\w+$/.test(text);
}

/** `self.vae_path`, or what the file makes paths of: whoever does so means a folder, unless a model of that name is known. */
function isOfPath(argument: Place | undefined): boolean {
  if (!argument) return false;
  const { expression, module } = argument;
  const name = lastName(expression) ?? '';
  if (/(path|dir|folder|file)$/i.test(name) && !/name_or_path$/i.test(name)) return true;
  return asksForFiles.some(asking =>
    (module.calls.get(asking) ?? []).some(call => isOfFiles(call) && isOfSame(call, expression)),
  );
}

const asksForFiles = ['join', 'exists', 'isdir', 'isfile', 'listdir', 'makedirs', 'mkdir'];

/** `os.path.join(…)`, `path.join(…)`, `os.listdir(…)`: not the `join` of a text. */
function isOfFiles({ callee }: Call): boolean {
  return callee.kind === 'member' && /(^|\.)(os|path|osp|fs)$/.test(dottedName(callee.object) ?? '');
}

/** Whether a call is first given what an expression stands for too. */
function isOfSame({ arguments: [first] }: Call, expression: Expression): boolean {
  const name = dottedName(expression);
  if (!first || name === undefined || dottedName(first.value) !== name) return false;
  return first.value.kind !== 'name' || expression.kind !== 'name' || first.value.scope === expression.scope;
}
