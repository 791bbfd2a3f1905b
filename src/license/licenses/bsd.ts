import type { Clause } from '../types.ts';
import { noticed, permissive, strong } from './classic.ts';
import {
  carriesNotice,
  credits,
  grants,
  includesText,
  noEndorsement,
  noLiability,
  noPatents,
  renames,
  statesChanges,
} from './clauses.ts';
import { type LicenseGroup, must } from './group.ts';
import { conditions, numbered } from './sections.ts';

/** Redistribution on conditions: the licenses of Berkeley, Apache, Zope and their kin. */
export const group: LicenseGroup = [
  permissive('BSD-1-Clause', 'BSD 1-Clause License', noticed()),
  numbered(
    conditions(),
    permissive('BSD-2-Clause', 'BSD 2-Clause "Simplified" License', noticed(), [
      'bsd 2',
      'bsd2',
      '2-clause bsd',
      'simplified bsd',
      'freebsd',
    ]),
  ),
  numbered(
    conditions(),
    permissive('BSD-2-Clause-Patent', 'BSD-2-Clause Plus Patent', noticed(...grants(undefined, 'patent'))),
  ),
  numbered(
    conditions({ endorsement: 3 }),
    permissive('BSD-3-Clause', 'BSD 3-Clause "New" or "Revised" License', noticed(noEndorsement()), [
      'bsd 3',
      'bsd3',
      '3-clause bsd',
      'new bsd',
      'modified bsd',
      'bsd 3-clause new or revised',
    ]),
  ),
  numbered(
    conditions({ endorsement: 3 }),
    permissive('BSD-3-Clause-Clear', 'BSD 3-Clause Clear License', noticed(noEndorsement(), noPatents())),
  ),
  permissive('BSD-3-Clause-Open-MPI', 'BSD 3-Clause Open MPI variant', noticed(noEndorsement())),
  numbered(
    conditions({ display: 3, endorsement: 4 }),
    permissive(
      'BSD-4-Clause',
      'BSD 4-Clause "Original" or "Old" License',
      noticed(creditsInAdvertising(), noEndorsement()),
    ),
  ),
  numbered(
    conditions({ display: 3, endorsement: 4 }),
    permissive(
      'BSD-4-Clause-UC',
      'BSD-4-Clause (University of California-Specific)',
      noticed(creditsInAdvertising(), noEndorsement()),
    ),
  ),
  permissive('BSD-Source-Code', 'BSD Source Code Attribution', noticed(noEndorsement())),
  permissive(
    'AMPAS',
    'Academy of Motion Picture Arts and Sciences BSD',
    noticed(noPatents(), noEndorsement()),
  ),
  permissive('Entessa', 'Entessa Public License v1.0', noticed(carriesNotice(), noEndorsement(), renames())),
  permissive(
    'EUDatagrid',
    'EU DataGrid Software License',
    noticed(carriesNotice(), noEndorsement(), renames()),
  ),
  permissive('Intel', 'Intel Open Source License', noticed(noEndorsement(), followsExportLaw())),
  permissive(
    'NCSA',
    'University of Illinois/NCSA Open Source License',
    noticed(noEndorsement(), ...grants(undefined, 'sublicensing')),
  ),
  permissive('OLDAP-2.8', 'OpenLDAP Public License 2.8', noticed(noEndorsement())),
  numbered(
    conditions({ display: 3, endorsement: 4, rename: 5, attribution: 6 }),
    permissive(
      'OpenSSL',
      'OpenSSL/SSLeay License',
      noticed(creditsInAdvertising(), credits(), noEndorsement(), renames()),
    ),
  ),
  numbered(
    conditions({ endorsement: 3, rename: 4, attribution: 6 }),
    permissive('PHP-3.0', 'PHP License 3.0', noticed(credits(), noEndorsement(), renames())),
  ),
  numbered(
    conditions({ endorsement: 3, rename: 4, attribution: 6 }),
    permissive('PHP-3.01', 'PHP License 3.01', noticed(credits(), noEndorsement(), renames())),
  ),
  permissive('VSL-1.0', 'Vovida Software License v. 1.0', noticed(noEndorsement(), renames())),
  permissive(
    'XFree86-1.1',
    'XFree86 License 1.1',
    noticed(carriesNotice(), noEndorsement(), ...grants(undefined, 'sublicensing', 'sale')),
  ),
  permissive('zlib-acknowledgement', 'ZLIB License with Acknowledgment', [
    includesText(),
    credits(),
    statesChanges(),
    noLiability(),
  ]),
  permissive(
    'ZPL-1.1',
    'Zope Public License 1.1',
    noticed(creditsInAdvertising(), credits(), noEndorsement(), statesChanges()),
  ),
  permissive('ZPL-2.0', 'Zope Public License 2.0', noticed(noEndorsement(), statesChanges())),
  permissive('ZPL-2.1', 'Zope Public License 2.1', noticed(noEndorsement(), statesChanges())),
  permissive('Naumen', 'NAUMEN Public License', noticed(noEndorsement(), statesChanges())),
  permissive('AAL', 'Attribution Assurance License', [
    includesText(),
    showsAuthor(),
    noEndorsement(),
    noLiability(),
  ]),
  numbered(
    conditions({ display: 3, endorsement: 4, rename: 5, attribution: 6 }),
    permissive(
      'Apache-1.0',
      'Apache License 1.0',
      noticed(creditsInAdvertising(), credits(), noEndorsement(), renames()),
    ),
  ),
  numbered(
    conditions({ attribution: 3, endorsement: 4, rename: 5 }),
    permissive('Apache-1.1', 'Apache License 1.1', noticed(credits(), noEndorsement(), renames())),
  ),
  permissive('libtiff', 'libtiff License', noticed(noEndorsement())),
  permissive('Plexus', 'Plexus Classworlds License', noticed(noEndorsement())),
  permissive('Xnet', 'X.Net License', noticed(...grants(undefined, 'sublicensing'))),
  permissive('SunPro', 'SunPro Attribution License', [includesText()]),
  strong('Sleepycat', 'Sleepycat License (Berkeley Database License)', noticed(...sourceOfWhole())),
];

function creditsInAdvertising(): Clause {
  return must('display', 'name the authors in advertising', { on: ['advertise'] });
}

function followsExportLaw(): Clause {
  return must('law', 'follow export laws', { on: ['distribute'] });
}

function showsAuthor(): Clause {
  return must('display', 'show the author’s name when it starts', { on: ['distribute'] });
}

function sourceOfWhole(): readonly Clause[] {
  const words = 'publish the source of programs that use it';
  return [must('disclose-source', words, { on: ['distribute'], reach: 'whole' })];
}
