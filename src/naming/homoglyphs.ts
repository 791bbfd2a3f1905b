/** Letters of other scripts that look like a Latin one in the fonts editors use. */
const foreign: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
};

/**
 * Maps texts that look alike to one text: `rn` and `m`, `vv` and `w`, `0` and `o`, `1`, `I` and `l`.
 * Two texts with the same folding can be taken for each other at a glance.
 */
export function foldHomoglyphs(text: string): string {
  // Nearly all names are plain, and thousands are folded at a time.
  const plain = isPlain.test(text) ? text : inLatin(text);
  return plain
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1i]/g, 'l');
}

const isPlain = /^[ -~]*$/;

function inLatin(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^ -~]/gu, letter => foreign[letter] ?? letter);
}
