import type { Clause } from '../types.ts';
import { network, noticed, strong, weak } from './classic.ts';
import {
  carriesNotice,
  credits,
  grants,
  includesText,
  keepsCopyright,
  noLiability,
  noSublicense,
  noTrademark,
  overNetwork,
  patentPeace,
  sameFiles,
  sameWhole,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, may } from './group.ts';
import {
  affero1,
  europeanUnion,
  gnu1,
  numbered,
  openSoftware,
  openSoftware1,
  serverSide,
} from './sections.ts';

/** Works that contain it go out under the same license. The GNU licenses have a file of their own. */
export const group: LicenseGroup = [
  numbered(
    gnu1,
    strong(
      'GPL-1.0',
      'GNU General Public License 1.0',
      noticed(...sameWhole(), statesChanges(), noSublicense()),
      ['gpl 1'],
    ),
  ),
  cecill('1.0'),
  cecill('1.1', ...grants(undefined, 'patent')),
  cecill('2.0', ...grants(undefined, 'patent')),
  cecill('2.1', ...grants(undefined, 'patent')),
  weak(
    'CATOSL-1.1',
    'Computer Associates Trusted Open Source License 1.1',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      credits(),
      noTrademark(),
      ...grants(undefined, 'sublicensing', 'patent'),
    ),
  ),
  strong('Frameworx-1.0', 'Frameworx Open License v1.0', [
    includesText(),
    ...sameWhole(),
    carriesNotice(),
    noLiability(),
    ...grants(undefined, 'sublicensing'),
  ]),
  strong(
    'OCLC-2.0',
    'OCLC Research Public License 2.0',
    noticed(...sameWhole(), noTrademark(), ...grants(undefined, 'sublicensing', 'patent')),
  ),
  weak(
    'OPL-1.0',
    'Open Public License v1.0',
    noticed(
      ...sameFiles(),
      statesChanges(),
      carriesNotice(),
      noTrademark(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  openSoftwareLicense('OSL-1.0', 'Open Software License 1.0', openSoftware1),
  openSoftwareLicense('OSL-1.1', 'Open Software License 1.1'),
  openSoftwareLicense('OSL-2.0', 'Open Software License 2.0'),
  openSoftwareLicense('OSL-2.1', 'Open Software License 2.1'),
  openSoftwareLicense('NPOSL-3.0', 'Non-Profit Open Software License 3.0'),
  network(
    'RPL-1.5',
    'Reciprocal Public License 1.5',
    noticed(
      ...sameWhole(overNetwork),
      statesChanges(),
      carriesNotice(),
      credits(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  network(
    'RPSL-1.0',
    'RealNetworks Public Source License v1.0',
    noticed(
      ...sameWhole(overNetwork),
      statesChanges(),
      noTrademark(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  strong(
    'NGPL',
    'Nethack General Public License',
    noticed(...sameWhole(), statesChanges(), noSublicense(), ...grants(undefined, 'warranty')),
  ),
  strong('SimPL-2.0', 'Simple Public License Version 2.0', noticed(...sameWhole(), statesChanges())),
  weak(
    'NASA-1.3',
    'NASA Open Source License v1.3',
    noticed(
      ...sameFiles(),
      statesChanges(),
      patentPeace(),
      ...grants(undefined, 'sublicensing', 'patent', 'warranty'),
    ),
  ),
  weak(
    'YPL-1.1',
    'Yahoo! Public License v1.1',
    noticed(...sameFiles(), noTrademark(), patentPeace(), ...grants(undefined, 'patent')),
  ),
  numbered(
    europeanUnion,
    network(
      'EUPL-1.0',
      'European Union Public Licence 1.0',
      noticed(...sameWhole(overNetwork), statesChanges(), noTrademark(), ...grants(undefined, 'patent')),
    ),
  ),
  numbered(
    affero1,
    network(
      'AGPL-1.0',
      'Affero General Public License 1.0',
      noticed(...sameWhole(overNetwork), statesChanges(), noSublicense()),
    ),
  ),
  numbered(
    serverSide,
    network(
      'SSPL-1.0',
      'Server Side Public License (SSPL) 1.0',
      noticed(...sameWhole(overNetwork), statesChanges(), noSublicense(), ...grants(undefined, 'patent')),
      ['server side public 1', 'sspl'],
    ),
  ),
];

function openSoftwareLicense(id: string, name: string, sections = openSoftware): LicenseEntry {
  const asked = [...sameWhole(overNetwork), noTrademark(), patentPeace()];
  return numbered(
    sections,
    network(id, name, noticed(...asked, ...grants(undefined, 'sublicensing', 'patent'))),
  );
}

function cecill(version: string, ...more: readonly Clause[]): LicenseEntry {
  return strong(`CECILL-${version}`, `CeCILL Free Software License Agreement v${version}`, [
    keepsCopyright(),
    includesText(),
    ...sameWhole(),
    statesChanges(),
    liableForDirectLoss(),
    ...more,
  ]);
}

/** Its article 8 lets a licensee claim direct loss and nothing beyond. */
function liableForDirectLoss(): Clause {
  return may('liability', 'claim compensation for direct loss', { at: 'article 8.1' });
}
