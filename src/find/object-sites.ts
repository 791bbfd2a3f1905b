import { creating, outOfObject } from './choices.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

/**
 * The calls that made the object which is read, of those of its class's constructor; none where nobody knows. What settings
 * have called is one call as the settings have it and one for each place of the code that adds to it: all have one callee.
 */
export function sitesOfObject<Site extends Pick<CallSite, 'call'>>(
  { choices }: Place,
  maker: object | undefined,
  sites: readonly Site[],
): readonly Site[] {
  const made = maker && creating(choices, maker);
  return made ? sites.filter(({ call }) => call.callee === made.callee) : [];
}

/** The class whose constructor a function is. */
export function constructedBy(module: Module, scope: number): object | undefined {
  const name = module.functions.get(scope)?.name;
  return name === '__init__' || name === 'constructor' ? classOf(module, scope) : undefined;
}

/** A place from where it no longer matters which object of a class is read: what its constructor is given lies outside. */
export function outsideObject(place: Place, maker: object | undefined): Place {
  const { choices } = place;
  return choices && maker ? { ...place, choices: outOfObject(choices, maker) } : place;
}
