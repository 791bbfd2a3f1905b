import type { Span } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';

/** A file's calls by their spans, which are objects of their own. */
export const callsBySpan = oncePer(
  (module: Module): ReadonlyMap<Span, Call> => new Map(module.facts.calls.map(call => [call.span, call])),
);
