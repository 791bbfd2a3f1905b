import type { CommandModel } from '../loaders/commands/tool.ts';
import type { ModelReference, Revision } from '../model/reference.ts';
import { contextOf } from './context.ts';
import type { IsKnownId } from './mentions.ts';
import { isKindName } from './names.ts';

/**
 * The models that a file's commands name. A variable of the environment is a mention when its id is known; what a script
 * of the repository gets is found where that script's own parser takes it.
 */
export function referencesOfCommands(
  file: string,
  models: readonly CommandModel[],
  isKnownId: IsKnownId,
): readonly ModelReference[] {
  return models.flatMap(model => {
    const isCounted = model.kind === 'loaded' || (!isKind(model) && isKnown(model, isKnownId));
    return isCounted ? reference(file, model) : [];
  });
}

function isKnown({ target }: CommandModel, isKnownId: IsKnownId): boolean {
  return target !== undefined && isKnownId(target);
}

/** `--model_type gpt2`. */
function isKind({ id, script }: CommandModel): boolean {
  return id?.includes('/') === false && isKindName(script?.flag ?? '');
}

function reference(file: string, model: CommandModel): ModelReference {
  const range = { file, ...model.span };
  const isLoaded = model.kind === 'loaded';
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
    trail: model.trail.map(span => ({ file, ...span })),
    context: contextOf(file),
    options: model.filename === undefined ? {} : { filename: { value: model.filename, range } },
    weights: isLoaded ? 'pytorch' : 'none',
    ...(isLoaded && model.isBuilt === true && { acts: ['bundles'] as const }),
    isTentative: false,
  };
}
