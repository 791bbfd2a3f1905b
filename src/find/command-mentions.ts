import { huggingFace } from '../loaders/loader.ts';
import type { Command, Word } from '../model/command.ts';
import type { ModelReference } from '../model/reference.ts';
import { type IsKnownId, mention } from './mentions.ts';

/** What the shell compares texts with. */
const comparing = /^(?:\[|test)$/;
const comparison = /^(?:==?|!=)$/;

/** Known ids that a script compares something with: `if [ "$MODEL" == "owner/name" ]`. */
export function findCommandMentions(
  file: string,
  commands: readonly Command[],
  isKnownId: IsKnownId,
): readonly ModelReference[] {
  return commands.flatMap(({ words: [program, ...words] }) => {
    const isComparing =
      comparing.test(program?.text ?? '') && words.some(({ text }) => comparison.test(text ?? ''));
    return isComparing ? words.flatMap(word => mentionIn(word, file, isKnownId)) : [];
  });
}

/** A word that is written out there: what a variable stands for is named where it got that. */
function mentionIn({ values }: Word, file: string, isKnownId: IsKnownId): readonly ModelReference[] {
  const [[piece, ...more] = [], ...others] = values;
  if (!piece || more.length + others.length + piece.trail.length > 0 || !piece.text.includes('/')) return [];
  const target = isKnownId(piece.text) ? huggingFace(piece.text) : undefined;
  return target ? [mention({ kind: 'string', value: piece.text, span: piece.span }, target, file)] : [];
}
