import type { Call, Expression } from '../model/syntax.ts';
import { branching } from './choices.ts';
import { valueFrom } from './code-commands.ts';
import { type CodeWord, wordsOf } from './code-words.ts';
import type { Evaluator } from './evaluator.ts';
import { composedSettings, distinctFiles, type NamedFile, namedFiles, type SettingsPart } from './hydra.ts';
import { type Choice, choiceOf } from './hydra-defaults.ts';
import { foldersOf, isOfHydra } from './hydra-folders.ts';
import { type Follow, given } from './known-call.ts';
import { folderOf, join, normalize } from './module-path.ts';
import { deepestField, nestedRecord } from './nested-record.ts';
import { openedPaths } from './opened-path.ts';
import { at, type Place, passing } from './place.ts';
import { withoutReplaced } from './stored-settings.ts';

/** Files of a folder that may be the one whose name nobody knows, before nobody looks at them. */
const maxLikely = 40;

/** What a call of `compose` writes over the settings: `model.name=org/name`. */
interface Override {
  readonly key: string;
  readonly value: Place;
  readonly choices: readonly Choice[];
}

/**
 * `hydra.initialize("conf")` and then `cfg = hydra.compose("name", overrides=["model=small"])`: the settings of a folder,
 * put together as for `@hydra.main`, but that no command line writes over them.
 */
export const composed: Follow = (evaluator, place, call) => {
  if (!isOfHydra(evaluator, place.module, call, 'compose')) return undefined;
  const written = given(call, 1, 'overrides');
  const overrides = written ? overridesIn(evaluator, at(place, written)) : [];
  // What stands in the call is all that is overridden.
  const isFixed = !written || written.kind === 'list';
  const settings = partsOf(evaluator, place, call, overrides, isFixed);
  if (settings.length === 0) return undefined;
  const groups = new Set(settings.map(({ group }) => group));
  const fields = overrides.filter(({ key, choices }) => choices.length === 0 || !groups.has(key));
  const records = fields.flatMap(field => recordOf(field, call));
  const replaced = isFixed ? records.map(({ expression }) => expression) : [];
  const there = { ...passing(place, call.span), frame: undefined };
  return [
    ...records.flatMap(record => evaluator.follow(passing(record, call.span))),
    ...settings.flatMap(({ module, expression, choice, isByName }) => {
      const left = withoutReplaced(expression, replaced);
      const part = { ...there, module, expression: left, isByName: place.isByName || isByName };
      return evaluator.follow(choice ? branching(part, choice, expression.span) : part);
    }),
  ];
};

function recordOf({ key, value }: Override, { span }: Call): readonly Place[] {
  const path = key.split('.');
  return path.length > deepestField
    ? []
    : [at(value, nestedRecord([{ path, value: value.expression }], span))];
}

/** The settings that a call puts together, of each file that it may name. */
function partsOf(
  evaluator: Evaluator,
  place: Place,
  call: Call,
  overrides: readonly Override[],
  isFixed: boolean,
): readonly SettingsPart[] {
  const choices = overrides.flatMap(one => one.choices).map(one => ({ ...one, isOpen: !isFixed }));
  return filesOf(evaluator, place, call).flatMap(({ path, isByName }) => {
    const key = `${path} ${choices.map(({ group, names }) => `${group}=${names.join()}`).join(' ')}`;
    const parts = evaluator.rememberedOf(call, key, 'overrides', () =>
      composedSettings(evaluator, place.module, path, choices, call.span),
    );
    return parts
      .filter(part => !isFixed || !part.isByName)
      .map(part => ({ ...part, isByName: isByName || part.isByName }));
  });
}

/**
 * The files that a call names. Where the command line chooses one, those beside it that are of the same form may be the
 * next, and where nobody knows the name, any of the folder.
 */
function filesOf(evaluator: Evaluator, place: Place, call: Call): readonly NamedFile[] {
  const written = given(call, 0, 'config_name');
  if (!written) return [];
  const names = openedPaths(evaluator, at(place, written));
  const files = foldersOf(evaluator, place, call).flatMap(folder =>
    names.length > 0
      ? names.flatMap(({ path, isGiven }) =>
          namedFiles(evaluator.program, place.module, `${folder}/${path}`, isGiven),
        )
      : filesIn(evaluator, place, folder),
  );
  return distinctFiles(files);
}

/** Those of a folder that a path means, seen from the file or from a folder above it. */
function filesIn({ program }: Evaluator, { module }: Place, path: string): readonly NamedFile[] {
  for (let folder = folderOf(module.file); ; folder = folderOf(folder)) {
    const beside = program.dataBeside(`${normalize(join(folder, path))}/.yaml`);
    if (beside.length > maxLikely) return [];
    if (beside.length > 0) return beside.map(one => ({ path: one.module.file, isByName: true }));
    if (folder === '') return [];
  }
}

/** `["model=small", f"model.name={name}", "+new.key=value"]`. */
function overridesIn(evaluator: Evaluator, list: Place): readonly Override[] {
  return wordsOf(evaluator, list).flatMap(word => overrideOf(evaluator, word) ?? []);
}

const overrideWord = /^\+{0,2}([\w./@]+)=/;

function overrideOf(evaluator: Evaluator, word: CodeWord): Override | undefined {
  const first: Expression | undefined = word[0]?.expression;
  const [start = '', key] = (first?.kind === 'string' && overrideWord.exec(first.value)) || [];
  const value = key === undefined ? undefined : valueFrom(word, start.length);
  if (key === undefined || !value) return undefined;
  const choices = evaluator.follow(value).flatMap(({ expression }) => choiceOf(key, expression));
  return { key, value, choices: choices.map(choice => ({ ...choice, isOverride: true })) };
}
