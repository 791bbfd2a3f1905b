import type { ArgumentPlace, LoadingCall } from '../loaders/loader.ts';
import type { LoadOptions, OptionValue, Revision } from '../model/reference.ts';
import type { SourceRange, Span } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import { findArgument } from './call-arguments.ts';
import type { Evaluator } from './evaluator.ts';

type Locate = (span: Span) => SourceRange;

/** Whether the call's other arguments leave it a load of a published model. */
export function isLoadingModel(call: Call, signature: LoadingCall, evaluator: Evaluator): boolean {
  const { requires, unless } = signature;
  if (requires && !isSwitchedOn(call, requires, evaluator)) return false;
  if (!unless) return true;
  const argument = findArgument(call, unless.argument, evaluator);
  if (unless.values === undefined) return argument === undefined && !isOpenEnded(call);
  const value = argument && evaluator.constant(argument)?.value;
  return !((typeof value === 'string' || typeof value === 'boolean') && unless.values.includes(value));
}

function isSwitchedOn(call: Call, place: ArgumentPlace, evaluator: Evaluator): boolean {
  const argument = findArgument(call, place, evaluator);
  if (!argument) return false;
  const value = evaluator.constant(argument)?.value;
  return value !== false && value !== null;
}

export function readRevision(call: Call, signature: LoadingCall, evaluator: Evaluator, at: Locate): Revision {
  if (!signature.revision) return { kind: 'unsupported' };
  const argument = findArgument(call, signature.revision, evaluator);
  if (!argument && isOpenEnded(call)) return { kind: 'dynamic' };
  if (!argument) return { kind: isWrittenAsKeyword(signature.revision) ? 'none' : 'unsupported' };
  const constant = evaluator.constant(argument);
  if (constant?.value === null) return { kind: 'none' };
  if (typeof constant?.value !== 'string') return { kind: 'dynamic' };
  return { kind: 'given', value: constant.value, range: at(constant.span) };
}

/** Whoever reports that none is given offers to write `revision=`, which only such a call takes. */
function isWrittenAsKeyword({ keywords, optionsAt }: ArgumentPlace): boolean {
  return keywords === undefined || optionsAt !== undefined || keywords.includes('revision');
}

/** `**options` may carry a revision that nobody can see from here. */
function isOpenEnded(call: Call): boolean {
  return call.arguments.some(({ name }) => name === '**');
}

/** The one text an argument surely has. */
export function readText(
  call: Call,
  place: ArgumentPlace | undefined,
  evaluator: Evaluator,
): string | undefined {
  const argument = place && findArgument(call, place, evaluator);
  const value = argument && evaluator.constant(argument)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function readOptions(
  call: Call,
  signature: LoadingCall,
  evaluator: Evaluator,
  at: Locate,
): LoadOptions {
  const places = signature.options ?? {};
  const read = <T extends 'boolean' | 'string'>(place: ArgumentPlace | undefined, type: T) =>
    readOption(call, place, evaluator, at, type);
  const flag = (place: ArgumentPlace | undefined) =>
    read(place, 'boolean') as OptionValue<boolean> | undefined;
  const text = (place: ArgumentPlace | undefined) => read(place, 'string') as OptionValue<string> | undefined;
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
  call: Call,
  place: ArgumentPlace | undefined,
  evaluator: Evaluator,
  at: Locate,
  type: 'boolean' | 'string',
): OptionValue<unknown> | undefined {
  const argument = place && findArgument(call, place, evaluator);
  const constant = argument && evaluator.constant(argument);
  return constant && typeof constant.value === type
    ? { value: constant.value, range: at(constant.span) }
    : undefined;
}

function withoutUndefined(options: { [K in keyof LoadOptions]: LoadOptions[K] | undefined }): LoadOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
