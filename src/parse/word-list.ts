import { type Node, parseTree } from 'jsonc-parser';
import type { Word } from '../model/command.ts';
import { escapedExcerpts, type MappedText } from './mapped-text.ts';
import { makeWord } from './shell-words.ts';

const escapes = /\\(?:u[\da-fA-F]{4}|.)/g;

/** `["program", "argument"]` as words; undefined when it is no list of texts. */
export function readWordList(source: MappedText): readonly Word[] | undefined {
  // A line's continuation is white space here.
  const text = source.text.replaceAll('\\\n', ' \n');
  const list = readJson(text);
  if (list?.type !== 'array') return undefined;
  const items = list.children ?? [];
  if (items.some(item => item.type !== 'string')) return undefined;
  return items.map(({ value, offset, length }) => {
    const [start, end] = [offset + 1, offset + length - 1];
    const parts = escapedExcerpts(String(value), text.slice(start, end), escapes);
    const pieces = parts.map(part => ({
      text: part.text,
      span: source.span(start + part.offset, start + part.offset + part.length),
      trail: [],
    }));
    return makeWord([pieces], source.span(start, end));
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
