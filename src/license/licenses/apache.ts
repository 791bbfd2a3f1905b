import type { Clause } from '../types.ts';
import {
  carriesNotice,
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noEndorsement,
  noLiability,
  noTrademark,
  patentPeace,
  statesChanges,
} from './clauses.ts';
import type { LicenseEntry, LicenseGroup } from './group.ts';

/** Permissive licenses with patents in them: Apache, the two that follow its sections, and the Academic Free License. */
export const group: LicenseGroup = [
  {
    id: 'Apache-2.0',
    name: 'Apache License 2.0',
    aliases: ['apache 2', 'apache2', 'apache2.0', 'apache software 2.0', 'asl 2.0', 'al 2.0', 'apl2'],
    family: 'permissive',
    clauses: apache(),
  },
  { id: 'ECL-2.0', name: 'Educational Community License v2.0', family: 'permissive', clauses: apache() },
  academic('AFL-3.0', 'Academic Free License v3.0'),
  { ...academic('AFL-2.1', 'Academic Free License v2.1'), source: 'relative' },
  { ...academic('AFL-2.0', 'Academic Free License v2.0'), source: 'relative' },
  { ...academic('AFL-1.2', 'Academic Free License v1.2'), source: 'relative' },
  { ...academic('AFL-1.1', 'Academic Free License v1.1'), source: 'relative' },
  {
    id: 'Artistic-2.0',
    name: 'Artistic License 2.0',
    family: 'permissive',
    clauses: [
      keepsCopyright('section 2'),
      statesChanges('section 4'),
      ...grantsAll('sections 1 to 4'),
      ...grants('section 13', 'patent'),
      patentPeace('section 13'),
      noTrademark('section 11'),
      noLiability('section 14'),
    ],
  },
];

function apache(): readonly Clause[] {
  return [
    includesText('section 4(a)'),
    statesChanges('section 4(b)'),
    keepsCopyright('section 4(c)'),
    carriesNotice('section 4(d)'),
    ...grantsAll('section 2'),
    ...grants('section 2', 'sublicensing'),
    ...grants('section 3', 'patent'),
    ...grants('section 4', 'relicensing'),
    ...grants('section 9', 'warranty'),
    patentPeace('section 3'),
    noTrademark('section 6'),
    noLiability('sections 7 and 8'),
  ];
}

function academic(id: string, name: string): LicenseEntry {
  return {
    id,
    name,
    family: 'permissive',
    clauses: [
      keepsCopyright('section 6'),
      statesChanges('section 6'),
      ...grantsAll('section 1'),
      ...grants('section 1', 'sublicensing'),
      ...grants('section 2', 'patent'),
      patentPeace('section 10'),
      noTrademark('section 4'),
      noEndorsement('section 4'),
      noLiability('sections 7 and 8'),
    ],
  };
}
