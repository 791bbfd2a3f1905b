import type { LicenseFact } from '../model/record.ts';

/** Longer texts hold more than a license. */
const longestText = 100_000;
const longestTitle = 80;

/** Annexes of a license, which say nothing without it. */
const annex = /acceptable use policy|prohibited uses?|usage policy/i;

/**
 * The license of a hub that gives texts instead of ids; none where it gives no text. What a text grants is for those who
 * read it to say.
 */
export function licenseOfText(texts: readonly string[], link: string | undefined): LicenseFact {
  if (texts.length === 0) return { id: '', name: undefined, link, source: 'hub' };
  const written = texts.filter(text => text.trim() !== '');
  const main = written.filter(text => !annex.test(titleOf(text)));
  const [only, ...others] = main.length > 0 ? main : written;
  const isOne = only !== undefined && others.length === 0 && only.length <= longestText;
  const name = written.map(titleOf).join('; ') || undefined;
  return { id: 'other', name, link, source: 'hub', ...(isOne && { text: only }) };
}

/** The first line that says something. */
function titleOf(text: string): string {
  const line = /[^\n]*[\p{L}\d][^\n]*/u.exec(text.slice(0, 2000))?.[0] ?? '';
  const title = line.replaceAll(/\s+/g, ' ').trim();
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
