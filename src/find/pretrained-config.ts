import type { Argument, Binding, Call } from '../model/syntax.ts';
import { calleePath } from './callee-path.ts';
import { isClass } from './class-bases.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { at, type Place, placeOf } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

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

/** Files that know a class of configs before nobody looks at all that they load. */
const maxKnowing = 20;

/**
 * `Own.from_pretrained(path, inner=name)` calls the constructor of the model's config, too, with the keywords that this
 * takes, as `OwnConfig.from_pretrained(path, inner=name)` does. `makes`: whether an object of a class is made by it.
 */
export function pretrainedSites(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  makes: (made: Place) => boolean,
): readonly CallSite[] {
  const { program } = evaluator;
  const [owner, { file }] = [classOf(module, scope), module];
  if (owner?.name === undefined || !isConfigOfTransformers(evaluator, placeOf(owner.definition, module)))
    return [];
  const knowing = [...new Set([file, ...program.handers({ name: owner.name, file })])].slice(0, maxKnowing);
  const found = knowing.flatMap(one => program.callSites({ name: 'from_pretrained', file: one }));
  const calls = [...new Map(found.map(site => [site.call, site])).values()];
  const doesTake = (argument: Argument): boolean => isParameter(module, scope, argument.name);
  // Most give nothing but the name of what they load.
  if (!calls.some(({ call }) => call.arguments.some(doesTake))) return [];
  return calls.flatMap(({ call, module: caller }) => {
    const model = loadedClasses(evaluator, call, caller).find(
      one => makes(one) || pretrainedConfig(evaluator, one).some(makes),
    );
    const isOpen = (argument: Argument): boolean => !model || !mayTake(evaluator, model, call, argument);
    const given = call.arguments.filter(argument => doesTake(argument) && isOpen(argument));
    return model ? [{ call: { ...call, arguments: given }, module: caller }] : [];
  });
}

function isConfigOfTransformers(evaluator: Evaluator, owner: Place): boolean {
  const bases = owner.expression.kind === 'class' ? owner.expression.bases : [];
  return (
    bases.some(base => lastName(base)?.endsWith('Config') === true) &&
    calleePath(owner, evaluator)?.root === 'transformers'
  );
}

function loadedClasses(evaluator: Evaluator, { callee }: Call, caller: Module): readonly Place[] {
  return callee.kind === 'member' ? evaluator.glance(callee.object, caller).filter(isClass) : [];
}

function isParameter({ bindings }: Module, scope: number, name: string | undefined): boolean {
  const own = name === undefined ? [] : (bindings[scope]?.get(name) ?? []);
  return own.some(({ kind, rest }) => kind === 'parameter' && rest === undefined);
}

/** Whether the model's own constructor may get a keyword: where a config is given that may be whole, it gets them all. */
function mayTake(evaluator: Evaluator, model: Place, call: Call, { name }: Argument): boolean {
  if (call.arguments.every(argument => argument.name !== 'config')) return false;
  return (classMember(evaluator, model, '__init__') ?? []).some(({ expression, module }) => {
    if (expression.kind !== 'function') return true;
    const own = [...(module.bindings[expression.scope]?.values() ?? [])].flat();
    return own.some(({ rest }) => rest === 'record') || isParameter(module, expression.scope, name);
  });
}
