import type { Target } from '../loaders/loader.ts';
import type { Expression } from '../model/syntax.ts';
import { lastName } from './names.ts';
import type { TextValue } from './texts.ts';

/** Whether a value may name something else than a model: then it counts only where its model is known. */
export function isDoubtful(
  value: TextValue,
  { hub, target }: Target,
  argument: Expression | undefined,
): boolean {
  if (value.isByName || value.isGuessed) return true;
  // No name of an owner on the Hub has an underscore; folders do: `model_final/checkpoint`.
  if (hub === 'huggingface' && /^[^/]*_[^/]*\//.test(target)) return true;
  // Only the Hugging Face Hub takes any name at all, and gives no new ones without an owner.
  return (
    hub === 'huggingface' &&
    !value.text.includes('/') &&
    (value.isNickname === true || isAnyWord(value) || isOfPath(argument))
  );
}

/** A single word that a parameter or a table brings may name anything: a family of models, a size, a style. */
function isAnyWord({ isGiven, text, trail }: TextValue): boolean {
  const isOfConstant = !isGiven && trail.length <= 1;
  return !isOfConstant && /^\w+$/.test(text);
}

/** `self.vae_path`: whoever calls it so means a folder, unless a model of that name is known. */
function isOfPath(argument: Expression | undefined): boolean {
  const name = (argument && lastName(argument)) ?? '';
  return /(path|dir|folder|file)$/i.test(name) && !/name_or_path$/i.test(name);
}
