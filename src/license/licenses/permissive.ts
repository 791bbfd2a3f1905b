import type { Clause } from '../types.ts';
import {
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noEndorsement,
  noTrademark,
  noWarranty,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must, onlyIf } from './group.ts';

/** Short texts that permit everything in return for their notice, without numbers to point at. */
export const group: LicenseGroup = [
  short('MIT', 'MIT License', ['expat', 'mit mit'], grants(undefined, 'sublicensing', 'sale')),
  short('ISC', 'ISC License', ['isc iscl']),
  short('PostgreSQL', 'PostgreSQL License'),
  short(
    'NCSA',
    'University of Illinois/NCSA Open Source License',
    [],
    [...grants(undefined, 'sublicensing', 'sale'), noEndorsement()],
  ),
  short('BSD-2-Clause', 'BSD 2-Clause "Simplified" License', [
    'bsd 2',
    'bsd2',
    '2-clause bsd',
    'simplified bsd',
  ]),
  short(
    'BSD-3-Clause',
    'BSD 3-Clause "New" or "Revised" License',
    ['bsd 3', 'bsd3', '3-clause bsd', 'new bsd', 'modified bsd', 'bsd 3-clause new or revised'],
    [noEndorsement()],
  ),
  short(
    'BSD-3-Clause-Clear',
    'BSD 3-Clause Clear License',
    [],
    [noEndorsement(), mayNot('patent', 'grants no patent rights')],
  ),
  short(
    'BSD-4-Clause',
    'BSD 4-Clause "Original" or "Old" License',
    [],
    [must('display', 'name the authors in advertising', { on: ['advertise'] }), noEndorsement()],
  ),
  short('BSL-1.0', 'Boost Software License 1.0', ['boost software 1.0']),
  short(
    'Zlib',
    'zlib License',
    [],
    [statesChanges(), mayNot('attribution', 'claim not to have written the original')],
  ),
  short('Python-2.0', 'Python License 2.0'),
  short('PSF-2.0', 'Python Software Foundation License 2.0', ['python software foundation']),
  short(
    'UPL-1.0',
    'Universal Permissive License v1.0',
    ['universal permissive 1.0'],
    grants(undefined, 'patent'),
  ),
  short(
    'apple-ascl',
    'Apple Sample Code License',
    ['apple sample code'],
    [noEndorsement(), mayNot('patent', 'grants no patent rights')],
  ),
  {
    id: 'Apache-2.0',
    name: 'Apache License 2.0',
    aliases: ['apache 2', 'apache2', 'apache2.0', 'apache software 2.0', 'asl 2.0', 'al 2.0'],
    family: 'permissive',
    clauses: apache(),
  },
  { id: 'ECL-2.0', name: 'Educational Community License v2.0', family: 'permissive', clauses: apache() },
  {
    id: 'AFL-3.0',
    name: 'Academic Free License v3.0',
    family: 'permissive',
    clauses: [
      keepsCopyright('section 6'),
      statesChanges('section 6'),
      ...grantsAll('section 1'),
      ...grants('section 1', 'sublicensing'),
      ...grants('section 2', 'patent'),
      noTrademark('section 4'),
      noEndorsement('section 4'),
      ...noWarranty('section 7', 'section 8'),
    ],
  },
  {
    id: 'Artistic-2.0',
    name: 'Artistic License 2.0',
    family: 'permissive',
    clauses: [
      keepsCopyright('section 2'),
      statesChanges('section 4'),
      ...grantsAll('section 1'),
      noTrademark('section 11'),
      ...noWarranty('section 14'),
    ],
  },
];

function short(
  id: string,
  name: string,
  aliases: readonly string[] = [],
  more: readonly Clause[] = [],
): LicenseEntry {
  const clauses = [keepsCopyright(), includesText(), ...more, ...grantsAll(), ...noWarranty()];
  return { id, name, aliases, family: 'permissive', clauses };
}

function apache(): readonly Clause[] {
  return [
    includesText('section 4(a)'),
    statesChanges('section 4(b)'),
    keepsCopyright('section 4(c)'),
    must('notice', 'hand on the NOTICE file', { on: ['distribute'], at: 'section 4(d)' }),
    ...grantsAll('section 2'),
    ...grants('section 2', 'sublicensing'),
    ...grants('section 3', 'patent'),
    ...grants('section 4', 'relicensing'),
    ...grants('section 9', 'warranty'),
    onlyIf('patent-peace', 'the patent license ends when you sue over patents', { at: 'section 3' }),
    noTrademark('section 6'),
    ...noWarranty('section 7', 'section 8'),
  ];
}
