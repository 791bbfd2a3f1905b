import type { Expression } from '../model/syntax.ts';
import { anyScript, scriptsNamedIn } from './command-texts.ts';
import type { Module } from './module.ts';
import { lastNameOf } from './module-path.ts';

/** Scripts that one file keeps the paths of, as far as anybody looks. */
const maxHeld = 100;

/** The last names of the scripts that a file's command lines may start: `train.py`. */
export function startedScripts(module: Module): readonly string[] {
  const named = scriptsNamedIn(module);
  return named.includes(anyScript) ? [...new Set([...named, ...scriptsHeldIn(module)])] : named;
}

/**
 * The last names of the scripts to which a file keeps ways through folders: where it starts one by a name or hands on its
 * arguments, it may be any of them, in whichever project they lie. One without a folder is of its own project.
 */
function scriptsHeldIn({ facts }: Module): readonly string[] {
  const held = new Set<string>();
  for (const { bindings } of facts.scopes) for (const { value } of bindings) add(value, held);
  for (const { arguments: given } of facts.calls) for (const { value } of given) add(value, held);
  return [...held];
}

function add(value: Expression | undefined, held: Set<string>): void {
  const isScript = value?.kind === 'string' && /^[\w./-]*\/[\w.-]+\.py$/.test(value.value);
  if (isScript && held.size < maxHeld) held.add(lastNameOf(value.value));
}
