/**
 * What people write for a license, as `aliasKey` spells it, and the SPDX id they mean.
 *
 * Only spellings that leave no choice are here: a guess would become a false accusation.
 */
export const licenseAliases: Readonly<Record<string, string>> = {
  'apache-2': 'Apache-2.0',
  apache2: 'Apache-2.0',
  'apache2.0': 'Apache-2.0',
  'apache-software-2.0': 'Apache-2.0',
  'asl-2.0': 'Apache-2.0',
  'al-2.0': 'Apache-2.0',
  'mit-mit': 'MIT',
  expat: 'MIT',
  'mit-no-attribution': 'MIT-0',
  'bsd-2': 'BSD-2-Clause',
  bsd2: 'BSD-2-Clause',
  '2-clause-bsd': 'BSD-2-Clause',
  'simplified-bsd': 'BSD-2-Clause',
  'bsd-3': 'BSD-3-Clause',
  bsd3: 'BSD-3-Clause',
  '3-clause-bsd': 'BSD-3-Clause',
  'new-bsd': 'BSD-3-Clause',
  'modified-bsd': 'BSD-3-Clause',
  'bsd-3-clause-new-or-revised': 'BSD-3-Clause',
  'boost-software-1.0': 'BSL-1.0',
  'isc-iscl': 'ISC',
  'mozilla-public-2.0': 'MPL-2.0',
  'mozilla-public-2.0-mpl-2.0': 'MPL-2.0',
  'mpl-2': 'MPL-2.0',
  mpl2: 'MPL-2.0',
  'eclipse-public-2.0': 'EPL-2.0',
  cc0: 'CC0-1.0',
  'cc0-1.0-universal': 'CC0-1.0',
  'creative-commons-zero-1.0-universal': 'CC0-1.0',
  'cc-by-attribution-4.0': 'CC-BY-4.0',
  'creative-commons-attribution-4.0': 'CC-BY-4.0',
  'creative-commons-attribution-4.0-international': 'CC-BY-4.0',
  'creative-commons-attribution-noncommercial-4.0-international': 'CC-BY-NC-4.0',
  'creative-commons-attribution-sharealike-4.0-international': 'CC-BY-SA-4.0',
  'creative-commons-attribution-noncommercial-sharealike-4.0-international': 'CC-BY-NC-SA-4.0',
  'python-software-foundation': 'PSF-2.0',
  'universal-permissive-1.0': 'UPL-1.0',
  'c-uda': 'C-UDA-1.0',
  'odc-by': 'ODC-By-1.0',
  odbl: 'ODbL-1.0',
  pddl: 'PDDL-1.0',
  'lgpl-lr': 'LGPLLR',
  'gpl-2': 'GPL-2.0',
  gpl2: 'GPL-2.0',
  gplv2: 'GPL-2.0',
  'gnu-gplv2': 'GPL-2.0',
  'gnu-general-public-2.0': 'GPL-2.0',
  'gnu-general-public-2-gplv2': 'GPL-2.0',
  'gpl-3': 'GPL-3.0',
  gpl3: 'GPL-3.0',
  gplv3: 'GPL-3.0',
  'gnu-gplv3': 'GPL-3.0',
  'gnu-gpl-3.0': 'GPL-3.0',
  'gnu-general-public-3': 'GPL-3.0',
  'gnu-general-public-3.0': 'GPL-3.0',
  'gnu-general-public-3-gplv3': 'GPL-3.0',
  'gpl-3+': 'GPL-3.0-or-later',
  'gplv3+': 'GPL-3.0-or-later',
  'gnu-general-public-3-or-later-gplv3+': 'GPL-3.0-or-later',
  'gplv2+': 'GPL-2.0-or-later',
  'gnu-general-public-2-or-later-gplv2+': 'GPL-2.0-or-later',
  'gpl-2.0-with-classpath-exception': 'GPL-2.0-only WITH Classpath-exception-2.0',
  'lgpl-3': 'LGPL-3.0',
  lgplv3: 'LGPL-3.0',
  'gnu-lesser-general-public-3-lgplv3': 'LGPL-3.0',
  'gnu-lesser-general-public-3-or-later-lgplv3+': 'LGPL-3.0-or-later',
  'gnu-lesser-general-public-2.1': 'LGPL-2.1',
  'gnu-lesser-general-public-3.0': 'LGPL-3.0',
  'agpl-3': 'AGPL-3.0',
  agplv3: 'AGPL-3.0',
  'gnu-affero-general-public-3': 'AGPL-3.0',
  'gnu-affero-general-public-3.0': 'AGPL-3.0',
  'gnu-affero-general-public-3-or-later-agplv3+': 'AGPL-3.0-or-later',
};

/** Texts that name a family of licenses and leave open which of them is meant. */
export const licenseFamilies: Readonly<Record<string, string>> = {
  bsd: 'BSD',
  cc: 'Creative Commons',
  'creative-commons': 'Creative Commons',
  'cc-by': 'CC BY',
  'cc-by-sa': 'CC BY-SA',
  apache: 'Apache',
  gpl: 'GNU GPL',
  'gnu-gpl': 'GNU GPL',
  'gnu-general-public': 'GNU GPL',
  lgpl: 'GNU LGPL',
  agpl: 'GNU AGPL',
  gfdl: 'GNU FDL',
};

/** The spelling the tables above use: lower case, hyphens, without the words that carry no meaning. */
export function aliasKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\b(?:the|licen[cs]ed?|version)\b/g, ' ')
    .replaceAll(/[^a-z0-9.+]+/g, '-')
    .replaceAll(/(^|-)v(?:er)?\.?(?=\d)/g, '$1')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}
