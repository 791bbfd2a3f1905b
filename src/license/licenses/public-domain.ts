import { grants, grantsAll, noWarranty } from './clauses.ts';
import type { LicenseEntry, LicenseGroup } from './group.ts';

/** Texts that ask for nothing. */
export const group: LicenseGroup = [
  free('0BSD', 'BSD Zero Clause License'),
  free('MIT-0', 'MIT No Attribution', ['mit no attribution']),
  free('WTFPL', 'Do What The F*ck You Want To Public License'),
  free('Unlicense', 'The Unlicense'),
  free('CC0-1.0', 'Creative Commons Zero v1.0 Universal', [
    'cc0',
    'cc0 1.0 universal',
    'creative commons zero 1.0 universal',
  ]),
  {
    ...free('PDDL-1.0', 'Open Data Commons Public Domain Dedication & License 1.0'),
    hubId: 'pddl',
  },
];

function free(id: string, name: string, aliases: readonly string[] = []): LicenseEntry {
  const clauses = [...grantsAll(), ...grants(undefined, 'relicensing'), ...noWarranty()];
  return { id, name, aliases, family: 'public-domain', clauses };
}
