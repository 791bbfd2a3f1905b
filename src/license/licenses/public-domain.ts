import { grants, grantsAll, noLiability, noPatents, noTrademark } from './clauses.ts';
import type { LicenseGroup } from './group.ts';

/** Texts that ask for nothing. */
export const group: LicenseGroup = [
  {
    id: '0BSD',
    name: 'BSD Zero Clause License',
    aliases: ['free public 1.0.0', 'bsd zero clause'],
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll()],
  },
  {
    id: 'MIT-0',
    name: 'MIT No Attribution',
    aliases: ['mit no attribution'],
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll(), ...grants(undefined, 'sublicensing', 'sale')],
  },
  {
    id: 'WTFPL',
    name: 'Do What The F*ck You Want To Public License',
    family: 'public-domain',
    clauses: [...grantsAll()],
  },
  {
    id: 'Unlicense',
    name: 'The Unlicense',
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll(), ...grants(undefined, 'sale')],
  },
  {
    id: 'CC0-1.0',
    name: 'Creative Commons Zero v1.0 Universal',
    aliases: ['cc0', 'cc0 1.0 universal', 'creative commons zero 1.0 universal', 'cc zero'],
    family: 'public-domain',
    clauses: [
      noPatents('section 4(a)'),
      noTrademark('section 4(a)'),
      noLiability('section 4(b)'),
      ...grantsAll('section 2'),
    ],
  },
  {
    id: 'CC-PDDC',
    name: 'Creative Commons Public Domain Certification',
    family: 'public-domain',
    clauses: [...grantsAll()],
  },
  {
    id: 'PDDL-1.0',
    hubId: 'pddl',
    name: 'Open Data Commons Public Domain Dedication & License 1.0',
    family: 'public-domain',
    clauses: [noPatents(), noLiability(), ...grantsAll()],
  },
  { id: 'blessing', name: 'SQLite Blessing', family: 'public-domain', clauses: [...grantsAll()] },
  {
    id: 'SAX-PD',
    name: 'SAX Public Domain Notice',
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll()],
  },
  {
    id: 'NIST-PD',
    name: 'NIST Public Domain Notice',
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll()],
  },
  {
    id: 'ANTLR-PD',
    name: 'ANTLR Software Rights Notice',
    family: 'public-domain',
    clauses: [noLiability(), ...grantsAll()],
  },
];
