import type { Clause } from '../types.ts';
import {
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noLiability,
  noSublicense,
  overNetwork,
  patentPeace,
  sameFiles,
  sameWhole,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, must } from './group.ts';

/** The GNU licenses. Whether later versions may be chosen changes none of their clauses. */
export const group: LicenseGroup = [
  {
    id: 'GPL-2.0',
    name: 'GNU General Public License v2.0',
    aliases: [
      'gpl 2',
      'gpl2',
      'gplv2',
      'gnu gplv2',
      'gnu gpl 2',
      'gnu general public 2',
      'gnu general public 2 gplv2',
    ],
    family: 'copyleft',
    clauses: gpl2(),
  },
  {
    id: 'GPL-2.0-only WITH Classpath-exception-2.0',
    name: 'GNU General Public License v2.0 with the Classpath exception',
    aliases: ['gpl 2.0 with classpath exception'],
    family: 'weak-copyleft',
    clauses: [
      ...gpl2().filter(clause => clause.subject !== 'same-license' && clause.subject !== 'disclose-source'),
      ...sameFiles(['distribute'], { license: 'section 2(b)', source: 'section 3' }),
    ],
  },
  {
    id: 'GPL-3.0',
    name: 'GNU General Public License v3.0',
    aliases: [
      'gpl 3',
      'gpl3',
      'gplv3',
      'gnu gplv3',
      'gnu gpl 3',
      'gnu gpl 3.0',
      'gnu general public 3',
      'gnu general public 3 gplv3',
    ],
    family: 'copyleft',
    clauses: gpl3(),
  },
  {
    id: 'AGPL-3.0',
    name: 'GNU Affero General Public License v3.0',
    aliases: ['agpl 3', 'agpl3', 'agplv3', 'gnu agplv3', 'gnu affero general public 3'],
    family: 'network-copyleft',
    clauses: [
      ...sameWhole(overNetwork, { license: 'sections 5(c) and 13', source: 'sections 6 and 13' }),
      ...gpl3().filter(clause => clause.subject !== 'same-license' && clause.subject !== 'disclose-source'),
    ],
  },
  library('LGPL-2.0', 'GNU Library General Public License v2.0', lgpl2()),
  library('LGPL-2.1', 'GNU Lesser General Public License v2.1', lgpl2(), ['lgpl 2', 'lgplv2.1']),
  library(
    'LGPL-3.0',
    'GNU Lesser General Public License v3.0',
    [
      keepsCopyright('section 4(c)'),
      includesText('section 4(b)'),
      statesChanges('section 5(a) of the GPL'),
      ...sameFiles(['distribute'], { license: 'section 2', source: 'section 4(d)' }),
      must('install-information', 'hand on what installs changed versions', {
        on: ['distribute'],
        at: 'section 4(e)',
      }),
      ...grantsAll('sections 1 to 4'),
      noSublicense('section 2 of the GPL'),
      ...grants('section 11 of the GPL', 'patent'),
      noLiability('sections 15 and 16 of the GPL'),
    ],
    [
      'lgpl 3',
      'lgpl3',
      'lgplv3',
      'gnu lgplv3',
      'gnu lesser general public 3',
      'gnu lesser general public 3 lgplv3',
    ],
  ),
  documentation('GFDL-1.1'),
  documentation('GFDL-1.2'),
  documentation('GFDL-1.3'),
  {
    id: 'LGPLLR',
    hubId: 'lgpl-lr',
    name: 'Lesser General Public License For Linguistic Resources',
    aliases: ['lgpl lr'],
    family: 'weak-copyleft',
    clauses: [
      keepsCopyright('section 1'),
      includesText('section 1'),
      statesChanges('section 2(b)'),
      ...sameFiles(['distribute'], { license: 'section 2(c)', source: 'section 4' }),
      ...grantsAll('sections 1, 2 and 4'),
      noSublicense('section 5'),
      noLiability('sections 12 and 13'),
    ],
  },
];

function gpl2(): readonly Clause[] {
  return [
    ...sameWhole(['distribute'], { license: 'section 2(b)', source: 'section 3' }),
    keepsCopyright('section 1'),
    includesText('section 1'),
    statesChanges('section 2(a)'),
    ...grantsAll('sections 1 and 2'),
    ...grants('section 1', 'warranty'),
    noSublicense('section 4'),
    noLiability('sections 11 and 12'),
  ];
}

function gpl3(): readonly Clause[] {
  return [
    ...sameWhole(['distribute'], { license: 'section 5(c)', source: 'section 6' }),
    keepsCopyright('section 4'),
    includesText('section 4'),
    statesChanges('section 5(a)'),
    must('install-information', 'hand on what installs changed versions in consumer devices', {
      on: ['distribute'],
      at: 'section 6',
    }),
    ...grantsAll('section 2'),
    ...grants('section 4', 'warranty'),
    ...grants('section 11', 'patent'),
    patentPeace('section 10'),
    noSublicense('section 2'),
    noLiability('sections 15 and 16'),
  ];
}

function lgpl2(): readonly Clause[] {
  return [
    keepsCopyright('section 1'),
    includesText('section 1'),
    statesChanges('section 2(b)'),
    ...sameFiles(['distribute'], { license: 'section 2(c)', source: 'sections 4 and 6' }),
    ...grantsAll('sections 1, 2 and 5'),
    ...grants('section 1', 'warranty'),
    noSublicense('section 8'),
    noLiability('sections 15 and 16'),
  ];
}

function library(
  id: string,
  name: string,
  clauses: readonly Clause[],
  aliases: readonly string[] = [],
): LicenseEntry {
  return { id, name, aliases, family: 'weak-copyleft', clauses };
}

function documentation(id: string): LicenseEntry {
  return {
    id,
    name: `GNU Free Documentation License v${id.slice(-3)}`,
    family: 'copyleft',
    clauses: [
      ...sameWhole(['distribute'], { license: 'section 4', source: 'section 3' }),
      keepsCopyright('section 4'),
      includesText('section 2'),
      statesChanges('section 4'),
      ...grantsAll('sections 2 to 4'),
    ],
  };
}
