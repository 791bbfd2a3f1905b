import type { Evaluator } from './evaluator.ts';
import { choicesOf, flagsOf } from './flag-declarations.ts';
import { isData, type Module } from './module.ts';
import { oncePer } from './once-per.ts';
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
    const call = flagsBySpan(module).get(span);
    if (call) declared.push(placeOf(call, module));
  }
  return declared;
}

/** The calls of a file that declare flags, each by its place. */
const flagsBySpan = oncePer(
  (module: Module) => new Map([...flagsOf(module).values()].flat().map(call => [call.span, call])),
);
