import type { Call, Expression } from '../model/syntax.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { lastName } from './names.ts';
import { at, type Place } from './place.ts';

/**
 * What a method of everyday objects is called on: `config.copy()`. Where a class of the repository has one of its own, that
 * tells more, if it tells anything.
 */
export function receiver(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const own = hasOwnMethod(evaluator, place, callee) ? evaluator.called(place, call) : [];
  const told = own.filter(({ expression }) => /^(class|record|list|string)$/.test(expression.kind));
  return told.length > 0 ? told : evaluator.follow(at(place, callee.object));
}

/** Whether what a method is called on is an object of a class of the repository that has the method. */
export function hasOwnMethod(
  evaluator: Evaluator,
  place: Place,
  { object, property }: Extract<Expression, { kind: 'member' }>,
): boolean {
  return evaluator
    .follow(at(place, object))
    .some(owner => classMember(evaluator, owner, property)?.some(one => isFunction(one) && !handsUp(one)));
}

/** `return super().get(key)`: what the method gives is what the class above has. */
function handsUp({ expression }: Place): boolean {
  const returned = expression.kind === 'function' ? expression.returns : [];
  return returned.some(
    value =>
      value.kind === 'call' &&
      value.callee.kind === 'member' &&
      value.callee.object.kind === 'call' &&
      lastName(value.callee.object.callee) === 'super',
  );
}

function isFunction({ expression }: Place): boolean {
  return expression.kind === 'function';
}
