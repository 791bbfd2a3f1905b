import type { Binding, Expression, RecordEntry } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place, passing } from './place.ts';

/** What frameworks that make objects of the repository's classes hand their constructors. */
export function frameworkValues(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  return trussSettings(evaluator, place, binding, scope);
}

/** Keys of which every Truss's configuration has some. */
const trussKeys = ['model_metadata', 'resources', 'requirements', 'requirements_file', 'python_version'];

/** Truss makes the `Model` of `model/model.py` with `config=`, the content of the `config.yaml` beside its folder. */
function trussSettings(
  evaluator: Evaluator,
  place: Place,
  { name, rest, span }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const isConfig = rest === 'record' || name === 'config';
  if (!isConfig || !/(^|\/)model\/model\.py$/.test(module.file)) return [];
  const owner = module.facts.scopes[scope]?.parent;
  const isConstructor = module.functions.get(scope)?.name === '__init__';
  if (!isConstructor || owner === undefined || module.classes.get(owner)?.name !== 'Model') return [];
  const data = evaluator.program.data('config.yaml', module);
  const keys = data?.expression.kind === 'record' ? data.expression.entries.flatMap(textKey) : [];
  if (!data || !keys.some(key => trussKeys.includes(key))) return [];
  const settings: Place = { ...passing(place, span), ...data, frame: undefined };
  if (rest !== 'record') return [settings];
  const key = { kind: 'string', value: 'config', span } as const;
  return [at(settings, { kind: 'record', entries: [{ key, value: data.expression }], span })];
}

function textKey({ key }: RecordEntry): readonly string[] {
  const written: Expression | undefined = key;
  return written?.kind === 'string' ? [written.value] : [];
}
