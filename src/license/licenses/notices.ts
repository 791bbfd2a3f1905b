import type { Clause } from '../types.ts';
import { noticed, permissive, weak } from './classic.ts';
import {
  carriesNotice,
  credits,
  grants,
  includesText,
  keepsCopyright,
  noEndorsement,
  noLiability,
  noPatents,
  noTrademark,
  renames,
  statesChanges,
} from './clauses.ts';
import { type LicenseGroup, mayNot, must } from './group.ts';
import { numbered, zlib } from './sections.ts';

/** Permission in a paragraph, in return for its notice. */
export const group: LicenseGroup = [
  permissive('MIT', 'MIT License', noticed(...grants(undefined, 'sublicensing', 'sale')), [
    'expat',
    'mit/x11',
    'x11/mit',
  ]),
  permissive('MIT-CMU', 'CMU License', noticed(noEndorsement())),
  permissive('MIT-Modern-Variant', 'MIT Modern Variant', [keepsCopyright(), noLiability()]),
  permissive('X11', 'X11 License', noticed(noEndorsement(), ...grants(undefined, 'sublicensing', 'sale'))),
  permissive('ISC', 'ISC License', noticed(), ['isc iscl']),
  permissive('JSON', 'JSON License', noticed(forGoodOnly(), ...grants(undefined, 'sublicensing', 'sale'))),
  permissive('curl', 'cURL License', noticed(noEndorsement())),
  permissive('HPND', 'Historical Permission Notice and Disclaimer', noticed(noEndorsement())),
  permissive('ICU', 'ICU License', noticed(noEndorsement(), ...grants(undefined, 'sale'))),
  permissive('MirOS', 'MirOS License', noticed(...grants(undefined, 'sublicensing', 'sale'))),
  permissive('NTP', 'NTP License', noticed(noEndorsement())),
  permissive('PostgreSQL', 'PostgreSQL License', noticed()),
  permissive('SMLNJ', 'Standard ML of New Jersey', noticed(noEndorsement())),
  permissive('Fair', 'Fair License', [includesText(), noLiability()]),
  permissive('FSFAP', 'FSF All Permissive License', noticed()),
  permissive('FSFUL', 'FSF Unlimited License', []),
  permissive('FSFULLR', 'FSF Unlimited License (with License Retention)', [includesText()]),
  permissive('FSFULLRWD', 'FSF Unlimited License (With License Retention and Warranty Disclaimer)', [
    includesText(),
    noLiability(),
  ]),
  permissive(
    'Bitstream-Vera',
    'Bitstream Vera Font License',
    noticed(renames(), notSoldAlone(), noEndorsement(), ...grants(undefined, 'sale')),
  ),
  permissive('BSL-1.0', 'Boost Software License 1.0', noticed(), ['boost software 1.0']),
  permissive('IBM-pibs', 'IBM PowerPC Initialization and Boot Software', noticed(noPatents())),
  permissive('Info-ZIP', 'Info-Zip License', noticed(statesChanges(), renames())),
  permissive('JasPer-2.0', 'JasPer License 2.0', noticed(noEndorsement(), ...grants(undefined, 'sale'))),
  permissive('Minpack', 'Minpack Copyright Notice', noticed(credits())),
  permissive('NBPL-1.0', 'Net Boolean Public License 1.0', [
    keepsCopyright(),
    statesChanges(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('Qhull', 'Qhull License', noticed(statesChanges(), credits())),
  permissive('Saxpath', 'Saxpath License', noticed(noEndorsement(), renames())),
  permissive(
    'SGI-B-2.0',
    'SGI Free Software License B v2.0',
    noticed(noEndorsement(), ...grants(undefined, 'sublicensing', 'sale')),
  ),
  permissive('SSH-OpenSSH', 'OpenSSH License', [
    keepsCopyright(),
    statesChanges(),
    renames(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('SSH-short', 'SSH short notice', [statesChanges(), renames()]),
  permissive(
    'Unicode-DFS-2015',
    'Unicode License Agreement - Data Files and Software (2015)',
    noticed(statesChanges(), noEndorsement()),
  ),
  permissive(
    'Unicode-DFS-2016',
    'Unicode License Agreement - Data Files and Software (2016)',
    noticed(noEndorsement()),
  ),
  permissive('Unicode-3.0', 'Unicode License v3', noticed(noEndorsement(), ...grants(undefined, 'sale'))),
  permissive('bzip2-1.0.5', 'bzip2 and libbzip2 License v1.0.5', [
    keepsCopyright(),
    statesChanges(),
    noFalseOrigin(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('bzip2-1.0.6', 'bzip2 and libbzip2 License v1.0.6', [
    keepsCopyright(),
    statesChanges(),
    noFalseOrigin(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('W3C', 'W3C Software Notice and License', noticed(statesChanges(), noEndorsement())),
  permissive(
    'W3C-19980720',
    'W3C Software Notice and License (1998-07-20)',
    noticed(statesChanges(), noEndorsement()),
  ),
  permissive(
    'W3C-20150513',
    'W3C Software and Document (2015-05-13)',
    noticed(statesChanges(), noEndorsement()),
  ),
  permissive('Xerox', 'Xerox License', noticed(followsExportLaw())),
  permissive('Multics', 'Multics License', [keepsCopyright(), includesText(), noEndorsement()]),
  numbered(
    zlib,
    permissive('Libpng', 'Libpng License', [includesText(), statesChanges(), noFalseOrigin(), noLiability()]),
  ),
  permissive('libpng-2.0', 'PNG Reference Library License version 2', [
    includesText(),
    statesChanges(),
    noFalseOrigin(),
    noLiability(),
  ]),
  numbered(
    zlib,
    permissive(
      'Zlib',
      'zlib License',
      [includesText(), statesChanges(), noFalseOrigin(), noLiability()],
      ['zlib/libpng', 'zlib libpng'],
    ),
  ),
  permissive('Cube', 'Cube License', [includesText(), statesChanges(), noFalseOrigin(), noLiability()]),
  permissive('EFL-1.0', 'Eiffel Forum License 1.0', noticed()),
  permissive('EFL-2.0', 'Eiffel Forum License 2.0', noticed()),
  permissive('IJG', 'Independent JPEG Group License', [
    keepsCopyright(),
    credits(),
    statesChanges(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive(
    'ImageMagick',
    'ImageMagick License',
    noticed(statesChanges(), carriesNotice(), noTrademark(), ...grants(undefined, 'sublicensing', 'patent')),
  ),
  permissive(
    'FTL',
    'FreeType Project License',
    noticed(credits(), statesChanges(), ...grants(undefined, 'sublicensing')),
  ),
  permissive('RSA-MD', 'RSA Data Security MD5', [includesText(), credits(), noLiability()]),
  permissive('Adobe-2006', 'Adobe Systems Incorporated Source Code License Agreement', [
    noEndorsement(),
    noLiability(),
  ]),
  permissive('AML', 'Apple MIT License', [includesText(), noEndorsement(), noPatents(), noLiability()]),
  permissive('Beerware', 'Beer-Ware License', [includesText()]),
  permissive('ADSL', 'Amazon Digital Services License', [keepsCopyright(), noLiability()]),
  permissive('OGTSL', 'Open Group Test Suite License', [
    keepsCopyright(),
    statesChanges(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('Python-2.0', 'Python License 2.0', noticed(statesChanges(), noTrademark())),
  permissive('Python-2.0.1', 'Python License 2.0.1', noticed(statesChanges(), noTrademark())),
  permissive('PSF-2.0', 'Python Software Foundation License 2.0', noticed(statesChanges(), noTrademark()), [
    'python software foundation',
  ]),
  permissive(
    'CNRI-Python',
    'CNRI Open Source License Agreement for Python 1.6',
    noticed(statesChanges(), noTrademark()),
  ),
  permissive(
    'UPL-1.0',
    'Universal Permissive License v1.0',
    noticed(...grants(undefined, 'sublicensing', 'patent')),
    ['universal permissive 1.0'],
  ),
  permissive('Ruby', 'Ruby License', [keepsCopyright(), statesChanges(), noLiability()]),
  permissive('Artistic-1.0', 'Artistic License 1.0', [
    keepsCopyright(),
    statesChanges(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive('Artistic-1.0-Perl', 'Artistic License (Perl) 1.0', [
    keepsCopyright(),
    statesChanges(),
    noEndorsement(),
    noLiability(),
  ]),
  permissive(
    'ECL-1.0',
    'Educational Community License 1.0',
    noticed(statesChanges(), noEndorsement(), ...grants(undefined, 'sublicensing')),
  ),
  permissive('LicenseRef-scancode-ppp', 'ppp License', noticed()),
  permissive(
    'LicenseRef-scancode-info-zip-2003-05',
    'Info-Zip License 2003-05',
    noticed(statesChanges(), renames()),
  ),
  permissive('BlueOak-1.0.0', 'Blue Oak Model License 1.0.0', [
    includesText(),
    noLiability(),
    ...grants(undefined, 'patent'),
  ]),
  permissive('CECILL-B', 'CeCILL-B Free Software License Agreement', noticed(credits(), statesChanges())),
  permissive('TCL', 'TCL/TK License', noticed()),
  weak('Vim', 'VIM License', [keepsCopyright(), includesText(), statesChanges(), contactsAuthor()]),
  permissive('Net-SNMP', 'Net SNMP License', noticed(noEndorsement())),
];

function followsExportLaw(): Clause {
  return must('law', 'follow export laws', { on: ['distribute'] });
}

function contactsAuthor(): Clause {
  return must('contact', 'offer changes to the maintainer', { on: ['distribute-modified'] });
}

function forGoodOnly(): Clause {
  return mayNot('field-of-use', 'for good, not evil');
}

function noFalseOrigin(): Clause {
  return must('attribution', 'do not claim to have written the original');
}

function notSoldAlone(): Clause {
  return mayNot('sale', 'not sold by itself');
}
