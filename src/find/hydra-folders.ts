import { compareSpans } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { given } from './known-call.ts';
import type { Module } from './module.ts';
import { folderOf, join, normalize } from './module-path.ts';
import { openedPaths } from './opened-path.ts';
import { at, type Place, placeOf } from './place.ts';
import { scopesAround } from './scopes.ts';

/** Whether what is called is a function of Hydra's. */
export function isOfHydra(evaluator: Evaluator, module: Module, call: Call, name: string): boolean {
  if (!module.facts.imports.some(one => /^hydra\b/.test(one))) return false;
  return evaluator
    .glance(call.callee, module)
    .some(
      ({ expression }) =>
        expression.kind === 'import' &&
        /^hydra\b/.test(expression.module) &&
        expression.name?.split('.').at(-1) === name,
    );
}

/** A call that tells Hydra where settings lie: `initialize("conf")`. */
interface Start {
  readonly kind: (typeof starts)[number];
  readonly call: Call;
  readonly module: Module;
}

const starts = ['initialize', 'initialize_config_dir', 'initialize_config_module'] as const;

/** The folders of settings that a call of `compose` may mean. */
export function foldersOf(evaluator: Evaluator, place: Place, call: Call): readonly string[] {
  return [
    ...new Set(startsFor(evaluator, place.module, call).flatMap(one => foldersAt(evaluator, place, one))),
  ];
}

/** The call before it in the same function; else those around it, those of the file, or those of what it imports. */
function startsFor(evaluator: Evaluator, module: Module, call: Call): readonly Start[] {
  const own = startsIn(evaluator, module);
  for (const scope of scopesAround(module, call.scope)) {
    const there = own.filter(one => one.call.scope === scope);
    const before = there.filter(one => compareSpans(one.call.span, call.span) < 0);
    const last =
      scope === call.scope
        ? before.toSorted((a, b) => compareSpans(a.call.span, b.call.span)).at(-1)
        : undefined;
    if (last) return [last];
    if (there.length > 0) return there;
  }
  if (own.length > 0) return own;
  const files = starts.flatMap(kind => evaluator.program.callingAmongImports(module.file, kind));
  return [...new Set(files)].flatMap(file => {
    const other = evaluator.program.needed(file);
    return other ? startsIn(evaluator, other) : [];
  });
}

function startsIn(evaluator: Evaluator, module: Module): readonly Start[] {
  return starts.flatMap(kind =>
    (module.calls.get(kind) ?? [])
      .filter(call => isOfHydra(evaluator, module, call, kind))
      .map(call => ({ kind, call, module })),
  );
}

function foldersAt(evaluator: Evaluator, place: Place, { kind, call, module }: Start): readonly string[] {
  const written = given(call, 0, 'config_path', 'config_dir', 'config_module');
  // Without a path, or with None, the settings lie beside the file.
  if (!written) return kind === 'initialize' ? [folderOf(module.file)] : [];
  const there = module === place.module ? at(place, written) : placeOf(written, module);
  const paths = openedPaths(evaluator, there).map(({ path }) => path);
  if (kind === 'initialize_config_module') return paths.map(path => path.replaceAll('.', '/'));
  return kind === 'initialize' ? paths.map(path => normalize(join(folderOf(module.file), path))) : paths;
}
