import type { Binding } from '../model/syntax.ts';
import { calleePath } from './callee-path.ts';
import { isClass } from './class-bases.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { classOf } from './module.ts';
import { at, type Place } from './place.ts';

/**
 * What the constructor of a model of transformers gets as its config, and keeps as its `config`: an object of the class
 * that its `config_class` names, whose defaults hold where the published config says nothing else.
 */
export function pretrainedConfig(evaluator: Evaluator, model: Place): readonly Place[] {
  const classes = (classMember(evaluator, model, 'config_class') ?? []).filter(isClass);
  if (classes.length === 0) return [];
  return calleePath(model, evaluator)?.root === 'transformers' ? classes : [];
}

/** The same for the parameter of a constructor, which is its first. */
export function configParameter(
  evaluator: Evaluator,
  place: Place,
  { index }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  if (index !== 1 || module.functions.get(scope)?.name !== '__init__') return [];
  const owner = classOf(module, scope);
  return owner ? pretrainedConfig(evaluator, at(place, owner.definition)) : [];
}
