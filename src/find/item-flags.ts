import { takenOf, together } from './choices.ts';
import type { GivenFlag } from './code-commands.ts';
import type { CodeWord } from './code-words.ts';
import { plainFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Place } from './place.ts';

/** Entries of one mapping that flags are made of, as far as anybody looks. */
const maxEntries = 200;

/** What a word of a command line names a flag with, and what that is given. */
interface FlagOfItem {
  readonly key: Place;
  readonly value: Place;
}

/**
 * The flags that a loop makes of a mapping's entries: `for key, value in options.items(): command.append(f"--{key}={value}")`,
 * and as two words, `[f"--{key}", value]`.
 */
export function itemFlags(evaluator: Evaluator, words: readonly CodeWord[]): readonly GivenFlag[] {
  return words
    .flatMap((word, index) => flagOfItem(word, words[index + 1]) ?? [])
    .flatMap(flag => flagsOfItems(evaluator, flag));
}

function flagOfItem(word: CodeWord, next: CodeWord | undefined): FlagOfItem | undefined {
  const [dashes, key, sign, value, ...others] = word;
  if (!key || !/^--?$/.test(textOf(dashes) ?? '') || textOf(key) !== undefined) return undefined;
  const given = sign ? (textOf(sign) === '=' && others.length === 0 ? value : undefined) : only(next);
  return given && { key, value: given };
}

function textOf(piece: Place | undefined): string | undefined {
  return piece?.expression.kind === 'string' ? piece.expression.value : undefined;
}

function only(word: CodeWord | undefined): Place | undefined {
  return word?.length === 1 ? word[0] : undefined;
}

/** Each key with what goes together with it. */
function flagsOfItems(evaluator: Evaluator, { key, value }: FlagOfItem): readonly GivenFlag[] {
  const keys = evaluator.follow(key).slice(0, maxEntries);
  const values = evaluator.follow(value).slice(0, maxEntries);
  return keys.flatMap(name => {
    const flag = textOf(name);
    if (flag === undefined) return [];
    const taken = takenOf(name.choices, key.choices);
    // What no entry ties to the key may be any flag's.
    const own = values.filter(one => {
      const other = takenOf(one.choices, value.choices);
      return [...taken.keys()].some(of => other.has(of)) && together(taken, other) !== undefined;
    });
    return own.map(one => ({ flag: plainFlag(flag), value: one }));
  });
}
