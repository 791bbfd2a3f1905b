import { isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { type Constant, constantIn, isLetIn } from './let-in.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import { scopesAround } from './scopes.ts';

/**
 * Whether a piece of a file stands in a block that never runs as the file is: inside `if False:`, and inside `if use_large:`
 * where `use_large = False` is all that the file says of that.
 */
export function isSwitchedOff(module: Module, span: Span): boolean {
  return blocksOff(module).some(block => isInside(span, block));
}

const blocksOff = oncePer((module: Module): readonly Span[] => {
  // Whoever runs a notebook turns the switches in its cells.
  const guards = module.facts.guards.filter(({ within }) => within.cell === undefined);
  return guards.filter(guard => isNeverTrue(guard, module)).map(({ within }) => within);
});

function isNeverTrue(guard: Guard, module: Module): boolean {
  const value = constantOf(guard.subject, module);
  if (value === undefined) return false;
  if (guard.test === 'true' || guard.test === 'false') return Boolean(value) !== (guard.test === 'true');
  if (!isComparing(guard)) return false;
  const compared = guard.values.map(constantIn).filter(one => one !== undefined);
  return compared.length === guard.values.length && !isLetIn(guard, compared, value);
}

function isComparing({ test, values }: Guard): boolean {
  return values.length > 0 && (test === undefined || /^(other|part|no-part)$/.test(test));
}

/** What is written, or the one thing that a name of the file ever stands for. */
function constantOf(subject: Expression, module: Module): Constant | undefined {
  if (subject.kind !== 'name') return constantIn(subject);
  const scopes = scopesAround(module, subject.scope).filter(
    scope => scope === subject.scope || module.facts.scopes[scope]?.kind !== 'class',
  );
  const owner = scopes.find(scope => module.bindings[scope]?.has(subject.name));
  const [bound, ...others] =
    (owner === undefined ? undefined : module.bindings[owner]?.get(subject.name)) ?? [];
  const isSure = bound?.kind === 'assignment' && others.length === 0 && !isSetUnseen(module);
  return isSure && bound.value ? constantIn(bound.value) : undefined;
}

/** Whether the file lets text that only the run has set its names. */
function isSetUnseen({ calls }: Module): boolean {
  return ['exec', 'globals', 'locals'].some(name => calls.has(name));
}
