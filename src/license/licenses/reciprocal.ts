import type { Clause } from '../types.ts';
import {
  answersForClaims,
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noLiability,
  noTrademark,
  overNetwork,
  patentPeace,
  renames,
  sameFiles,
  sameWhole,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot } from './group.ts';

/** The reciprocal licenses that models and their code bear most often, with the sections that say so. */
export const group: LicenseGroup = [
  {
    id: 'MPL-2.0',
    name: 'Mozilla Public License 2.0',
    aliases: ['mpl 2', 'mpl2', 'mozilla public 2.0', 'mozilla public 2.0 mpl 2.0'],
    family: 'weak-copyleft',
    clauses: [
      ...sameFiles(['distribute'], { license: 'section 3.1', source: 'section 3.2' }),
      keepsCopyright('section 3.4'),
      includesText('section 3.1'),
      ...grantsAll('section 2.1'),
      ...grants('section 2.1', 'patent'),
      ...grants('section 3.2(b)', 'sublicensing'),
      ...grants('section 3.5', 'warranty'),
      patentPeace('section 5.2'),
      noTrademark('section 2.3'),
      noLiability('sections 6 and 7'),
    ],
  },
  eclipse('EPL-1.0', 'Eclipse Public License 1.0', ['eclipse public 1.0']),
  eclipse('EPL-2.0', 'Eclipse Public License 2.0', ['eclipse public 2.0']),
  union('EUPL-1.1', 'European Union Public License 1.1'),
  union('EUPL-1.2', 'European Union Public License 1.2'),
  {
    id: 'OSL-3.0',
    name: 'Open Software License 3.0',
    family: 'network-copyleft',
    clauses: [
      ...sameWhole(overNetwork, { license: 'sections 1(c) and 5', source: 'section 3' }),
      keepsCopyright('section 6'),
      statesChanges('section 6'),
      ...grantsAll('section 1'),
      ...grants('section 1', 'sublicensing'),
      ...grants('section 2', 'patent'),
      patentPeace('section 10'),
      noTrademark('section 4'),
      noLiability('sections 7 and 8'),
    ],
  },
  {
    id: 'LPPL-1.3c',
    name: 'LaTeX Project Public License v1.3c',
    family: 'weak-copyleft',
    clauses: [
      statesChanges('section 6'),
      ...sameFiles(['distribute-modified'], { source: 'section 6(d)' }),
      keepsCopyright('section 6(c)'),
      ...grantsAll('sections 2 to 6'),
      noLiability('no warranty'),
    ],
  },
  {
    id: 'OFL-1.1',
    name: 'SIL Open Font License 1.1',
    family: 'weak-copyleft',
    clauses: [
      mayNot('sale', 'not sold by itself', { at: 'condition 1' }),
      keepsCopyright('condition 2'),
      includesText('condition 2'),
      renames('condition 3'),
      mayNot('endorsement', 'no endorsement in the authors’ names', { at: 'condition 4' }),
      ...sameFiles(['distribute'], { license: 'condition 5' }).slice(0, 1),
      ...grantsAll('permission & conditions'),
      noLiability('disclaimer'),
    ],
  },
];

function eclipse(id: string, name: string, aliases: readonly string[]): LicenseEntry {
  const clauses: readonly Clause[] = [
    ...sameFiles(['distribute'], { license: 'section 3', source: 'section 3' }),
    keepsCopyright('section 3'),
    includesText('section 3'),
    answersForClaims('section 4'),
    ...grantsAll('section 2(a)'),
    ...grants('section 2(a)', 'sublicensing'),
    ...grants('section 2(b)', 'patent'),
    patentPeace('section 7'),
    noLiability('sections 5 and 6'),
  ];
  return { id, name, aliases, family: 'weak-copyleft', clauses };
}

function union(id: string, name: string): LicenseEntry {
  return {
    id,
    name,
    family: 'network-copyleft',
    clauses: [
      ...sameWhole(overNetwork, { license: 'section 5', source: 'section 5' }),
      keepsCopyright('section 5'),
      includesText('section 5'),
      statesChanges('section 5'),
      ...grantsAll('section 2'),
      ...grants('section 2', 'patent', 'sublicensing'),
      noTrademark('section 5'),
      noLiability('sections 7 and 8'),
    ],
  };
}
