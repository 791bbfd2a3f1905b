import { makerOf, outOfObject } from './choices.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

/** The call that made the object which is read, of those of its class's constructor; undefined where nobody knows. */
export function siteOfObject<Site extends Pick<CallSite, 'call'>>(
  { choices }: Place,
  maker: object | undefined,
  sites: readonly Site[],
): Site | undefined {
  const made = maker && makerOf(choices, maker);
  return made && sites.find(({ call }) => call === made);
}

/** The class whose constructor a function is. */
export function madeIn(module: Module, scope: number): object | undefined {
  const name = module.functions.get(scope)?.name;
  return name === '__init__' || name === 'constructor' ? classOf(module, scope) : undefined;
}

/** A place from where it no longer matters which object of a class is read: what its constructor is given lies outside. */
export function outsideObject(place: Place, maker: object | undefined): Place {
  const { choices } = place;
  return choices && maker ? { ...place, choices: outOfObject(choices, maker) } : place;
}
