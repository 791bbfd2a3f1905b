import type { Node } from 'web-tree-sitter';
import type { Expression } from '../model/syntax.ts';

type Read = (node: Node) => Expression;

/** The texts that `case "a" | "b":` lets through; none where it lets through others as well. */
export function caseValues(clause: Node, read: Read): readonly Expression[] {
  const patterns = patternsOf(clause);
  const texts = patterns.flatMap(pattern => pattern.descendantsOfType('string'));
  const isWhole = patterns.every(({ text }) =>
    /^\(?\s*(["'])[^"']*\1(\s*\|\s*(["'])[^"']*\3)*\s*\)?$/.test(text),
  );
  return isWhole ? texts.map(read) : [];
}

/** A name that a case gives to what is matched, or to what that has under a key. */
export interface Capture {
  readonly name: Node;
  readonly key?: Node;
}

/** `case str() as path:`, `case path:` and `case {"model": path}:`. */
export function capturesOf(clause: Node): readonly Capture[] {
  const [pattern, ...others] = patternsOf(clause);
  return pattern && others.length === 0 ? capturesIn(pattern) : [];
}

function patternsOf(clause: Node): readonly Node[] {
  return clause.namedChildren.filter(({ type }) => type === 'case_pattern');
}

function capturesIn(pattern: Node): readonly Capture[] {
  const [inner] = pattern.namedChildren;
  switch (inner?.type) {
    case 'as_pattern': {
      const name = inner.namedChildren.at(-1);
      return name?.type === 'identifier' ? [{ name }] : [];
    }
    case 'dotted_name':
      return inner.namedChildren.length === 1 ? [{ name: inner }] : [];
    case 'dict_pattern': {
      const keys = inner.childrenForFieldName('key');
      return inner.childrenForFieldName('value').flatMap((value, index) => {
        const key = keys[index];
        return key?.type === 'string' && value ? capturesIn(value).map(({ name }) => ({ name, key })) : [];
      });
    }
    default:
      return [];
  }
}
