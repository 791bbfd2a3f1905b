import type { Span } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import type { Module } from './module.ts';

const known = new WeakMap<Module, ReadonlyMap<Span, Call>>();

/** A file's calls by their spans, which are objects of their own. */
export function callsBySpan(module: Module): ReadonlyMap<Span, Call> {
  const bySpan = known.get(module) ?? new Map(module.facts.calls.map(call => [call.span, call]));
  known.set(module, bySpan);
  return bySpan;
}
