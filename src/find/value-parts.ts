import type { Expression } from '../model/syntax.ts';

/** What a value is put together from: the pieces of a text, the items of a list, what it may be one of. */
export function partsOfValue(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'concat':
      return value.parts;
    case 'choice':
      return value.options;
    case 'list':
      return value.items;
    case 'each':
      return [value.item];
    case 'record':
      return value.entries.map(entry => entry.value);
    default:
      return [];
  }
}
