import { flagsOf } from './flag-declarations.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';

/** What is shorter may be anything. */
const shortest = 3;

/**
 * Whether a flag is the beginning of one name that a script declares, and of no other: argparse takes `--model_name` for
 * `--model_name_or_path`, whether a call declares that or a class of arguments.
 */
export function isAbbreviated(flag: string, name: string, scripts: readonly Module[]): boolean {
  if (flag.length < shortest || flag === name || !name.startsWith(flag)) return false;
  const meant = new Set(scripts.flatMap(script => declaredIn(script).filter(one => one.startsWith(flag))));
  return meant.size === 1 && meant.has(name);
}

const declaredIn = oncePer((module: Module): readonly string[] => {
  const { scopes } = module.facts;
  const fields = scopes.flatMap(({ kind, bindings }) =>
    kind === 'class' ? bindings.flatMap(one => (one.kind === 'assignment' ? one.name : [])) : [],
  );
  return [...new Set([...flagsOf(module).keys(), ...fields])];
});
