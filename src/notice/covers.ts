import type { LicenseFact } from '../model/record.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { requiredSentences } from './credit.ts';

/** What a notice leaves out of what it must say of a model, in words; empty where it says all. */
export function missingFrom(
  notice: string | undefined,
  id: string,
  fact: LicenseFact,
  acts: readonly ProjectAct[] = [],
): readonly string[] {
  const text = plain(notice ?? '');
  if (!names(text, id)) return ['the model'];
  return requiredSentences(fact, acts)
    .filter(sentence => !text.includes(plain(sentence)))
    .map(sentence => `“${sentence}”`);
}

/** By its whole id, as a word: `bert` is not named by `bert-base`. */
function names(text: string, id: string): boolean {
  const wanted = plain(id);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`;
    const after = text[at + wanted.length + 1] ?? ' ';
    const isEnd = !/[\w-]/.test(around[1] ?? '') && !(around[1] === '.' && /\w/.test(after));
    if (isEnd && !/[\w.-]/.test(around[0] ?? '')) return true;
  }
  return false;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[“”"'’]/g, '"')
    .replaceAll('(c)', '©')
    .replaceAll(/\s+/g, ' ');
}
