import type { Command, Word } from '../model/command.ts';
import { compareSpans } from '../model/source.ts';
import { type Excerpt, joinExcerpts, LineIndex, type MappedText } from './mapped-text.ts';
import { commandOfWords, readCommands } from './shell.ts';
import { Variables } from './shell-variables.ts';
import { makeWord } from './shell-words.ts';
import { readWordList } from './word-list.ts';

const maxLength = 1_000_000;
/** A longer folder was not written to be read. */
const longestFolder = 1_000;

/** One instruction: its name, and what follows it with comment lines left out. */
interface Instruction {
  readonly name: string;
  readonly body: readonly Excerpt[];
  /** The lines of its here-documents, with those that end them. */
  readonly documents: readonly Excerpt[];
  /** Those of one that is given to nothing: a script. */
  readonly script: readonly Excerpt[];
}

/**
 * The commands of a Dockerfile: RUN, CMD, ENTRYPOINT and HEALTHCHECK in both forms, ENV as assignments, ADD and COPY as
 * commands of that name in the folder of the image where it works, and a here-document that is copied as what no command
 * writes. What the image's entry point and its arguments make together is one command.
 */
export function readDockerfile(text: string): readonly Command[] {
  if (text.length > maxLength) return [];
  const reader = new DockerfileReader(text);
  for (const instruction of splitInstructions(text)) reader.read(instruction);
  reader.endStage();
  return reader.commands.toSorted((a, b) => compareSpans(a.span, b.span));
}

class DockerfileReader {
  readonly commands: Command[] = [];
  readonly #lines: LineIndex;
  readonly #globals = new Variables();
  #variables = this.#globals;
  #image: Word | undefined;
  /** Where the stage works; undefined while only the image that it starts from knows. */
  #folder: string | undefined;
  #entrypoint: readonly Command[] = [];
  #arguments: readonly Command[] = [];

  constructor(text: string) {
    this.#lines = new LineIndex(text);
  }

  read({ name, body, documents, script }: Instruction): void {
    const text = joinExcerpts(this.#lines, [...withoutFlags(body), ...documents]);
    switch (name) {
      case 'FROM':
        this.endStage();
        this.#variables = new Variables(this.#globals);
        this.#folder = undefined;
        this.#image = readCommands(text, this.#globals)[0]?.words[0];
        return;
      case 'ARG':
      case 'ENV':
        return this.#assign(text, body, name === 'ENV');
      case 'RUN':
        return this.#build(
          script.length > 0
            ? readCommands(joinExcerpts(this.#lines, script), this.#inner())
            : this.#run(text),
        );
      case 'ENTRYPOINT':
        this.#entrypoint = this.#run(text);
        return;
      case 'CMD':
        this.#arguments = this.#run(text);
        return;
      case 'HEALTHCHECK':
        this.commands.push(...this.#run(joinExcerpts(this.#lines, withoutFirstWord(withoutFlags(body)))));
        return;
      case 'WORKDIR':
        return this.#workIn(readCommands(text, this.#inner())[0]?.words[0]?.text);
      case 'ADD':
      case 'COPY':
        if (documents.length > 0) return this.#copy(text);
        return isFromStage(body) ? undefined : this.#put(name, text);
      case 'ONBUILD':
        return this.#onBuild({ name, body, documents, script });
    }
  }

  /** The container runs the entry point with the arguments behind it. */
  endStage(): void {
    const [entry, ...others] = this.#entrypoint;
    const [given, ...rest] = this.#arguments;
    const image = this.#image === undefined ? {} : { image: this.#image };
    if (entry !== undefined && given !== undefined) {
      this.commands.push({ ...entry, ...image, words: [...entry.words, ...given.words] });
    } else if (entry !== undefined) this.commands.push({ ...entry, ...image });
    else if (given !== undefined) this.commands.push({ ...given, ...image });
    this.commands.push(...others, ...rest);
    this.#entrypoint = [];
    this.#arguments = [];
    this.#image = undefined;
  }

  /** What a command sets ends with it. */
  #inner(): Variables {
    return new Variables(this.#variables);
  }

  #run(text: MappedText): readonly Command[] {
    if (!/^\s*\[/.test(text.text)) return readCommands(text, this.#inner());
    const words = readWordList(text);
    if (words === undefined) return readCommands(text, this.#inner());
    return commandOfWords(words, text.span(0, text.text.length));
  }

  #workIn(folder: string | undefined): void {
    const isRelative = folder?.startsWith('/') === false;
    const whole = isRelative && this.#folder !== undefined ? `${this.#folder}/${folder}` : folder;
    const isKnown = whole?.startsWith('/') === true && whole.length <= longestFolder;
    this.#folder = isKnown ? whole : undefined;
  }

  #put(name: string, text: MappedText): void {
    const [read] = this.#run(text);
    if (read === undefined) return;
    const program = makeWord([[{ text: name, span: read.span, trail: [] }]], read.span);
    const folder = this.#folder === undefined ? {} : { folder: this.#folder };
    this.#build([{ ...read, ...folder, words: [program, ...read.words] }]);
  }

  /** `COPY <<EOF /app/x.py` */
  #copy(text: MappedText): void {
    const [read] = readCommands(text, this.#inner());
    const output = read?.words.at(-1);
    if (read?.input === undefined || output === undefined) return;
    this.commands.push({ words: [], assignments: [], input: read.input, output, span: read.span });
  }

  #build(commands: readonly Command[]): void {
    this.commands.push(...commands.map(command => ({ ...command, isBuild: true as const })));
  }

  #assign(text: MappedText, body: readonly Excerpt[], isExported: boolean): void {
    // `ENV NAME the value`, the old form, has no `=` behind the name.
    const old = /^\s*(\w+)[ \t]+/.exec(text.text);
    const written = isExported && old ? joinExcerpts(this.#lines, withEquals(withoutFlags(body), old)) : text;
    for (const command of readCommands(written, this.#inner())) {
      const assignments = command.assignments.map(item => ({ ...item, isExported }));
      for (const { name, value } of assignments) this.#variables.set(name, value.values);
      if (isExported && assignments.length > 0) this.commands.push({ ...command, assignments });
    }
  }

  #onBuild({ body, ...instruction }: Instruction): void {
    const name = /^\s*(\w+)/.exec(body[0]?.text ?? '')?.[1]?.toUpperCase();
    if (name !== undefined && name !== 'ONBUILD' && name !== 'FROM') {
      this.read({ ...instruction, name, body: withoutFirstWord(body) });
    }
  }
}

/** Splits the file at its instructions. A line that ends with the escape character goes on in the next. */
function splitInstructions(text: string): readonly Instruction[] {
  const lines = [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({ line, index }));
  const continuation = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 200)) ? '`' : '\\';
  const instructions: Instruction[] = [];
  const ends = endsOf(lines);
  let at = 0;
  while (at < lines.length) {
    const start = /^\s*([A-Za-z]+)(?=\s)/.exec(lines[at]?.line ?? '');
    if (!start?.[1]) {
      at += 1;
      continue;
    }
    const body: Excerpt[] = [];
    let from = start[0].length;
    for (let goesOn = true; goesOn && at < lines.length; at += 1) {
      const { line, index } = lines[at] ?? { line: '', index: 0 };
      if (body.length > 0 && (/^\s*#/.test(line) || line.trim() === '')) continue;
      const content = line.trimEnd();
      goesOn = content.length > from && content.endsWith(continuation);
      body.push(...continued(content, index, from, goesOn));
      from = 0;
    }
    const { next, ...given } = documentsAt(lines, at, body, ends);
    at = next;
    instructions.push({ name: start[1].toUpperCase(), body, ...given });
  }
  return instructions;
}

/** The line as the shell shall see it: whatever stands before the line's end, a continuation is a backslash. */
function continued(content: string, index: number, from: number, goesOn: boolean): readonly Excerpt[] {
  const end = goesOn ? content.length - 1 : content.length;
  const text = content.slice(from, end);
  const excerpt = { text, offset: index + from, length: text.length };
  return goesOn ? [excerpt, { text: '\\\n', offset: index + end, length: 1 }] : [excerpt];
}

interface SourceLine {
  readonly line: string;
  readonly index: number;
}

/** Of each word the lines that it fills by itself, the next one last. */
type Ends = ReadonlyMap<string, number[]>;

function endsOf(lines: readonly SourceLine[]): Ends {
  const ends = new Map<string, number[]>();
  for (const [at, { line }] of [...lines.entries()].toReversed()) {
    const word = line.trim();
    const others = ends.get(word);
    if (others) others.push(at);
    else ends.set(word, [at]);
  }
  return ends;
}

/** The next line that a word fills. Nobody asks for those before it again. */
function endFrom(ends: Ends, word: string, from: number): number | undefined {
  const places = ends.get(word) ?? [];
  while ((places.at(-1) ?? from) < from) places.pop();
  return places.at(-1);
}

/** The here-documents that the instruction opens, each up to its end word. Of several, none is a script. */
function documentsAt(
  lines: readonly SourceLine[],
  start: number,
  body: readonly Excerpt[],
  ends: Ends,
): Pick<Instruction, 'documents' | 'script'> & { readonly next: number } {
  const opened = [...textOf(body).matchAll(/(?<!<)<<-?\s*(["']?)(\w+)\1/g)];
  let next = start;
  for (const { 2: word = '' } of opened) {
    const end = endFrom(ends, word, next);
    if (end !== undefined) next = end + 1;
  }
  const documents = lines.slice(start, next).map(({ line, index }) => excerptOf(line, index));
  const [first] = documents;
  if (first === undefined) return { documents: [], script: [], next };
  const isScript = /^<<-?\s*(["']?)\w+\1\s*$/.test(textOf(withoutFlags(body)));
  const lineEnd = excerptOf('\n', first.offset - 1);
  return { documents: [lineEnd, ...documents], script: isScript ? documents.slice(0, -1) : [], next };
}

function textOf(excerpts: readonly Excerpt[]): string {
  return excerpts.map(({ text }) => text).join('');
}

function excerptOf(text: string, offset: number): Excerpt {
  return { text, offset, length: text.length };
}

function withoutFirstWord([first, ...others]: readonly Excerpt[]): readonly Excerpt[] {
  return first === undefined ? [] : [skip(first, /^\s*\S+/.exec(first.text)?.[0].length ?? 0), ...others];
}

/** `RUN --mount=… command`: the flags speak to the builder. They may fill whole lines. */
function withoutFlags(body: readonly Excerpt[]): readonly Excerpt[] {
  const excerpts = [...body];
  for (let index = 0; index < excerpts.length; index += 1) {
    const excerpt = excerpts[index];
    if (excerpt === undefined) break;
    const flags = /^(?:\s*--[a-z][\w-]*(?:=\S*)?(?=\s|$))*\s*/.exec(excerpt.text)?.[0].length ?? 0;
    excerpts[index] = excerpt.text === '\\\n' ? { ...excerpt, text: '' } : skip(excerpt, flags);
    if (excerpt.text !== '\\\n' && flags < excerpt.text.length) break;
  }
  return excerpts;
}

/** `COPY --from=build`: what another stage made is no file of the repository. */
function isFromStage(body: readonly Excerpt[]): boolean {
  return /^\s*(?:--[\w-]+\S*\s+)*--from=/.test(textOf(body).replaceAll('\\\n', ' '));
}

function skip({ text, offset }: Excerpt, count: number): Excerpt {
  return { text: text.slice(count), offset: offset + count, length: text.length - count };
}

/** `NAME the value` read as `NAME="the value"`. */
function withEquals([first, ...others]: readonly Excerpt[], old: RegExpExecArray): readonly Excerpt[] {
  if (first === undefined) return [];
  const name = old[0].trimEnd().length;
  const head = { ...first, text: first.text.slice(0, name), length: name };
  const isQuoted = /["'\\]/.test(first.text);
  const mark = { text: isQuoted ? '=' : '="', offset: first.offset + name, length: 1 };
  const value = skip(first, old[0].length);
  const end = { text: isQuoted ? '' : '"', offset: value.offset + value.length, length: 0 };
  return [head, mark, value, ...others, end];
}
