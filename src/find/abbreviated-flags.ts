import { flagsOf } from './flag-declarations.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';

/** What is shorter may be anything. */
export const shortest = 3;
/** Of a script that declares more nobody asks what is meant. */
const maxDeclared = 1_000;

/**
 * The one name that scripts declare which a flag is the beginning of: argparse takes `--model_name` for
 * `--model_name_or_path`, whether a call declares that or a class of arguments.
 */
export function unabbreviated(flag: string, scripts: readonly Module[]): string | undefined {
  if (flag.length < shortest) return undefined;
  const meant = new Set(scripts.flatMap(script => namesBehind(script, flag)));
  const [only] = meant;
  return meant.size === 1 && only !== flag ? only : undefined;
}

/** By script, the answers for the flags that were asked for. */
const answers = oncePer((_: Module) => new Map<string, readonly string[]>());

function namesBehind(script: Module, flag: string): readonly string[] {
  const known = answers(script);
  const found = known.get(flag) ?? declaredIn(script).filter(name => name.startsWith(flag));
  known.set(flag, found);
  return found;
}

/** The flags of argparse's, and the fields of classes that may be arguments. */
const declaredIn = oncePer((module: Module): readonly string[] => {
  const { facts, calls } = module;
  const isOff = (calls.get('ArgumentParser') ?? []).some(call =>
    call.arguments.some(({ name }) => name === 'allow_abbrev'),
  );
  const flags = [...flagsOf(module)].flatMap(([name, declared]) =>
    declared.some(({ callee }) => lastName(callee) === 'add_argument') ? name : [],
  );
  const fields = facts.scopes.flatMap(({ kind, bindings }) =>
    kind === 'class' ? bindings.flatMap(one => (one.kind === 'assignment' ? one.name : [])) : [],
  );
  const all = [...new Set([...flags, ...fields])];
  return isOff || all.length > maxDeclared ? [] : all;
});
