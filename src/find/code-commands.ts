import { scriptWords } from '../loaders/commands/command-words.ts';
import { readScript } from '../loaders/commands/invocation.ts';
import { unknownText, type Word } from '../model/command.ts';
import { plainSpan } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import { type CodeWord, wordsOf } from './code-words.ts';
import { argumentLists, commandTexts } from './command-texts.ts';
import { type CommandScript, plainFlag, positionFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import { itemFlags } from './item-flags.ts';
import type { Module } from './module.ts';
import { lastNameOf } from './module-path.ts';
import { lastName } from './names.ts';
import { openedPath } from './opened-path.ts';
import { at, type Place, placeOf } from './place.ts';

/** A value that a command line gives to a flag. */
export interface GivenFlag {
  /** `model_name` for `--model-name`, `#0` for the first word before any flag. */
  readonly flag: string;
  readonly value: Place;
}

/** What a command line that code writes gives to a script. */
interface CodeFlag extends GivenFlag {
  /** Undefined where the words stand in the place of `sys.argv`, which the file reads, or whatever it imports. */
  readonly script: CommandScript | undefined;
  /** Their first one, the name that the program has by them. */
  readonly program?: string | undefined;
}

/** The values that command lines in Python code give to a script of the repository, under any of the names. */
export function codeFlagValues(
  evaluator: Evaluator,
  script: string,
  names: ReadonlySet<string>,
): readonly GivenFlag[] {
  // Each of a script's flags is asked for, in many places, and each answer takes a look into every file that starts scripts.
  return codeFlags(evaluator, script)
    .filter(({ flag }) => names.has(flag))
    .flatMap(({ flag, value }) => evaluator.follow(value).map(end => ({ flag, value: end })));
}

/** Everything that command lines in Python code give to a script. */
export function codeFlags(evaluator: Evaluator, script: string): readonly GivenFlag[] {
  return evaluator.rememberedOf(evaluator.program, script, 'given', () => flagsGivenTo(evaluator, script));
}

function flagsGivenTo(evaluator: Evaluator, script: string): readonly GivenFlag[] {
  const { program } = evaluator;
  return program.commands.starters(script).flatMap(file => {
    const module = program.needed(file);
    if (!module) return [];
    return flagsIn(evaluator, module).filter(one =>
      one.script
        ? program.commands.scriptFile(one.script, module) === script
        : isHandedTo(evaluator, file, script, one.program),
    );
  });
}

/**
 * Whether a file or a script that it imports is one that reads its words: that of the program's name, which may leave it to
 * what that imports, or each where none has the name.
 */
function isHandedTo({ program }: Evaluator, file: string, script: string, name: string | undefined): boolean {
  const readers = [file, ...program.importedBy(file)];
  const named = readers.filter(one => name !== undefined && lastNameOf(one) === lastNameOf(name));
  const meant = named.length > 0 ? named.flatMap(one => [one, ...program.importedBy(one)]) : readers;
  return meant.includes(script);
}

function flagsIn(evaluator: Evaluator, module: Module): readonly CodeFlag[] {
  return evaluator.remembered('commands', module, () => [
    ...commandTexts(module).flatMap(text => flagsOfCommand(evaluator, placeOf(text, module))),
    ...argumentLists(module).flatMap(list => handedFlags(evaluator, placeOf(list, module))),
  ]);
}

/** The first word is the program's own name. */
function handedFlags(evaluator: Evaluator, list: Place): readonly CodeFlag[] {
  const [program, ...words] = wordsOf(evaluator, list);
  const written = writtenWords(words);
  const name = program && plainWord(program).text;
  return [...givenFlags([...written.keys()], written), ...itemFlags(evaluator, words)].map(given => ({
    ...given,
    script: undefined,
    program: name,
  }));
}

function flagsOfCommand(evaluator: Evaluator, command: Place): readonly CodeFlag[] {
  const words = wordsOf(evaluator, command);
  const written = new Map(words.map((word, index) => [commandWord(evaluator, word, words[index - 1]), word]));
  const all = [...written.keys()];
  // `NAME=value` before the program.
  const plain = all.slice(
    Math.max(
      0,
      all.findIndex(({ text }) => text === undefined || !/^\w+=/.test(text)),
    ),
  );
  const started = readScript(plain) ?? bareScript(plain);
  if (!started) return [];
  const { paths, isModule, rest } = started;
  const given = [...givenFlags(rest, written), ...itemFlags(evaluator, words)];
  return given.flatMap(({ flag, value }) =>
    paths.map(path => ({ script: { path, isModule, flag, position: undefined }, flag, value })),
  );
}

/** The values that a list of words, which a parser is handed in code, gives to its flags: `parse_args(["--model", name])`. */
export function handedValues(evaluator: Evaluator, list: Place, names: readonly string[]): readonly Place[] {
  return handedWords(evaluator, list)
    .filter(({ flag }) => names.includes(flag))
    .flatMap(({ value }) => evaluator.follow(value));
}

/** The flags that stand in such a list, each with what stands behind it. */
export function handedWords(evaluator: Evaluator, list: Place): readonly GivenFlag[] {
  const written = writtenWords(wordsOf(evaluator, list));
  return givenFlags([...written.keys()], written);
}

/** The words of a command line in code as a shell's, each with what it is made of. */
export type Written = ReadonlyMap<Word, CodeWord>;

export function writtenWords(words: readonly CodeWord[]): Written {
  return new Map(words.map(word => [plainWord(word), word]));
}

function givenFlags(words: readonly Word[], written: Written): readonly GivenFlag[] {
  return scriptWords(words).flatMap(({ option, word, from }, index) => {
    // Hydra and its like take `model.name=ID`.
    const [start = '', key] = (option === undefined && overrideWord.exec(word.text ?? '')) || [];
    const value = valueFrom(written.get(word) ?? [], from + start.length);
    // The words before any option come first.
    const flag = key ?? (option === undefined ? positionFlag(index) : plainFlag(option));
    return value && flag !== undefined ? [{ flag, value }] : [];
  });
}

const overrideWord = /^\+{0,2}([\w.]+)=/;

/** What starts the script nobody can tell: only the script's name, and what follows it. */
function bareScript(words: readonly Word[]): ReturnType<typeof readScript> {
  const index = words.findIndex(({ text }) => text?.endsWith('.py') === true);
  return index < 0 ? undefined : readScript(words.slice(index));
}

/** Only what is put in, or a folder and a name that are: `{folder}/{script}`. */
const heldPath = new RegExp(`^${unknownText}(/${unknownText})?$`);

/** As `plainWord`; what names a script is followed: `-m package.{worker}`, `{name}.py`. */
function commandWord(evaluator: Evaluator, word: CodeWord, before: CodeWord | undefined): Word {
  const plain = plainWord(word);
  // A word that is only put in names a script where one may stand.
  const previous = before?.map(pieceText).join('') ?? 'python';
  const isHeld = heldPath.test(plain.text ?? '') && /(^|\/)python[\d.]*$/.test(previous);
  const namesScript = previous === '-m' || plain.text?.endsWith('.py') === true || isHeld;
  const whole = namesScript && plain.text?.includes(unknownText) === true ? sumOf(word) : undefined;
  const followed = whole ? evaluator.texts(whole).values.map(({ text }) => text) : [];
  const held = isHeld ? followed.filter(text => text.endsWith('.py')) : followed;
  const texts = held.length === 0 && whole && isHeld ? scriptBehindFolder(evaluator, whole) : held;
  if (texts.length === 0) return plain;
  const { span } = plain;
  return {
    text: texts.length === 1 ? texts[0] : undefined,
    span,
    values: [...new Set(texts)].map(text => [{ text, span, trail: [] }]),
  };
}

/** `str(folder / "train.py")`, where only the run knows the folder. */
function scriptBehindFolder(evaluator: Evaluator, word: Place): readonly string[] {
  const path = word.expression.kind === 'call' ? openedPath(evaluator, word) : undefined;
  return path?.endsWith('.py') === true ? [path] : [];
}

/** A word as a shell's: what is put between its texts is not known. */
function plainWord(word: CodeWord): Word {
  const text = word.map(pieceText).join('');
  const span = word[0]?.expression.span ?? { start: origin, end: origin };
  return { text, span, values: [[{ text, span, trail: [] }]] };
}

const origin = { line: 0, character: 0 };

function pieceText({ expression }: Place): string {
  if (expression.kind === 'string') return expression.value;
  // `sys.executable` is Python.
  return lastName(expression) === 'executable' ? 'python' : unknownText;
}

/** What a word is from one of its characters on: behind `--model=`, or all of it. */
export function valueFrom(word: CodeWord, from: number): Place | undefined {
  const [first, ...others] = word;
  if (!first) return undefined;
  const { expression } = first;
  if (from === 0) return others.length === 0 ? first : sumOf(word);
  if (expression.kind !== 'string') return undefined;
  const rest = expression.value.slice(from);
  const { start } = expression.span;
  const span = {
    ...plainSpan(expression.span),
    start: { line: start.line, character: start.character + from },
  };
  return sumOf([...(rest === '' ? [] : [at(first, { kind: 'string', value: rest, span })]), ...others]);
}

/** Pieces that stand side by side are one text, where one file wrote them. */
function sumOf(pieces: readonly Place[]): Place | undefined {
  const [first, ...others] = pieces;
  if (!first || others.length === 0) return first;
  if (others.some(({ module, frame }) => module !== first.module || frame !== first.frame)) return undefined;
  const parts: readonly Expression[] = pieces.map(({ expression }) => expression);
  return at(first, { kind: 'concat', parts, span: first.expression.span });
}
