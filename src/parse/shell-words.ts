import type {
  CommandExpansionPart,
  HereDoc,
  ParameterExpansionPart,
  Word as WordNode,
  WordPart,
} from 'unbash';
import {
  isKnown,
  isVerbatim,
  slicePiece,
  textOf,
  type Word,
  type WordPiece,
  type WordValue,
} from '../model/command.ts';
import { escapedExcerpts, type MappedText } from './mapped-text.ts';
import { combine, isKnownValue, unknownValue, usedAt, Variables } from './shell-variables.ts';

/** A piece while words are read. At a break an unquoted variable ends one word and starts the next. */
interface DraftPiece extends WordPiece {
  readonly isBreak?: boolean;
}
type DraftValue = readonly DraftPiece[];

/** Reads the words of a shell: quotes, escapes, and variables whose values the script gives. */
export class WordReader {
  readonly #source: MappedText;
  readonly #variables: Variables;

  constructor(source: MappedText, variables: Variables) {
    this.#source = source;
    this.#variables = variables;
  }

  /** The words that one word of the source stands for: an unquoted variable may hold several. */
  read(node: WordNode): readonly Word[] {
    const values = this.#values(node);
    const span = this.#inside(node);
    const [only] = values;
    if (values.length > 1 || only === undefined || !only.some(piece => piece.isBreak === true)) {
      return [makeWord(values.map(withoutBreaks), span)];
    }
    return atBreaks(only).map(value => makeWord([value], span));
  }

  /** The word as one text, whatever spaces are in it: what an assignment takes. */
  readWhole(node: WordNode): Word {
    return makeWord(this.#values(node).map(withoutBreaks), this.#inside(node));
  }

  /** All from one of the source's characters on, as it stands. */
  readRest(from: number): Word {
    const { text } = this.#source;
    const value = this.#literal(text.slice(from), from, text.length);
    return makeWord([value], this.#source.span(from, text.length));
  }

  /** A here-document as the program behind it gets it. */
  readDocument({ operator, delimiter, body }: HereDoc): Word {
    const { pos, text, parts } = body;
    const end = pos + text.length;
    const plain = delimiter?.quoted === true ? text : text.replaceAll(/\\([$`\\\n])/g, unescaped);
    const values = parts ? this.#combined(parts, pos, end, true) : [this.#literal(plain, pos, end)];
    const indented = operator === '<<-' ? values.map(withoutTabs) : values;
    return makeWord(indented.map(withoutBreaks), this.#source.span(pos, end));
  }

  #inside({ pos, end, parts }: WordNode): Word['span'] {
    const [only] = parts ?? [];
    if (parts?.length !== 1 || only === undefined) return this.#source.span(pos, end);
    if (only.type === 'SingleQuoted' || only.type === 'DoubleQuoted') {
      return this.#source.span(pos + 1, Math.max(pos + 1, end - 1));
    }
    return this.#source.span(pos, end);
  }

  #values({ parts, value, pos, end }: WordNode): readonly DraftValue[] {
    if (parts === undefined) return [this.#literal(value, pos, end)];
    return this.#combined(parts, pos, end, false);
  }

  #combined(parts: readonly WordPart[], pos: number, end: number, isQuoted: boolean): readonly DraftValue[] {
    return (
      combine(
        parts.map(part => this.#part(part, isQuoted)),
        end - pos,
      ) ?? [this.#unknown(pos, end)]
    );
  }

  #part(part: WordPart, isQuoted: boolean): readonly DraftValue[] {
    switch (part.type) {
      case 'Literal':
      case 'Glob':
        return [this.#literal(part.value, part.pos, part.end)];
      case 'SingleQuoted':
        return [this.#literal(part.value, part.pos + 1, part.end - 1)];
      case 'AnsiCQuoted':
        return [this.#escaped(part.value, part.pos + 2, part.end - 1)];
      case 'DoubleQuoted':
      case 'LocaleString':
        return this.#combined(part.parts, part.pos, part.end, true);
      case 'SimpleExpansion':
        return this.#variable(part.text.slice(1), part.pos, part.end, isQuoted);
      case 'ParameterExpansion':
        return this.#parameter(part, isQuoted);
      case 'CommandExpansion':
        return this.#printed(part);
      default:
        return [this.#unknown(part.pos, part.end)];
    }
  }

  /** `$(cat <<EOF …)` is the document. */
  #printed({ script, pos, end }: CommandExpansionPart): readonly DraftValue[] {
    const [only, ...others] = script?.commands ?? [];
    const command = only?.command.type === 'Command' && others.length === 0 ? only.command : undefined;
    const [document] = command?.redirects ?? [];
    const isCat = command?.name?.value === 'cat' && command.suffix.length === 1;
    if (!isCat || document?.type !== 'HereDoc') return [this.#unknown(pos, end)];
    return this.readDocument(document).values.map(withoutLastLine);
  }

  #parameter(part: ParameterExpansionPart, isQuoted: boolean): readonly DraftValue[] {
    const { parameter, prefix, operation, pos, end } = part;
    if (prefix !== undefined) return [this.#unknown(pos, end)];
    if (operation === undefined) return this.#variable(parameter, pos, end, isQuoted);
    if (operation.type !== 'Default') return [this.#unknown(pos, end)];
    const isSet = (this.#variables.get(parameter)?.length ?? 0) > 0;
    if (operation.operator.endsWith('?')) return this.#variable(parameter, pos, end, isQuoted);
    if (isSet && !operation.operator.endsWith('+')) return this.#variable(parameter, pos, end, isQuoted);
    const values = this.#values(operation.operand);
    if (operation.operator.endsWith('=')) this.#variables.set(parameter, values);
    return values;
  }

  #variable(name: string, pos: number, end: number, isQuoted: boolean): readonly DraftValue[] {
    const values = this.#variables.get(name);
    if (values === undefined || values.length === 0) return [this.#unknown(pos, end)];
    const pieces = values.reduce((sum, value) => sum + value.length, 0);
    if (!this.#variables.spend(pieces)) return [this.#unknown(pos, end)];
    const used = usedAt(values, this.#source.span(pos, end));
    return isQuoted ? used : used.map(splitAtSpaces);
  }

  #unknown(pos: number, end: number): DraftValue {
    return unknownValue(this.#source.span(pos, end));
  }

  /** One piece per line and none with an escape in it, so that each piece can be placed by counting characters. */
  #literal(value: string, pos: number, end: number): DraftValue {
    const runs = verbatimRuns(value, this.#source.text.slice(pos, end));
    if (runs === undefined) return [{ text: value, span: this.#source.span(pos, end), trail: [] }];
    return runs.flatMap(({ text, at }) => this.#pieces(text, pos + at));
  }

  /** Between `$'` and `'`. */
  #escaped(value: string, pos: number, end: number): DraftValue {
    const escapes = /\\(?:x[\da-fA-F]{1,2}|u[\da-fA-F]{1,4}|U[\da-fA-F]{1,8}|[0-7]{1,3}|c[\s\S]|[\s\S])/g;
    const parts = escapedExcerpts(value, this.#source.text.slice(pos, end), escapes);
    return parts.flatMap(({ text, offset, length }) =>
      text.length === length
        ? this.#literal(text, pos + offset, pos + offset + length)
        : { text, span: this.#source.span(pos + offset, pos + offset + length), trail: [] },
    );
  }

  /** Where the text was itself taken out of quotes or a folded block, its parts have places of their own. */
  #pieces(text: string, at: number, [next, ...others] = smallerParts): DraftValue {
    const piece = { text, span: this.#source.span(at, at + text.length), trail: [] };
    if (next === undefined || isVerbatim(piece) || /^\s*$/.test(text)) return [piece];
    return [...text.matchAll(next)].flatMap(({ 0: part, index }) => this.#pieces(part, at + index, others));
  }
}

/** What stands behind the indentation, the words of that, and what is in them. */
const smallerParts: readonly RegExp[] = [/^\s+|\S[\s\S]*/g, /\s+|\S+/g, /[\w./-]+|[^\w./-]/g];

/** A text that no shell reads, from one of its characters on. */
export function wordOfText(source: MappedText, from = 0): Word {
  return new WordReader(source, new Variables()).readRest(from);
}

interface Run {
  readonly text: string;
  readonly at: number;
}

/** The stretches of the value that stand in the source as they read; undefined where an escape means another text. */
function verbatimRuns(value: string, source: string): readonly Run[] | undefined {
  const isPlain = value === source;
  const runs: Run[] = [];
  let start = 0;
  let done = 0;
  let at = 0;
  const cut = (next: number): void => {
    if (at > start) runs.push({ text: source.slice(start, at), at: start });
    done += at - start;
    start = next;
    at = next;
  };
  while (at < source.length) {
    const escaped = source[at] === '\\' && !isPlain ? source[at + 1] : undefined;
    if (escaped === '\n') cut(at + 2);
    else if (
      escaped !== undefined &&
      value[done + at - start] === escaped &&
      !sameNext(value, done + at - start, source, at)
    ) {
      cut(at + 1);
      at += 1;
    } else {
      if (source[at] === '\n') {
        cut(at);
        at += 1;
        cut(at);
      } else at += 1;
    }
  }
  cut(at);
  return runs.map(({ text }) => text).join('') === value ? runs : undefined;
}

/** Whether the backslash itself is part of the text, as it is in front of most letters between double quotes. */
function sameNext(value: string, at: number, source: string, from: number): boolean {
  return value[at] === '\\' && value[at + 1] === source[from + 1] && source[from + 1] !== '\\';
}

export function makeWord(values: readonly WordValue[], span: Word['span']): Word {
  const known = values.filter(isKnownValue);
  const kept = known.length > 0 ? known : [values[0] ?? unknownValue(span)];
  const [first] = kept;
  const text = kept.length === 1 && first !== undefined ? textOf(first) : undefined;
  return { text: text !== undefined && isKnown(text) ? text : undefined, span, values: kept };
}

function splitAtSpaces(value: WordValue): DraftValue {
  return value.flatMap(piece => {
    if (!/\s/.test(piece.text)) return piece;
    return [...piece.text.matchAll(/\s+|\S+/g)].map(({ 0: text, index }) => ({
      ...slicePiece(piece, index, index + text.length),
      isBreak: /^\s/.test(text),
    }));
  });
}

function atBreaks(value: DraftValue): readonly WordValue[] {
  const words: DraftPiece[][] = [];
  let isInside = false;
  for (const piece of value) {
    if (piece.isBreak === true) isInside = false;
    else if (isInside) words.at(-1)?.push(piece);
    else {
      words.push([piece]);
      isInside = true;
    }
  }
  return words.map(withoutBreaks);
}

function unescaped(_whole: string, letter: string): string {
  return letter === '\n' ? '' : letter;
}

/** `<<-` takes the tabs away that lines start with. */
function withoutTabs(value: DraftValue): DraftValue {
  let isStart = true;
  return value.map(piece => {
    const tabs = isStart ? (/^\t*/.exec(piece.text)?.[0].length ?? 0) : 0;
    isStart = piece.text.endsWith('\n') || (isStart && tabs === piece.text.length);
    return tabs === 0 ? piece : slicePiece(piece, tabs, piece.text.length);
  });
}

/** What a substitution gives has no line feeds at its end. */
function withoutLastLine(value: DraftValue): DraftValue {
  const last = value.findLastIndex(({ text }) => text !== '\n');
  return value.slice(0, last + 1);
}

function withoutBreaks(value: DraftValue): WordValue {
  return value.map(({ text, span, trail }) => ({ text, span, trail }));
}
