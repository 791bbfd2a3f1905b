import type { Clause } from '../types.ts';
import { network, noticed, permissive, strong, weak } from './classic.ts';
import {
  answersForClaims,
  carriesNotice,
  credits,
  grants,
  includesText,
  noEndorsement,
  noLiability,
  noTrademark,
  overNetwork,
  patentPeace,
  renames,
  sameFiles,
  statesChanges,
} from './clauses.ts';
import { type LicenseGroup, must } from './group.ts';

/** Changed parts stay under the license; what is built around them may be under another. */
export const group: LicenseGroup = [
  weak(
    'MPL-1.0',
    'Mozilla Public License 1.0',
    noticed(...sameFiles(), statesChanges(), ...grants(undefined, 'sublicensing', 'patent', 'warranty')),
  ),
  weak(
    'MPL-1.1',
    'Mozilla Public License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'MPL-2.0-no-copyleft-exception',
    'Mozilla Public License 2.0 (no copyleft exception)',
    noticed(
      ...sameFiles(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'CDDL-1.0',
    'Common Development and Distribution License 1.0',
    noticed(
      ...sameFiles(),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'CDDL-1.1',
    'Common Development and Distribution License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'CPL-1.0',
    'Common Public License 1.0',
    noticed(
      ...sameFiles(),
      answersForClaims(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent'),
    ),
  ),
  weak(
    'IPL-1.0',
    'IBM Public License',
    noticed(
      ...sameFiles(),
      answersForClaims(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent'),
    ),
  ),
  weak(
    'LPL-1.0',
    'Lucent Public License 1.0',
    noticed(
      ...sameFiles(),
      answersForClaims(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent'),
    ),
  ),
  permissive('LPL-1.02', 'Lucent Public License 1.02', [
    includesText(),
    statesChanges(),
    answersForClaims(),
    noLiability(),
    patentPeace(),
    ...grants(undefined, 'sublicensing', 'patent'),
  ]),
  weak(
    'NPL-1.1',
    'Netscape Public License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'SPL-1.0',
    'Sun Public License 1.0',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'CUA-OPL-1.0',
    'CUA Office Public License 1.0',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'RSCPL',
    'Ricoh Source Code Public License v1.0',
    noticed(
      creditsInAdvertising(),
      ...sameFiles(),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'RHeCos-1.1',
    'Red Hat eCos Public License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'Nokia',
    'Nokia Open Source License 1.0a',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'ErlPL-1.1',
    'Erlang Public License v1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'Watcom-1.0',
    'Sybase Open Watcom Public License v1.0',
    noticed(
      ...sameFiles(),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'APSL-2.0',
    'Apple Public Source License 2.0',
    noticed(
      ...sameFiles(overNetwork),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'BitTorrent-1.1',
    'BitTorrent Open Source License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  network(
    'CPAL-1.0',
    'Common Public Attribution License 1.0',
    noticed(
      ...sameFiles(overNetwork),
      statesChanges(),
      carriesNotice(),
      showsAuthor(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'MS-PL',
    'Microsoft Public License',
    noticed(...sameFiles(), noTrademark(), patentPeace(), ...grants(undefined, 'patent')),
  ),
  weak(
    'MS-RL',
    'Microsoft Reciprocal License',
    noticed(...sameFiles(), noTrademark(), patentPeace(), ...grants(undefined, 'patent')),
  ),
  weak('IPA', 'IPA Font License Agreement v1.0', [
    includesText(),
    ...sameFiles(),
    renames(),
    noTrademark(),
    noLiability(),
  ]),
  weak(
    'APL-1.0',
    'Adaptive Public License',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  permissive(
    'OGL-UK-3.0',
    'U.K. Open Government License for Public Sector Information v3.0',
    [credits(), noEndorsement(), noLiability()],
    ['uk open government 3.0'],
  ),
  weak('CECILL-C', 'CeCILL-C Free Software License Agreement', noticed(...sameFiles(), statesChanges())),
  strong('QPL-1.0', 'Q Public License Version 1.0', noticed(statesChanges(), ...sourceOfWhole())),
];

function creditsInAdvertising(): Clause {
  return must('display', 'name the authors in advertising', { on: ['advertise'] });
}

function showsAuthor(): Clause {
  return must('display', 'show the author’s name when it starts', { on: ['distribute'] });
}

function sourceOfWhole(): readonly Clause[] {
  const words = 'publish the source of programs that use it';
  return [must('disclose-source', words, { on: ['distribute'], reach: 'whole' })];
}
