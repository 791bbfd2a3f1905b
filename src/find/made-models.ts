import type { ModelReference } from '../model/reference.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { Evaluator } from './evaluator.ts';
import { findLoaded } from './find-references.ts';
import { pythonLibraries } from './library-names.ts';
import { madeObjects } from './made-objects.ts';
import { moduleOfCalls } from './module.ts';
import { Program } from './program.ts';

/** The models that settings have a library load: `_target_: transformers.AutoModel.from_pretrained`. */
export function findMadeModels(file: string, data: Expression): readonly ModelReference[] {
  const calls = madeObjects(data).filter(isOfLibrary).map(asMember);
  if (calls.length === 0) return [];
  const module = moduleOfCalls(file, calls);
  const program = new Program(new Set([file]));
  program.load(file, module, data, 0);
  return findLoaded(module, new Evaluator(program)).filter(({ id }) => id !== undefined);
}

function isOfLibrary({ callee }: Call): boolean {
  const from = callee.kind === 'member' ? callee.object : callee;
  return from.kind === 'import' && pythonLibraries.has(from.module.split('.', 1)[0] ?? '');
}

/** As code writes the call: of what it imports, the last name. */
function asMember(call: Call): Call {
  const { callee } = call;
  if (callee.kind !== 'import' || callee.name === undefined) return call;
  const { module, name, span } = callee;
  return {
    ...call,
    callee: {
      kind: 'member',
      object: { kind: 'import', module, name: undefined, span },
      property: name,
      span,
    },
  };
}
