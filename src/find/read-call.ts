import type { ArgumentPlace, LoadingCall } from '../loaders/loader.ts';
import type { LoadOptions, OptionValue, Revision } from '../model/reference.ts';
import type { Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { findArgument, isOpenEnded } from './call-arguments.ts';
import { takenOf } from './choices.ts';
import { contextOf } from './context.ts';
import { withoutContradictions } from './contradictions.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place, placeOf } from './place.ts';

/** Whether the call's other arguments leave it a load of a published model; `maybe` when only the run knows. */
export function isLoadingModel(
  call: Place,
  { requires, unless, madeWith }: LoadingCall,
  evaluator: Evaluator,
): boolean | 'maybe' {
  if (madeWith && !isMadeWith(call, madeWith, evaluator)) return false;
  if (requires && !isSwitchedOn(call, requires, evaluator)) return false;
  if (!unless) return true;
  const argument = findArgument(call, unless.argument, evaluator);
  if (unless.values === undefined)
    return argument === undefined && !isOpenEnded(call, unless.argument, evaluator);
  if (!argument) return true;
  const value = evaluator.constant(argument)?.value;
  if (value === undefined) return 'maybe';
  return !((typeof value === 'string' || typeof value === 'boolean') && unless.values.includes(value));
}

/** Whether the call that made what has the method was given one of the words. */
function isMadeWith(
  call: Place,
  { argument, values }: NonNullable<LoadingCall['madeWith']>,
  evaluator: Evaluator,
): boolean {
  const { expression, module } = call;
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const { object } = expression.callee;
  const bound = object.kind === 'name' ? (bindingsOf(evaluator, object, module) ?? []) : [];
  const makers = bound.flatMap(one => (one.binding.value ? placeOf(one.binding.value, one.module) : []));
  return [at(call, object), ...makers].some(maker =>
    values.includes(readText(maker, argument, evaluator) ?? ''),
  );
}

function isSwitchedOn(call: Place, place: ArgumentPlace, evaluator: Evaluator): boolean {
  const argument = findArgument(call, place, evaluator);
  if (!argument) return false;
  const ends = evaluator.follow(argument);
  if (!ends.some(isLiteral)) return true;
  // Where every value that can be read says no, or is meant for another branch, the run is not assumed to say yes.
  return (
    withoutContradictions(evaluator, argument, ends, true).some(end => isLiteral(end) && !saysNo(end)) &&
    !isAlwaysDenied(argument, ends)
  );
}

/** Whether all that the program's calls give says no, and none of them leaves it to a default that says yes. */
function isAlwaysDenied(argument: Place, ends: readonly Place[]): boolean {
  const given = ends.filter(end => end.outside === undefined && !isReplaced(argument, end));
  // Tests often do without what the program loads.
  return given.every(saysNo) && given.some(({ module }) => contextOf(module.file) !== 'test');
}

/** A default that every call of the program gives something else for. */
function isReplaced(argument: Place, { choices }: Place): boolean {
  return [...takenOf(choices, argument.choices)].some(
    ([of, taken]) => 'definition' in of && taken.size === 1 && taken.has(of),
  );
}

function saysNo(end: Place): boolean {
  return isLiteral(end) && (end.expression.value === false || end.expression.value === null);
}

type Literal = Extract<Expression, { kind: 'literal' }>;

function isLiteral(end: Place): end is Place & { readonly expression: Literal } {
  return end.expression.kind === 'literal';
}

export function readRevision(call: Place, signature: LoadingCall, evaluator: Evaluator): Revision {
  if (!signature.revision) return { kind: 'unsupported' };
  const argument = findArgument(call, signature.revision, evaluator);
  if (!argument && isOpenEnded(call, signature.revision, evaluator)) return { kind: 'dynamic' };
  if (!argument) return { kind: isWrittenAsKeyword(signature.revision) ? 'none' : 'unsupported' };
  const constant = evaluator.constant(argument);
  if (constant?.value === null) return { kind: 'none' };
  if (typeof constant?.value !== 'string') return { kind: 'dynamic' };
  return { kind: 'given', value: constant.value, range: constant.range };
}

/** Whoever reports that none is given offers to write `revision=`, which only such a call takes. */
function isWrittenAsKeyword({ keywords, optionsAt }: ArgumentPlace): boolean {
  return keywords === undefined || optionsAt !== undefined || keywords.includes('revision');
}

/** The one text an argument surely has. */
export function readText(
  call: Place,
  place: ArgumentPlace | undefined,
  evaluator: Evaluator,
): string | undefined {
  const argument = place && findArgument(call, place, evaluator);
  const value = argument && evaluator.constant(argument)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function readOptions(call: Place, signature: LoadingCall, evaluator: Evaluator): LoadOptions {
  const places = signature.options ?? {};
  const flag = (place: ArgumentPlace | undefined) =>
    readOption(call, place, evaluator, 'boolean') as OptionValue<boolean> | undefined;
  const text = (place: ArgumentPlace | undefined) =>
    readOption(call, place, evaluator, 'string') as OptionValue<string> | undefined;
  return withoutUndefined({
    trustRemoteCode: flag(places.trustRemoteCode),
    weightsOnly: flag(places.weightsOnly),
    useSafetensors: flag(places.useSafetensors),
    localFilesOnly: flag(places.localFilesOnly),
    filename: text(places.filename),
    task: text(places.task),
  });
}

function readOption(
  call: Place,
  place: ArgumentPlace | undefined,
  evaluator: Evaluator,
  type: 'boolean' | 'string',
): OptionValue<unknown> | undefined {
  const argument = place && findArgument(call, place, evaluator);
  const constant = argument && evaluator.constant(argument);
  return constant && typeof constant.value === type
    ? { value: constant.value, range: constant.range }
    : undefined;
}

function withoutUndefined(options: { [K in keyof LoadOptions]: LoadOptions[K] | undefined }): LoadOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
