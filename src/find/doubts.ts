import type { Target } from '../loaders/loader.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { dottedName, lastName } from './names.ts';
import type { Place } from './place.ts';
import type { TextValue } from './texts.ts';

/** Whether a value may name something else than a model: then it counts only where its model is known. */
export function isDoubtful(value: TextValue, { hub, target }: Target, argument: Place | undefined): boolean {
  if (value.isByName || value.isGuessed) return true;
  // No owner on the Hub and no model without one has an underscore; folders do: `model_final/checkpoint`, `new_tokenizer`.
  if (hub === 'huggingface' && /^[^/]*_[^/]*(\/|$)/.test(target)) return true;
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
