import type { Call } from '../model/syntax.ts';
import { inObject } from './choices.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { outsideObject } from './object-sites.ts';
import { type Place, placeOf } from './place.ts';
import { classOf } from './scopes.ts';

/**
 * An object: its class, which stands for it, with the call that made it. What that was given are its fields, and not what
 * other objects of the class were given.
 */
export function madeWith(evaluator: Evaluator, object: Place, call: Call): Place {
  const maker = classMaking(evaluator, object);
  return maker ? inObject(outsideObject(object, maker), maker, call) : object;
}

/** The class whose constructor makes an object, or that takes what its fields are named. */
function classMaking(evaluator: Evaluator, { expression, module }: Place): object | undefined {
  if (expression.kind !== 'class') return undefined;
  const [made] = ['__init__', 'constructor'].flatMap(
    name => classMember(evaluator, placeOf(expression, module), name) ?? [],
  );
  return made?.expression.kind === 'function'
    ? classOf(made.module, made.expression.scope)
    : module.classes.get(expression.scope);
}
