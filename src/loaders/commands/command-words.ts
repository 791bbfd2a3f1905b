import {
  isKnown,
  sliceValue,
  textOf,
  unknownText,
  type Word,
  type WordSlice,
  type WordValue,
} from '../../model/command.ts';
import type { WordPlace } from './tool.ts';

/** A word given to a program, or the part of it behind `--option=`. */
export interface GivenWord {
  /** The option it belongs to; undefined for a word of its own. */
  readonly option: string | undefined;
  readonly word: Word;
  readonly value: WordValue;
  /** Where in the value's text it starts. */
  readonly from: number;
}

/** `--model`, and `--{key}`, of which only the run knows which it is. */
const optionName = new RegExp(`^(?:--?[A-Za-z]|--${unknownText})[\\w.${unknownText}-]*`);

/** What a program is given, each word with the option before it. A word has as many entries as it has values. */
export function givenWords(words: readonly Word[], switches: readonly string[] = []): readonly GivenWord[] {
  const given: GivenWord[] = [];
  let option: string | undefined;
  for (const word of words) {
    const written = word.text ?? textOf(word.values[0] ?? []);
    const name = optionName.exec(written)?.[0];
    if (name !== undefined) {
      const isWhole = name.length === written.length;
      if (written[name.length] === '=') {
        given.push(...word.values.map(value => ({ option: name, word, value, from: name.length + 1 })));
      }
      option = isWhole && !switches.includes(name) ? name : undefined;
    } else {
      given.push(...word.values.map(value => ({ option, word, value, from: 0 })));
      option = undefined;
    }
  }
  return given;
}

/** What a script is given: of an option that takes several words, each of them. */
export function scriptWords(words: readonly Word[]): readonly GivenWord[] {
  const given: GivenWord[] = [];
  let option: string | undefined;
  for (const place of givenWords(words)) {
    option = place.option ?? option;
    given.push({ ...place, option });
  }
  return given;
}

/** The words at a place: those of its options, or else those at its position. */
export function wordsAt(given: readonly GivenWord[], place: WordPlace | undefined): readonly GivenWord[] {
  if (place === undefined) return [];
  const named = given.filter(
    ({ option }) => option !== undefined && place.options?.includes(option) === true,
  );
  if (named.length > 0 || place.position === undefined) return named;
  const free = given.filter(({ option }) => option === undefined);
  const wanted = [...new Set(free.map(({ word }) => word))][place.position];
  return free.filter(({ word }) => word === wanted);
}

export function textOfGiven({ value, from }: GivenWord): string {
  return textOf(value).slice(from);
}

/** The one known text at a place. */
export function textAt(given: readonly GivenWord[], place: WordPlace | undefined): string | undefined {
  const [only, ...others] = wordsAt(given, place);
  const text = only === undefined || others.length > 0 ? undefined : textOfGiven(only);
  return text !== undefined && isKnown(text) ? text : undefined;
}

/** A stretch of the given text and where it is written. */
export function sliceGiven({ value, word, from }: GivenWord, start: number, end: number): WordSlice {
  return sliceValue(value, word.span, from + start, from + end);
}
