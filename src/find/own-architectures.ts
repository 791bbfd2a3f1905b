import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';

/** Files that a search looks into for a name. */
const maxFiles = 40;
const register = 'register_model';

/**
 * Whether a file, or one that it imports, tells timm of an architecture of its own under a name, which timm then makes in the
 * place of any other: `@register_model`.
 */
export function isOwnArchitecture({ program }: Evaluator, module: Module, name: string): boolean {
  const [architecture] = name.split('.');
  return program
    .callingAmongImports(module.file, register)
    .slice(0, maxFiles)
    .some(file => registers(program.needed(file), architecture));
}

function registers(module: Module | undefined, wanted: string | undefined): boolean {
  return [...(module?.functions.values() ?? [])].some(
    ({ name, definition }) =>
      name === wanted &&
      definition.decorators.some(mark => lastName(mark.kind === 'call' ? mark.callee : mark) === register),
  );
}
