import type { SourceRange, Span } from '../model/source.ts';
import { plainSpan } from '../model/source.ts';
import type { Call, Expression, FunctionDefinition } from '../model/syntax.ts';
import type { Choice } from './choices.ts';
import type { Module, Named } from './module.ts';
import { scopesAround } from './scopes.ts';

/** An expression where it stands, and how the evaluator came to it. */
export interface Place {
  readonly expression: Expression;
  readonly module: Module;
  /** The call whose callee's body is being read: its arguments are what the parameters stand for. */
  readonly frame: Frame | undefined;
  readonly trail: Trail | undefined;
  /** True when a step went by the name of a field alone, because its owner could not be traced. */
  readonly isByName: boolean;
  /** What was chosen on the way where there was more than one. */
  readonly choices: Choice | undefined;
  /** True when a call gave it to a parameter, or the command line to a flag. */
  readonly isGiven: boolean;
  /** True when it is part of a text, cut out for a reason that nobody reads. */
  readonly isGuessed: boolean;
  /** True where the code takes it for a name of its own, which a table or a branch leads on from. */
  readonly isNickname: boolean;
  /** True where the code uses it only when a path of that name is there. */
  readonly isLocal: boolean;
  /** Of what nobody knows: the function, where it is only what others than the program might give one of its parameters. */
  readonly outside: Named<FunctionDefinition> | undefined;
}

export interface Frame {
  readonly call: Call;
  /** Where the call stands. */
  readonly caller: Place;
  /** The function that was called: the scope of its body, and its module. */
  readonly scope: number;
  readonly module: Module;
  readonly depth: number;
}

/** The places a value came through, the last first. */
export interface Trail {
  readonly span: Span;
  readonly module: Module;
  readonly before: Trail | undefined;
  readonly length: number;
}

/** Nothing said of the way. All places have all fields, in one order: copies of them, by the million, are quick then. */
export function placeOf(expression: Expression, module: Module): Place {
  return {
    expression,
    module,
    frame: undefined,
    trail: undefined,
    isByName: false,
    choices: undefined,
    isGiven: false,
    isGuessed: false,
    isNickname: false,
    isLocal: false,
    outside: undefined,
  };
}

export function passing(place: Place, span: Span): Place {
  const { trail, module } = place;
  return { ...place, trail: { span, module, before: trail, length: (trail?.length ?? 0) + 1 } };
}

/** A place from where no way leads through some spans, as if it had been come through them; they are no steps. */
export function barring(place: Place, spans: readonly Span[]): Place {
  const { module, trail } = place;
  const length = trail?.length ?? 0;
  return { ...place, trail: spans.reduce((before, span) => ({ span, module, before, length }), trail) };
}

/** Whether the way to a place already led through a span. Spans are the parser's own objects, so identity tells. */
export function hasPassed({ trail }: Place, span: Span): boolean {
  for (let step = trail; step; step = step.before) if (step.span === span) return true;
  return false;
}

/**
 * The same of a span in a scope. What stands in the function that is being read counts since that was called:
 * `clean(clean(name))` comes through it twice.
 */
export function hasPassedSince(place: Place, span: Span, scope: number): boolean {
  const entry = frameAround(place, scope)?.call.span;
  for (let step = place.trail; step && step.span !== entry; step = step.before)
    if (step.span === span) return true;
  return false;
}

/** The call for which the function is being read that a scope of the place's module lies in. */
export function frameAround({ frame, module }: Place, scope: number): Frame | undefined {
  return frame?.module === module && scopesAround(module, scope).includes(frame.scope) ? frame : undefined;
}

/** The call for which a function of the place's module is being read. */
export function frameOf({ frame, module }: Place, scope: number): Frame | undefined {
  return frame?.scope === scope && frame.module === module ? frame : undefined;
}

const maxFrames = 12;

/** Where the body of what a call calls is read; undefined where it is being read already, or too many are inside each other. */
export function insideCalled(place: Place, call: Call, scope: number, module: Module): Place | undefined {
  const depth = (place.frame?.depth ?? 0) + 1;
  if (depth > maxFrames || isReadFor(place.frame, call)) return undefined;
  // What stands in the function that is being read is another call each time that the function is called.
  if (hasPassedSince(place, call.span, call.scope)) return undefined;
  return { ...passing(place, call.span), module, frame: { call, caller: place, scope, module, depth } };
}

/** Whether a function is being read for a call, or inside one that is: what calls itself has no end. */
function isReadFor(frame: Frame | undefined, call: Call): boolean {
  for (let inner = frame; inner; inner = inner.caller.frame) if (inner.call.span === call.span) return true;
  return false;
}

export function at(place: Place, expression: Expression): Place {
  return { ...place, expression };
}

export function unknown(place: Place): Place {
  return place.expression.kind === 'opaque'
    ? place
    : at(place, { kind: 'opaque', span: place.expression.span });
}

export function rangeIn({ file }: Module, span: Span): SourceRange {
  return { file, ...plainSpan(span) };
}

/** From where the value is written to where it is used. */
export function trailRanges(trail: Trail | undefined): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  for (let step = trail; step; step = step.before) ranges.push(rangeIn(step.module, step.span));
  return ranges;
}

/** Where a part of a text is written, where the text is written as it reads; otherwise where all of it is. */
export function spanWithin(whole: Span, text: string, from: number, length: number): Span {
  const { start, end } = whole;
  const before = text.slice(0, from);
  const lines = text.split('\n').length - 1;
  const isVerbatim =
    end.line - start.line === lines && (lines > 0 || end.character - start.character === text.length);
  if (!isVerbatim) return whole;
  const line = start.line + before.split('\n').length - 1;
  const column = before.includes('\n')
    ? before.length - before.lastIndexOf('\n') - 1
    : start.character + from;
  return {
    ...plainSpan(whole),
    start: { line, character: column },
    end: { line, character: column + length },
  };
}
