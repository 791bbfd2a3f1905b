import type { Clause, ClauseSubject } from '../types.ts';
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
import { type LicenseEntry, type LicenseGroup, must } from './group.ts';
import {
  cddl,
  commonPublic,
  microsoftPublic,
  microsoftReciprocal,
  mozilla,
  mozilla2,
  numbered,
} from './sections.ts';

/** Changed parts stay under the license; what is built around them may be under another. */
export const group: LicenseGroup = [
  numbered(
    mozilla,
    weak(
      'MPL-1.0',
      'Mozilla Public License 1.0',
      noticed(...sameFiles(), statesChanges(), ...grants(undefined, 'sublicensing', 'patent', 'warranty')),
    ),
  ),
  mozillaKin('MPL-1.1', 'Mozilla Public License 1.1'),
  numbered(
    mozilla2,
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
  ),
  cddlKin('CDDL-1.0', 'Common Development and Distribution License 1.0'),
  cddlKin('CDDL-1.1', 'Common Development and Distribution License 1.1'),
  commonKin('CPL-1.0', 'Common Public License 1.0'),
  commonKin('IPL-1.0', 'IBM Public License'),
  commonKin('LPL-1.0', 'Lucent Public License 1.0'),
  numbered(
    { ...commonPublic, 'patent-peace': 'section 8' },
    permissive('LPL-1.02', 'Lucent Public License 1.02', [
      includesText(),
      statesChanges(),
      answersForClaims(),
      noLiability(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent'),
    ]),
  ),
  mozillaKin('NPL-1.1', 'Netscape Public License 1.1'),
  mozillaKin('SPL-1.0', 'Sun Public License 1.0'),
  mozillaKin('CUA-OPL-1.0', 'CUA Office Public License 1.0'),
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
  mozillaKin('Nokia', 'Nokia Open Source License 1.0a'),
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
  numbered(
    microsoftPublic,
    weak(
      'MS-PL',
      'Microsoft Public License',
      noticed(...sameFiles(), noTrademark(), patentPeace(), ...grants(undefined, 'patent')),
    ),
  ),
  numbered(
    microsoftReciprocal,
    weak(
      'MS-RL',
      'Microsoft Reciprocal License',
      noticed(...sameFiles(), noTrademark(), patentPeace(), ...grants(undefined, 'patent')),
    ),
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

/** Made from the text of the Mozilla Public License 1.1. */
function mozillaKin(id: string, name: string): LicenseEntry {
  const clauses = [...sameFiles(), statesChanges(), carriesNotice(), noTrademark(), patentPeace()];
  return numbered(mozilla, weak(id, name, noticed(...clauses, ...grantsBeyond('warranty'))));
}

function cddlKin(id: string, name: string): LicenseEntry {
  const clauses = [...sameFiles(), statesChanges(), noTrademark(), patentPeace()];
  return numbered(cddl, weak(id, name, noticed(...clauses, ...grantsBeyond('warranty'))));
}

function commonKin(id: string, name: string): LicenseEntry {
  const clauses = [...sameFiles(), answersForClaims(), patentPeace(), ...grantsBeyond()];
  return numbered(commonPublic, weak(id, name, noticed(...clauses)));
}

function grantsBeyond(...more: readonly ClauseSubject[]): readonly Clause[] {
  return grants(undefined, 'sublicensing', 'patent', ...more);
}
