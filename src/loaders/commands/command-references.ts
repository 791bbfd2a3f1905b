import {
  type Command,
  type CommandAssignment,
  isKnown,
  textOf,
  unknownText,
  type Word,
  type WordSlice,
} from '../../model/command.ts';
import { isHubId } from '../../model/hub-id.ts';
import { plainSpan } from '../../model/source.ts';
import { huggingFace } from '../loader.ts';
import {
  type GivenWord,
  givenWords,
  scriptWords,
  sliceGiven,
  textAt,
  textOfGiven,
  wordsAt,
} from './command-words.ts';
import { type Invocation, readInvocation } from './invocation.ts';
import type { CommandModel, CommandRow, CommandTarget, ScriptFlag, Tool } from './tool.ts';

/** Every place where the commands of a file name a model. */
export function commandReferences(commands: readonly Command[]): readonly CommandModel[] {
  const exported = new Set<string>();
  return commands.flatMap(command => {
    const own = command.assignments.filter(isSwitchedOn).map(({ name }) => name);
    // What is set where nothing runs is there for what runs behind it.
    if (command.words.length === 0) for (const name of own) exported.add(name);
    return modelsOf(command, new Set([...exported, ...own]));
  });
}

function isSwitchedOn({ isExported, value }: CommandAssignment): boolean {
  return isExported && value.values.every(text => !nothing.test(textOf(text)));
}

function modelsOf(command: Command, switches: ReadonlySet<string>): readonly CommandModel[] {
  const invocation = readInvocation(command.words, command.image);
  const invoked = invocation === undefined ? [] : invokedModels(invocation, command.folder, switches);
  const built =
    command.isBuild === true ? invoked.map(model => ({ ...model, isBuilt: true as const })) : invoked;
  return [...environmentModels(command), ...built];
}

function invokedModels(
  invocation: Invocation,
  folder: string | undefined,
  switches: ReadonlySet<string>,
): readonly CommandModel[] {
  if (invocation.kind === 'tool') {
    const { tool, rest } = invocation;
    const { elsewhere } = tool;
    const models = toolModels(tool, rest);
    return elsewhere && switches.has(elsewhere.variable)
      ? models.map(model => ({ ...model, hub: elsewhere.hub }))
      : models;
  }
  const { paths, isModule, rest } = invocation;
  return paths.flatMap(path => scriptFlags({ path, isModule, folder }, rest));
}

function toolModels(tool: Tool, rest: readonly Word[]): readonly CommandModel[] {
  const given = givenWords(rest, tool.switches);
  const kind = textAt(given, tool.unless?.option);
  if (kind !== undefined && tool.unless?.values.includes(kind) === true) return [];
  const interpret = tool.interpret ?? huggingFace;
  const places = tool.id === 'every' ? given : wordsAt(given, tool.id);
  return places.flatMap(place => {
    const text = textOfGiven(place);
    const target = interpret(text);
    if (target !== undefined && isKnown(target.target)) return toolModel(tool, given, place, text, target);
    return tool.id !== 'every' && !isKnown(text) ? undecided(tool, place, text) : [];
  });
}

function toolModel(
  tool: Tool,
  given: readonly GivenWord[],
  place: GivenWord,
  text: string,
  target: CommandTarget,
): CommandModel {
  const slice = sliceGiven(place, ...(target.at ?? ([0, text.length] as const)));
  return {
    kind: 'loaded',
    tool: tool.name,
    hub: target.hub,
    id: slice.text,
    target: target.target,
    revision: known(target.revision) ?? textAt(given, tool.revision),
    filename: known(target.filename) ?? textAt(given, tool.filename),
    ...(tool.isFetching !== true && { mayBeFolder: true as const }),
    ...slice,
  };
}

function known(text: string | undefined): string | undefined {
  return text !== undefined && isKnown(text) ? text : undefined;
}

/** Only the run decides which model: worth counting, not judging. */
function undecided(tool: Tool, place: GivenWord, text: string): CommandModel {
  return {
    kind: 'loaded',
    tool: tool.name,
    hub: tool.hub ?? 'huggingface',
    id: undefined,
    target: undefined,
    revision: undefined,
    filename: undefined,
    ...sliceGiven(place, 0, text.length),
  };
}

/** Variables that the images and programs of model servers read, and those named like them. */
const modelVariable = /^(?:\w+_)?(?:MODEL(?:_ID|_NAME|_REPO|_NAME_OR_PATH)?|HF_REPO|REPO_ID)$/;

/** Of a variable, a name with an owner alone says that it means the Hub. */
function environmentModels({ words, assignments }: Command): readonly CommandModel[] {
  const set = assignments
    .filter(({ isExported }) => isExported)
    .flatMap(({ name, value }) =>
      value.values.map(text => ({ name, place: { option: undefined, word: value, value: text, from: 0 } })),
    );
  const passed = givenWords(words).flatMap(place => {
    if (place.option !== '-e' && place.option !== '--env') return [];
    const name = /^(\w+)=/.exec(textOfGiven(place))?.[1];
    return name === undefined ? [] : [{ name, place: { ...place, from: place.from + name.length + 1 } }];
  });
  return [...set, ...passed].flatMap(({ name, place }) => {
    const id = textOfGiven(place);
    return environmentModel(name, id, () => sliceGiven(place, 0, id.length)) ?? [];
  });
}

/** What a variable of the environment is set to, where that is a model. */
export function environmentModel(name: string, id: string, slice: () => WordSlice): CommandModel | undefined {
  if (!modelVariable.test(name) || !id.includes('/') || !isHubId(id)) return undefined;
  return { ...plain('environment', name, id), ...slice() };
}

/** What a script is given that may name a model, or settings that do. */
function scriptFlags(
  started: Pick<ScriptFlag, 'path' | 'isModule' | 'folder'>,
  rest: readonly Word[],
): readonly CommandModel[] {
  const given = scriptWords(rest);
  const row = rowOf(given, rest);
  return given.flatMap((place, index) => {
    const text = textOfGiven(place);
    // Hydra and its like take `model.name=ID`.
    const key = place.option === undefined ? /^\+{0,2}([\w.]+)=/.exec(text) : null;
    const start = key?.[0].length ?? 0;
    const id = text.slice(start);
    if (!mayNameModel(id) && !settingsFile.test(id)) return [];
    const script: ScriptFlag = {
      ...started,
      flag: key?.[1] ?? place.option,
      // Behind an option nobody but the script knows whether a word is its value.
      position:
        key === null && given.slice(0, index + 1).every(({ option }) => option === undefined)
          ? index
          : undefined,
      row,
    };
    const model = plain('script-flag', 'python', id);
    return { ...model, script, ...sliceGiven(place, start, text.length) };
  });
}

/** A command that gives more is not asked what goes together. */
const maxWords = 120;
/** What a script may take for nothing. */
const nothing = /^(?:f|false|n|no|none|null|off|0+(?:\.0*)?)?$/i;

function rowOf(given: readonly GivenWord[], rest: readonly Word[]): CommandRow | undefined {
  const [first] = given;
  if (!first || rest.length > maxWords) return undefined;
  const isSure = (place: GivenWord): boolean =>
    place.word.values.length === 1 && !nothing.test(textOfGiven(place).replaceAll(unknownText, ''));
  const optionsOf = (places: readonly GivenWord[]): readonly string[] => [
    ...new Set(places.flatMap(({ option }) => option ?? [])),
  ];
  return {
    span: plainSpan(first.word.span),
    options: optionsOf(given.filter(isSure)),
    unread: [...optionsOf(given.filter(place => !isSure(place))), ...rest.flatMap(loneOptions)],
    isOpen: rest.some((word, index) => mayBeOptions(word, rest[index - 1])),
  };
}

/** Whether a word may stand for options that nobody can read: `$EXTRA`, `"${ARGS[@]}"`, `@arguments.txt`. */
function mayBeOptions({ values }: Word, before: Word | undefined): boolean {
  const texts = values.map(textOf);
  const isValue = before !== undefined && /^--?[A-Za-z][\w.-]*$/.test(textOf(before.values[0] ?? []));
  return texts.some(
    text =>
      text.startsWith('@') ||
      /^-.*\s/s.test(text) ||
      (texts.length > 1 && text.startsWith('-')) ||
      (!isValue && text.replaceAll(unknownText, '') === ''),
  );
}

/** An option as it may be given without a word of its own: `--quick`, `-l1`. */
function loneOptions({ values }: Word): readonly string[] {
  const text = textOf(values[0] ?? []);
  const name = /^--?[A-Za-z][\w.-]*$/.exec(text)?.[0];
  if (name === undefined) return [];
  return name.startsWith('--') || name.length === 2 ? [name] : [name, name.slice(0, 2)];
}

/** What a script reads its settings from. */
const settingsFile = /^[\w./-]+\.(?:ya?ml|json|toml|ini|cfg|py)$/;
const notModel =
  /^(?:true|false|none|null|auto|cuda(?::\d+)?|cpu|bf16|fp16|fp32|.*\.(?:jsonl?|csv|tsv|txt|ya?ml|py|sh|log|parquet|png|jpe?g|md|html|ini|cfg|toml))$/i;

/** The shape of an id or of an address. Whether the flag means a model is for the script's own parser to say. */
function mayNameModel(text: string): boolean {
  if (!isKnown(text) || !/[A-Za-z]/.test(text) || notModel.test(text)) return false;
  return (isHubId(text) && !/^\d[\d.e-]*$/i.test(text)) || /^https?:\/\/\S+$/.test(text);
}

function plain(
  kind: CommandModel['kind'],
  tool: string,
  id: string,
): Omit<CommandModel, 'text' | 'span' | 'trail'> {
  return { kind, tool, hub: 'huggingface', id, target: id, revision: undefined, filename: undefined };
}
