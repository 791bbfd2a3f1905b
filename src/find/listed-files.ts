import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { type Follow, given } from './known-call.ts';
import { lastNameOf } from './module-path.ts';
import { openedPath } from './opened-path.ts';
import { at, type Place, unknown } from './place.ts';

/** Patterns of one call that are looked at: each is held against all files of settings. */
const maxPatterns = 30;

/** `glob.glob("configs/*.json")` and `Path("configs").glob("*.json")`: the files of settings that name known models. */
export const globbed: Follow = (evaluator, place, call) => {
  const { callee } = call;
  const pattern = given(call, 0, 'pattern', 'pathname');
  if (!pattern || (callee.kind === 'member' && callee.property === 'rglob')) return undefined;
  const endings = evaluator.texts(at(place, pattern)).values.map(({ text }) => text);
  const isOfPath = callee.kind === 'member' && !isModule(evaluator, at(place, callee.object));
  const folders = isOfPath ? pathsOf(evaluator, at(place, callee.object)) : [''];
  const patterns = folders.flatMap(folder =>
    endings.map(ending => (folder === '' ? ending : `${folder}/${ending}`)),
  );
  return listed(place, call.span, filesLike(evaluator, place, patterns));
};

/** `os.listdir("configs")`: their names. */
export const listedFolder: Follow = (evaluator, place, call) => {
  const folder = given(call, 0, 'path');
  const folders = folder ? pathsOf(evaluator, at(place, folder)) : [];
  const files = filesLike(
    evaluator,
    place,
    folders.map(one => `${one}/*`),
  );
  return listed(place, call.span, files.map(lastNameOf));
};

function isModule(evaluator: Evaluator, object: Place): boolean {
  return evaluator.follow(object).some(({ expression }) => expression.kind === 'import');
}

function pathsOf(evaluator: Evaluator, folder: Place): readonly string[] {
  const texts = evaluator.texts(folder).values.map(({ text }) => text);
  const one = texts.length > 0 ? undefined : openedPath(evaluator, folder);
  return [...texts, ...(one === undefined ? [] : [one])].map(text => text.replace(/\/+$/, ''));
}

function filesLike(evaluator: Evaluator, { module }: Place, patterns: readonly string[]): readonly string[] {
  const few = evaluator.first([...new Set(patterns)], maxPatterns);
  return few.flatMap(pattern =>
    evaluator.steps.take() ? evaluator.program.settings.like(pattern, module) : [],
  );
}

function listed(
  place: Place,
  span: Expression['span'],
  paths: readonly string[],
): readonly Place[] | undefined {
  const items = [...new Set(paths)].map((value): Expression => ({ kind: 'string', value, span }));
  // The folder may hold others, which name no known models.
  return items.length === 0 ? undefined : [at(place, { kind: 'list', items, span }), unknown(place)];
}
