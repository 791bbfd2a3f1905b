import type { CommandModel } from '../loaders/commands/tool.ts';
import type { ModelReference, Revision } from '../model/reference.ts';
import { plainSpan } from '../model/source.ts';
import type { CommandScript } from './command-values.ts';
import { contextOf } from './context.ts';
import { isFolderName } from './doubts.ts';
import type { IsKnownId } from './mentions.ts';
import { isKindName } from './names.ts';

/** What the example scripts of Hugging Face's libraries, and scripts made of them, load by this flag. */
const loadingFlag =
  /^-*(?:(?:pretrained|base|model|tokenizer|config|processor|teacher|student|reward|draft|vae|unet|controlnet|text|image|encoder|decoder)[_-])*name[_-]or[_-]path$/;

/**
 * The models that a file's commands name. A variable of the environment is a mention when its id is known; what a script
 * of the repository gets is found where that script's own parser takes it. `isHere`: whether a script is one of those.
 */
export function referencesOfCommands(
  file: string,
  models: readonly CommandModel[],
  isKnownId: IsKnownId,
  isHere: (script: CommandScript) => boolean,
): readonly ModelReference[] {
  return models.flatMap(model => {
    if (model.kind === 'loaded') return reference(file, model, true);
    if (isKind(model) || !isKnown(model, isKnownId)) return [];
    const { script } = model;
    const isLoaded = script?.flag !== undefined && loadingFlag.test(script.flag) && !isHere(script);
    return isLoaded || model.isDescribed !== true ? reference(file, model, isLoaded) : [];
  });
}

function isKnown({ target }: CommandModel, isKnownId: IsKnownId): boolean {
  return target !== undefined && isKnownId(target);
}

/** `--model_type gpt2`. */
function isKind({ id, script }: CommandModel): boolean {
  return id?.includes('/') === false && isKindName(script?.flag ?? '');
}

function reference(file: string, model: CommandModel, isLoaded: boolean): ModelReference {
  const range = { file, ...plainSpan(model.span) };
  const revision: Revision =
    model.revision === undefined
      ? { kind: isLoaded && model.hub === 'huggingface' ? 'none' : 'unsupported' }
      : { kind: 'given', value: model.revision, range };
  return {
    hub: model.hub,
    id: model.id,
    target: model.target,
    revision,
    evidence: isLoaded ? 'loaded' : 'mentioned',
    loader: isLoaded ? model.tool : undefined,
    range,
    call: range,
    trail: model.trail.map(span => ({ file, ...plainSpan(span) })),
    context: contextOf(file),
    options: model.filename === undefined ? {} : { filename: { value: model.filename, range } },
    weights: isLoaded ? 'pytorch' : 'none',
    ...(isLoaded && model.isBuilt === true && { acts: ['bundles'] as const }),
    isTentative: isLoaded && (model.isOwn === true || (model.mayBeFolder === true && isFolderName(model))),
  };
}
