import type { Ancestor, Background, Dataset } from '../model/background.ts';
import { licenseWords, relationWords } from '../report/words.ts';
import { plain } from './markdown.ts';

/** Base models and how far up they are followed, and data sets: each with its license, as cells of a Markdown table. */

const shown = 3;
const longestChain = 4;

/** `quantized from a/b (mit) ← finetune of c/d (apache-2.0)`. */
export function lineageCell({ ancestors, cut }: Background): string {
  const own = ancestors.filter(({ depth }) => depth === 1);
  if (own.length === 0) return '';
  const chains = own.slice(0, shown).map(first => chainFrom(first, ancestors).join(' ← '));
  const rest = own.length - shown;
  const end = cut === undefined ? '' : ` (not followed further: ${plain(cut)})`;
  return chains.join('; ') + (rest > 0 ? ` and ${rest} more` : '') + end;
}

function chainFrom(first: Ancestor, ancestors: readonly Ancestor[]): readonly string[] {
  const words: string[] = [];
  for (let step: Ancestor | undefined = first; step !== undefined; step = nextOf(step, ancestors)) {
    if (words.length === longestChain) return [...words, '…'];
    words.push(ancestorWords(step));
  }
  return words;
}

function nextOf({ id }: Ancestor, ancestors: readonly Ancestor[]): Ancestor | undefined {
  return ancestors.find(({ of }) => of === id);
}

function ancestorWords({ id, relation, lookup }: Ancestor): string {
  const license = lookup.state === 'found' ? licenseWords(lookup.record) : 'not known';
  return `${relation === undefined ? '' : `${relationWords[relation]} `}${plain(id, 60)} (${plain(license, 40)})`;
}

export function datasetsCell({ datasets }: Background): string {
  const rest = datasets.length - shown;
  return datasets.slice(0, shown).map(datasetWords).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function datasetWords({ id, lookup }: Dataset): string {
  const license = lookup.state === 'found' ? ` (${plain(licenseWords(lookup.record), 40)})` : '';
  return plain(id, 60) + license;
}
