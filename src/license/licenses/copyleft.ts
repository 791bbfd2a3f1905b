import type { Act, Clause, LicenseFamily, Reach } from '../types.ts';
import { grantsAll, includesText, keepsCopyright, noWarranty, statesChanges } from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must } from './group.ts';

/** Licenses that ask for the same terms in return. */
export const group: LicenseGroup = [
  whole('GPL-2.0', 'GNU General Public License v2.0'),
  whole('GPL-3.0', 'GNU General Public License v3.0'),
  whole('GFDL-1.1', 'GNU Free Documentation License v1.1'),
  whole('GFDL-1.2', 'GNU Free Documentation License v1.2'),
  whole('GFDL-1.3', 'GNU Free Documentation License v1.3'),
  network('AGPL-3.0', 'GNU Affero General Public License v3.0'),
  network('OSL-3.0', 'Open Software License 3.0'),
  network('EUPL-1.1', 'European Union Public License 1.1'),
  network('EUPL-1.2', 'European Union Public License 1.2'),
  files('LGPL-2.0', 'GNU Library General Public License v2.0'),
  files('LGPL-2.1', 'GNU Lesser General Public License v2.1'),
  files('LGPL-3.0', 'GNU Lesser General Public License v3.0'),
  { ...files('LGPLLR', 'Lesser General Public License For Linguistic Resources'), hubId: 'lgpl-lr' },
  files('MPL-2.0', 'Mozilla Public License 2.0'),
  files('EPL-1.0', 'Eclipse Public License 1.0'),
  files('EPL-2.0', 'Eclipse Public License 2.0'),
  files('MS-PL', 'Microsoft Public License'),
  files('LPPL-1.3c', 'LaTeX Project Public License v1.3c'),
  files('OFL-1.1', 'SIL Open Font License 1.1', [mayNot('sale', 'not sold by itself')]),
];

function whole(id: string, name: string): LicenseEntry {
  const words = 'works that contain it go out under the same license, with source';
  return entry(id, name, 'copyleft', sameTerms('whole', words, ['distribute']));
}

function network(id: string, name: string): LicenseEntry {
  const words =
    'works that contain it go out under the same license, with source, also when offered over a network';
  return entry(id, name, 'network-copyleft', sameTerms('whole', words, ['distribute', 'host']));
}

function files(id: string, name: string, more: readonly Clause[] = []): LicenseEntry {
  const words = 'changed parts stay under this license, with source';
  return entry(id, name, 'weak-copyleft', [...sameTerms('files', words, ['distribute-modified']), ...more]);
}

function sameTerms(reach: Reach, words: string, on: readonly Act[]): readonly Clause[] {
  return [must('same-license', words, { on, reach }), must('disclose-source', words, { on, reach })];
}

function entry(id: string, name: string, family: LicenseFamily, terms: readonly Clause[]): LicenseEntry {
  return {
    id,
    name,
    family,
    clauses: [keepsCopyright(), includesText(), ...terms, statesChanges(), ...grantsAll(), ...noWarranty()],
  };
}
