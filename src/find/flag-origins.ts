import type { Evaluator } from './evaluator.ts';
import { choicesOf, flagsOf } from './flag-declarations.ts';
import { isData } from './module.ts';
import { at, type Place, placeOf } from './place.ts';

/** Whether a command of the repository gives a text or a part of it, or the declaration of a flag has it. */
export function isFromCommandLine(evaluator: Evaluator, place: Place): boolean {
  const { expression, module } = place;
  if (isData(module)) return true;
  if (expression.kind === 'concat') {
    const ends = expression.parts.flatMap(part => evaluator.follow(at(place, part)));
    return ends.some(end => end.expression.kind === 'string' && isFromCommandLine(evaluator, end));
  }
  return declarationsOf(place).length > 0;
}

/** As `isFromCommandLine`, where the next run may give another: not what a flag says are all its choices. */
export function isOpenToCommandLine(evaluator: Evaluator, place: Place): boolean {
  if (!isFromCommandLine(evaluator, place)) return false;
  return !declarationsOf(place).some(declaration => {
    const choices = choicesOf(evaluator, declaration);
    return choices.length > 0 && choices.every(({ expression }) => expression.kind === 'string');
  });
}

/** The declarations of flags that a value came through. */
function declarationsOf({ trail }: Place): readonly Place[] {
  const declared: Place[] = [];
  for (let step = trail; step; step = step.before) {
    const { span, module } = step;
    const calls = [...flagsOf(module).values()].flat().filter(call => call.span === span);
    declared.push(...calls.map(call => placeOf(call, module)));
  }
  return declared;
}
