import { type Node, parseTree } from 'jsonc-parser';
import type { Word } from '../model/command.ts';
import type { MappedText } from './mapped-text.ts';
import { makeWord } from './shell-words.ts';

/** `["program", "argument"]` as words; undefined when it is no list of texts. */
export function readWordList(source: MappedText): readonly Word[] | undefined {
  // A line's continuation is white space here.
  const text = source.text.replaceAll('\\\n', ' \n');
  const list = readJson(text);
  if (list?.type !== 'array') return undefined;
  const items = list.children ?? [];
  if (items.some(item => item.type !== 'string')) return undefined;
  return items.map(({ value, offset, length }) => {
    const span = source.span(offset + 1, offset + length - 1);
    return makeWord([[{ text: String(value), span, trail: [] }]], span);
  });
}

function readJson(text: string): Node | undefined {
  try {
    return parseTree(text, [], { disallowComments: true });
  } catch {
    // The parser recurses: what is nested deeper than the stack is no list of words.
    return undefined;
  }
}
