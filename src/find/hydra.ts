import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { deepestField, type NestedField, nestedRecord } from './nested-record.ts';
import { at, type Place, placeOf } from './place.ts';

type Span = Expression['span'];

/**
 * `@hydra.main(config_path="conf", config_name="config")` hands a function the content of a file, of the files its
 * `defaults` name, and what the command line writes over them.
 */
export function hydraValues(evaluator: Evaluator, place: Place, mark: Call): readonly Place[] {
  const text = (name: string): string | undefined => {
    const value = mark.arguments.find(argument => argument.name === name)?.value;
    const constant = value && evaluator.constant(at(place, value))?.value;
    return typeof constant === 'string' ? constant : undefined;
  };
  const name = text('config_name');
  if (name === undefined) return [];
  const folder = text('config_path');
  const prefix = folder === undefined ? '' : `${folder}/`;
  const data = ['yaml', 'yml']
    .map(ending => evaluator.program.data(`${prefix}${name.replace(/\.ya?ml$/, '')}.${ending}`, place.module))
    .find(Boolean);
  const overrides = evaluator.remembered('overrides', mark, () =>
    overridesOf(evaluator, place.module.file, mark.span),
  );
  if (!data) return overrides;
  const main: Place = { ...place, ...data, frame: undefined };
  const groups = groupsOf(evaluator, main, prefix, mark.span);
  return [
    main,
    ...(groups.length > 0 ? [at(place, { kind: 'record', entries: groups, span: mark.span })] : []),
    ...overrides,
  ];
}

/** What the commands of each file write over the settings, as one record: there may be hundreds. */
function overridesOf({ program }: Evaluator, script: string, span: Span): readonly Place[] {
  const byFile = new Map<Module, NestedField[]>();
  for (const { flag, value, module } of program.flagsOf(script)) {
    const fields = byFile.get(module) ?? [];
    const path = flag.split('.');
    if (path.length <= deepestField) fields.push({ path, value });
    byFile.set(module, fields);
  }
  return [...byFile].map(([module, fields]) => placeOf(nestedRecord(fields, span), module));
}

/** `defaults: [{ model: small }]` puts the content of `model/small.yaml` under the key `model`. */
function groupsOf(evaluator: Evaluator, main: Place, prefix: string, span: Span): readonly RecordEntry[] {
  const chosen = evaluator
    .partOf(main, 'defaults', main)
    .flatMap(({ expression }) => (expression.kind === 'list' ? expression.items : []));
  return chosen.flatMap((item): readonly RecordEntry[] => {
    const [entry] = item.kind === 'record' ? item.entries : [];
    if (entry?.key?.kind !== 'string' || entry.value.kind !== 'string') return [];
    const group = entry.key.value.replace(/^override /, '');
    const path = `${prefix}${group}/${entry.value.value.replace(/\.ya?ml$/, '')}.yaml`;
    const file: Expression = { kind: 'string', value: path, span };
    return [{ key: { kind: 'string', value: group, span }, value: loadedFile(file, span) }];
  });
}

/** What `yaml.load` of a file gives. */
export function loadedFile(path: Expression, span: Span): Expression {
  const object: Expression = { kind: 'name', name: 'yaml', scope: 0, span };
  const callee = { kind: 'member', object, property: 'load', span } as const;
  return { kind: 'call', callee, arguments: [{ value: path }], span, scope: 0 };
}
