import { type Command, slicePiece, textOf, type Word, type WordValue } from '../model/command.ts';
import { codeOption, programName, pythonPlace, pythonWords } from '../model/program-name.ts';
import { type InnerText, innerText } from './inner-text.ts';
import { makeWord } from './shell-words.ts';

/** Code that the commands of a file hold, as text of its own. */
export interface CommandCode {
  readonly text: InnerText;
  /** True where a Dockerfile runs it as the image is built. */
  readonly isBuild: boolean;
}

/** More was not written by a person. */
const maxTexts = 400;
const maxLength = 1_000_000;

/**
 * The Python that commands give to its interpreter, by `-c` or on its standard input, and that they write to a file. A
 * word with several values is as many texts.
 */
export function codeIn(commands: readonly Command[]): {
  readonly code: readonly CommandCode[];
  /** Whether there is more of it than is read. */
  readonly isCut: boolean;
} {
  const code: CommandCode[] = [];
  let length = 0;
  for (const command of commands) {
    for (const text of textsIn(command)) {
      length += text.text.length;
      if (code.length >= maxTexts || length > maxLength) return { code, isCut: true };
      code.push({ text, isBuild: command.isBuild === true && writtenCode(command) === undefined });
    }
  }
  return { code, isCut: false };
}

function textsIn(command: Command): readonly InnerText[] {
  const written = writtenCode(command);
  const given = written ? { word: written, from: 0 } : givenCode(command);
  if (given === undefined) return [];
  const { word, from } = given;
  return word.values
    .filter(value => /[^\s\0]/.test(textOf(value)))
    .map(value => innerText(value, word.span, from));
}

interface GivenCode {
  readonly word: Word;
  readonly from: number;
}

/** `python -c CODE`, `python - <<EOF`, whatever stands around it. */
function givenCode({ words, input }: Command): GivenCode | undefined {
  const start = pythonPlace(words);
  if (start < 0) return undefined;
  const [, first, second] = pythonWords(words.slice(start));
  const option = first && textOf(first.values[0] ?? []);
  if (option === undefined || option === '-' || option === '/dev/stdin')
    return input && { word: input, from: 0 };
  if (!codeOption.test(option)) return undefined;
  // The code may follow the option in the same word.
  if (first && option.startsWith('-c') && option.length > 2) return { word: first, from: 2 };
  return second && { word: second, from: 0 };
}

/** What a command writes to a file of Python: it is there to be run. */
function writtenCode(command: Command): Word | undefined {
  const text = printedText(command);
  const isCode = filesOf(command).some(({ values }) => values.some(value => textOf(value).endsWith('.py')));
  return isCode ? text : undefined;
}

function filesOf({ words, output }: Command): readonly Word[] {
  const named = nameOf(words) === 'tee' ? words.slice(1) : [];
  return output ? [...named, output] : named;
}

/** The text that a command prints, or writes, as the file has it. */
export function printedText({ words, input }: Command): Word | undefined {
  switch (nameOf(words)) {
    // `COPY <<EOF /app/x.py` runs nothing.
    case undefined:
    case 'tee':
      return input;
    case 'cat':
      return words.every((word, index) => index === 0 || word.text === '-') ? input : undefined;
    case 'echo':
    case 'printf':
      return echoed(words);
    default:
      return undefined;
  }
}

function echoed(words: readonly Word[]): Word | undefined {
  const given = words.slice(1);
  const [only, ...others] = given.filter(({ text }) => text?.startsWith('-') !== true);
  if (!only || others.length > 0) return undefined;
  const isBroken = nameOf(words) === 'printf' || given.some(({ text }) => /^-[nE]*e/.test(text ?? ''));
  const values = only.values.map(value => (isBroken || breaksLines(textOf(value)) ? broken(value) : value));
  return makeWord(values, only.span);
}

/** Behind `sudo` stands the program. */
function nameOf(words: readonly Word[]): string | undefined {
  const name = programName(words[0]);
  return name === 'sudo' ? programName(words[1]) : name;
}

/** Texts of Python; of one that nothing closes in its line the last group is empty. */
const quoted = /("""|''')[\s\S]*?(?:\1|$)|(["'])(?:\\.|(?!\2)[^\\\n])*(\2?)/g;

/**
 * Whether a text is written for a shell whose `echo` breaks the line at `\n`: some do, some print it as it is, which is
 * Python in quotes only.
 */
function breaksLines(text: string): boolean {
  if (!text.includes('\\n')) return false;
  const code = text.replaceAll(quoted, (found: string, _, __, end?: string) => (end === '' ? found : ''));
  return code.includes('\\n');
}

function broken(value: WordValue): WordValue {
  return value.flatMap(piece => {
    if (!piece.text.includes('\\')) return piece;
    return [...piece.text.matchAll(/\\[\\n]|(?:(?!\\[\\n])[\s\S])+/g)].map(({ 0: text, index }) => {
      const part = slicePiece(piece, index, index + text.length);
      const read = text === '\\n' ? '\n' : text === '\\\\' ? '\\' : text;
      return { ...part, text: read };
    });
  });
}
