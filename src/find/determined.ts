import type { Expression } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { type Follow, given } from './known-call.ts';
import type { Place } from './place.ts';

/**
 * Determined hands a trial the `hyperparameters` of the experiment's settings, which also name its `entrypoint`. Which
 * file an experiment is made from the command line says, so that what it says counts where its model is known.
 */
export function hyperparameters(evaluator: Evaluator, place: Place): readonly Place[] {
  const { module } = place;
  if (!module.facts.imports.some(name => /^determined\b/.test(name))) return [];
  return evaluator.program.settings.near(module, /\.ya?ml$/).flatMap(({ module: there, expression }) => {
    const entries = expression.kind === 'record' ? expression.entries : [];
    const { value } = entryOf(entries, 'hyperparameters');
    if (!value || !entryOf(entries, 'entrypoint').value) return [];
    return { ...place, module: there, expression: tried(value), frame: undefined, isByName: true };
  });
}

/** `context.get_hparams()`. */
export const allHyperparameters: Follow = (evaluator, place) => {
  const all = hyperparameters(evaluator, place);
  return all.length > 0 ? all : undefined;
};

/** `context.get_hparam("model_name")`. */
export const hyperparameter: Follow = (evaluator, place, call) => {
  const name = given(call, 0, 'name');
  const values = hyperparameters(evaluator, place).flatMap(all =>
    name?.kind === 'string' ? evaluator.partOf(all, name.value, all) : [],
  );
  return values.length > 0 ? values : undefined;
};

/** `{type: const, val: x}` stands for x, `{type: categorical, vals: [x, y]}` for one of them. */
function tried(settings: Expression): Expression {
  if (settings.kind !== 'record') return settings;
  const { entries, span } = settings;
  if (entryOf(entries, 'type').value) {
    const [value, values] = ['val', 'vals'].map(key => entryOf(entries, key).value);
    if (value) return value;
    if (values?.kind === 'list') return { kind: 'choice', options: values.items, span: values.span };
  }
  return { ...settings, entries: entries.map(({ key, value }) => ({ key, value: tried(value) })), span };
}
