import { plainSpan } from '../model/source.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { branching } from './choices.ts';
import { codeFlags } from './code-commands.ts';
import type { Evaluator } from './evaluator.ts';
import type { Data } from './held-facts.ts';
import { type Choice, type ComposedFile, choiceOf, composedFiles } from './hydra-defaults.ts';
import type { Module } from './module.ts';
import { join } from './module-path.ts';
import { deepestField, type NestedField, nestedRecord } from './nested-record.ts';
import { at, type Place } from './place.ts';
import type { Program } from './program.ts';
import { isAlike } from './settings-calls.ts';
import { storedSettings, withoutReplaced, withoutStored } from './stored-settings.ts';

type Span = Expression['span'];

/**
 * `@hydra.main(config_path="conf", config_name="config")` hands a function the content of a file, of the files its
 * `defaults` name, and what the command line writes over them.
 */
export function hydraValues(evaluator: Evaluator, place: Place, mark: Call): readonly Place[] {
  const { module } = place;
  const settings = evaluator.remembered('overrides', mark, () => {
    const files = startedWith(evaluator, place, mark);
    if (files.length === 0) return [];
    const choices = commandChoices(evaluator, module);
    const parts = files.flatMap(({ path, isByName }) =>
      composedSettings(evaluator, module, path, choices, mark.span).map(part => ({
        ...part,
        isByName: isByName || part.isByName,
      })),
    );
    return [...parts, ...overridesOf(evaluator, module.file, mark.span)];
  });
  return settings.flatMap(({ module, expression, choice, isByName }) => {
    const part = { ...place, module, expression, frame: undefined, isByName: place.isByName || isByName };
    return evaluator.follow(choice ? branching(part, choice, expression.span) : part);
  });
}

/** A file of settings, and whether only the run would have to choose it. */
export interface NamedFile {
  readonly path: string;
  readonly isByName: boolean;
}

/** Folders and names of settings that commands give to one script, before nobody looks at more of them. */
const maxGiven = 20;
/** Files of the same form beside the one that code names, before nobody looks at more of them. */
const maxAlike = 20;

/** The files that a program may be started with: the one that the code names, and those that commands name instead. */
function startedWith(evaluator: Evaluator, place: Place, mark: Call): readonly NamedFile[] {
  const text = (name: string): string | undefined => {
    const value = mark.arguments.find(argument => argument.name === name)?.value;
    const constant = value && evaluator.constant(at(place, value))?.value;
    return typeof constant === 'string' ? constant : undefined;
  };
  const flags = evaluator.program.commands.flagsOf(place.module.file);
  const given = (...names: readonly string[]): readonly string[] =>
    flags.flatMap(({ flag, value }) => (names.includes(flag) ? pathIn(value) : []));
  const [ownName, ownFolder] = [text('config_name'), text('config_path') ?? ''];
  const names = new Set([...(ownName === undefined ? [] : [ownName]), ...given('config_name', 'cn')]);
  const folders = new Set([ownFolder, ...given('config_path', 'cp', 'config_dir', 'cd')]);
  // Where commands name several of both, nobody tells which go together.
  const isSure = names.size === 1 || folders.size === 1;
  const files = evaluator.first([...folders], maxGiven).flatMap(folder =>
    evaluator.first([...names], maxGiven).flatMap(name => {
      const isGuess = !isSure && (folder !== ownFolder || name !== ownName);
      const named = namedFiles(evaluator.program, place.module, join(folder, name), true);
      return isGuess ? named.map(file => ({ ...file, isByName: true })) : named;
    }),
  );
  return distinctFiles(files);
}

/** The file that a path means, and, where the command line may name another, those beside it that are of the same form. */
export function namedFiles(
  program: Program,
  from: Module,
  path: string,
  isOpen: boolean,
): readonly NamedFile[] {
  const data = settingsFile(program, path, from);
  const alike = data && isOpen ? program.dataBeside(data.module.file).filter(one => isAlike(data, one)) : [];
  return [
    { path: data?.module.file ?? path, isByName: false },
    ...alike.slice(0, maxAlike).map(one => ({ path: one.module.file, isByName: true })),
  ];
}

/** Each file once, as surely as any way leads to it. */
export function distinctFiles(files: readonly NamedFile[]): readonly NamedFile[] {
  const sure = files.filter(({ isByName }) => !isByName);
  const known = new Set(sure.map(({ path }) => path));
  const others = files.filter(({ path }) => !known.has(path));
  return [...new Map([...sure, ...others].map(file => [file.path, file])).values()];
}

/** What stands behind an option's value may be another word: `--config-name main net=small`. */
function pathIn(value: Expression): readonly string[] {
  return value.kind === 'string' && !value.value.includes('=') ? [value.value] : [];
}

/** Settings, or part of them, and whether only the command line could choose them. */
export interface SettingsPart extends Data {
  /** The folder that it was chosen from. */
  readonly group: string;
  readonly isByName: boolean;
  /** What it is one of several for. */
  readonly choice: Span | undefined;
}

/** What the commands of each file write over the settings, as one record: there may be hundreds. */
function overridesOf(evaluator: Evaluator, script: string, span: Span): readonly SettingsPart[] {
  const byFile = new Map<Module, NestedField[]>();
  const inCode = codeFlags(evaluator, script).flatMap(({ flag, value: { expression, module, frame } }) =>
    frame ? [] : { flag, value: expression, module },
  );
  for (const { flag, value, module } of [...evaluator.program.commands.flagsOf(script), ...inCode]) {
    const fields = byFile.get(module) ?? [];
    const path = flag.split('.');
    if (path.length <= deepestField) fields.push({ path, value });
    byFile.set(module, fields);
  }
  return [...byFile].map(([module, fields]) => ({
    module,
    expression: nestedRecord(fields, span),
    group: '',
    isByName: false,
    choice: undefined,
  }));
}

/** What commands choose for a script: `model=small`. */
function commandChoices({ program }: Evaluator, { file }: Module): readonly Choice[] {
  return program.commands.flagsOf(file).flatMap(({ flag, value }) => choiceOf(flag, value));
}

/** The file of settings that a path means, with or without its ending. */
export function settingsFile(program: Program, path: string, from: Module): Data | undefined {
  const stem = path.replace(/\.ya?ml$/, '');
  return program.data(`${stem}.yaml`, from) ?? program.data(`${stem}.yml`, from);
}

/** What the file of a program's settings says, and the files that it may be put together with. `given`: what is chosen. */
export function composedSettings(
  evaluator: Evaluator,
  script: Module,
  path: string,
  given: readonly Choice[],
  span: Span,
): readonly SettingsPart[] {
  const { program } = evaluator;
  const stored = storedSettings(evaluator, script);
  const data = settingsFile(program, path, script);
  if (!data) return stored.flatMap(one => (one.name === path ? wholePart(one) : []));
  const files = composedFiles(program, data, given, stored);
  // Files that go under the same keys are a choice, which is told by what all of them have in common.
  const choices = new Map(files.map(({ keys }) => [keys.join('.'), plainSpan(span)]));
  const kept = new Set<Data>(stored);
  return files
    .map((file): SettingsPart => {
      const { data, keys, isByName } = file;
      return {
        module: data.module,
        expression: counting(evaluator, file, files, kept),
        group: file.group,
        isByName,
        choice: keys.length > 0 ? choices.get(keys.join('.')) : undefined,
      };
    })
    .toSorted((one, other) => Number(one.isByName) - Number(other.isByName));
}

/** What counts of a file, or of what is kept in the place of one, where what the other kind sets comes later. */
function counting(
  evaluator: Evaluator,
  file: ComposedFile,
  files: readonly ComposedFile[],
  kept: ReadonlySet<Data>,
): Expression {
  const isKept = kept.has(file.data);
  const later = files.filter(
    ({ data, isByName, rank }) => !isByName && rank > file.rank && kept.has(data) !== isKept,
  );
  if (isKept) return withoutReplaced(underKeys(file), later.map(underKeys));
  const stored = later.map(one => ({ module: one.data.module, expression: underKeys(one) }));
  return withoutStored(evaluator, underKeys(file), stored);
}

function wholePart({ module, expression }: Data): SettingsPart {
  return { module, expression, group: '', isByName: false, choice: undefined };
}

/** What a file says, under the keys that it goes under. */
function underKeys({ data: { expression }, keys }: ComposedFile): Expression {
  return keys.length > 0 ? nestedRecord([{ path: keys, value: expression }], expression.span) : expression;
}

/** What `yaml.load` of a file gives. */
export function loadedFile(path: Expression, span: Span): Expression {
  const object: Expression = { kind: 'name', name: 'yaml', scope: 0, span };
  const callee = { kind: 'member', object, property: 'load', span } as const;
  return { kind: 'call', callee, arguments: [{ value: path }], span, scope: 0 };
}
