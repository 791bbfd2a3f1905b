import { isInside, type Span } from '../model/source.ts';
import type { Binding, Expression, Guard } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { type Constant, constantIn, isLetIn } from './let-in.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import { scopesAround } from './scopes.ts';
import { findsByName } from './uncalled.ts';

/**
 * Whether a piece of a file stands in a block that never runs as the file is: inside `if False:`, and inside `if use_large:`
 * where `use_large = False` is all that is said of that.
 */
export function isSwitchedOff(evaluator: Evaluator, module: Module, span: Span): boolean {
  return blocksOff(module).some(
    ({ block, isOpen }) => isInside(span, block) && !(isOpen && evaluator.program.isImported(module.file)),
  );
}

interface Off {
  readonly block: Span;
  /** Whether a file that imports this one may turn the switch. */
  readonly isOpen: boolean;
}

const blocksOff = oncePer((module: Module): readonly Off[] => {
  // Whoever runs a notebook turns the switches in its cells.
  const guards = module.facts.guards.filter(({ within }) => within.cell === undefined);
  return guards.flatMap(guard => {
    const { subject, within } = guard;
    const bound = subject.kind === 'name' ? onlyBinding(subject, module) : undefined;
    const value = constantIn(bound ? (bound.binding.value ?? subject) : subject);
    const isOff = value !== undefined && !isLetThrough(guard, value);
    return isOff ? [{ block: within, isOpen: bound?.isOfModule === true }] : [];
  });
});

function isLetThrough(guard: Guard, value: Constant): boolean {
  const { test, values } = guard;
  if (test === 'true' || test === 'false') return Boolean(value) === (test === 'true');
  const isComparing = values.length > 0 && (test === undefined || /^(other|part|no-part)$/.test(test));
  const compared = values.map(constantIn).filter(one => one !== undefined);
  return !isComparing || compared.length < values.length || isLetIn(guard, compared, value);
}

interface OnlyBinding {
  readonly binding: Binding;
  readonly isOfModule: boolean;
}

/** The one thing that gives a name of the file what it stands for. */
function onlyBinding(
  { name, scope: inner }: Extract<Expression, { kind: 'name' }>,
  module: Module,
): OnlyBinding | undefined {
  const { facts, bindings } = module;
  const scopes = scopesAround(module, inner).filter(
    scope => scope === inner || facts.scopes[scope]?.kind !== 'class',
  );
  const owner = scopes.find(scope => bindings[scope]?.has(name));
  const [binding, ...others] = (owner === undefined ? undefined : bindings[owner]?.get(name)) ?? [];
  if (owner === undefined || binding?.kind !== 'assignment' || others.length > 0) return undefined;
  const isOfModule = facts.scopes[owner]?.kind === 'module';
  return isOfModule && isSetUnseen(name, owner, module) ? undefined : { binding, isOfModule };
}

/** Whether a file may set a name of its own without saying so: by text, on the module, or with all names of another file. */
function isSetUnseen(name: string, owner: number, module: Module): boolean {
  const { calls, stores, facts } = module;
  const isStarred = (facts.scopes[owner]?.starImports ?? []).length > 0;
  return (
    isStarred || stores.has(name) || findsByName(module) || ['setattr', 'vars'].some(one => calls.has(one))
  );
}
