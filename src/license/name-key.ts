/**
 * One spelling for what people write of a license: lower case, hyphens, without the words that carry no meaning, and with
 * the short forms of what the GNU project and Creative Commons call theirs.
 */
export function nameKey(text: string): string {
  const words = fillers.reduce((rest, filler) => rest.replaceAll(filler, ' '), text.toLowerCase());
  const key = words
    .replaceAll(/[^a-z0-9.+]+/g, '-')
    .replaceAll(/(^|-)v(?:er)?\.?(?=\d)/g, '$1')
    .replaceAll(/(?<=^|-)(a?gpl|lgpl|apache|bsd|mpl|epl|eupl|lgpl)v?(?=\d)/g, '$1-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return saidOnce(shortForms.reduce((rest, [long, short]) => rest.replaceAll(long, short), key));
}

const fillers: readonly RegExp[] = [
  /\b(?:the|licen[cs]e[ds]?|licensing|version|agreement|international|unported|generic|inc|terms of use)\b/g,
];

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/gnu-(?:general-public|gpl)/g, 'gpl'],
  [/gnu-(?:lesser|library)(?:-general)?-public|gnu-lgpl/g, 'lgpl'],
  [/gnu-affero(?:-general)?-public|affero-(?:general-public|gpl)|gnu-agpl/g, 'agpl'],
  [/gnu-free-documentation/g, 'gfdl'],
  [/^(?:cc|creative-commons)-zero/g, 'cc0'],
  [/^cc0-1\.0-universal$/g, 'cc0-1.0'],
  [/^(?:cc-)?creative-commons-(?=attribution|by)/g, 'cc-'],
  [/non-?commercial/g, 'nc'],
  [/no-?deriv(?:ative)?s?(?:-works)?/g, 'nd'],
  [/share-?alike/g, 'sa'],
  [/^(?:cc-)?(?:by-)?attribution/g, 'cc-by'],
  [/-public$/g, ''],
];

/** `isc-isc` and `gpl-3-gpl-3` name the same thing twice. */
function saidOnce(key: string): string {
  const twice = /^(.+)-\1$/.exec(key);
  return twice?.[1] ?? key;
}

/**
 * The ways a key may be written out to be an id: `gpl-3` as `gpl-3.0`, `bsd-3` as `bsd-3-clause`. A number that is left
 * out is never made up.
 */
export function idSpellings(key: string): readonly string[] {
  return [
    key,
    key.replace(/-(\d)$/, '-$1.0'),
    key.replace(/^bsd-([1234])$/, 'bsd-$1-clause'),
    key.replace(/^([1234])-clause-bsd$/, 'bsd-$1-clause'),
    key.replace(/^cc-by((?:-n[cd]|-sa)*)-(\d)$/, 'cc-by$1-$2.0'),
  ];
}

/** Names of families, as keys, that leave open which license of them is meant. */
export const licenseFamilies: Readonly<Record<string, string>> = {
  bsd: 'BSD',
  'bsd-style': 'BSD',
  'bsd-like': 'BSD',
  cc: 'Creative Commons',
  'creative-commons': 'Creative Commons',
  'cc-by': 'CC BY',
  'cc-by-sa': 'CC BY-SA',
  'cc-by-nc': 'CC BY-NC',
  'cc-by-nc-sa': 'CC BY-NC-SA',
  'cc-by-nc-nd': 'CC BY-NC-ND',
  'cc-by-nd': 'CC BY-ND',
  'cc-nc': 'Creative Commons',
  apache: 'Apache',
  'apache-software': 'Apache',
  gpl: 'GNU GPL',
  lgpl: 'GNU LGPL',
  agpl: 'GNU AGPL',
  gfdl: 'GNU FDL',
  mpl: 'Mozilla',
  mozilla: 'Mozilla',
  'mozilla-public': 'Mozilla',
  epl: 'Eclipse',
  eupl: 'EUPL',
  artistic: 'Artistic',
  rail: 'RAIL',
  llama: 'Llama',
  cdla: 'CDLA',
  zpl: 'Zope',
};
