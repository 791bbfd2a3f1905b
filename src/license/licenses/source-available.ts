import type { Clause } from '../types.ts';
import {
  grants,
  grantsAll,
  grantsWithoutGain,
  includesText,
  keepsCopyright,
  noLiability,
  nonCommercial,
  noTrademark,
  patentPeace,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot } from './group.ts';

/** Licenses of source that is open to read and not to every use. */
export const group: LicenseGroup = [
  {
    id: 'BUSL-1.1',
    name: 'Business Source License 1.1',
    aliases: ['business source 1.1', 'bsl 1.1'],
    family: 'use-restricted',
    clauses: [
      mayNot('production-use', 'no production use beyond what its parameters grant'),
      includesText(),
      ...grants(undefined, 'use', 'private-use', 'distribution', 'modification', 'derivatives'),
      noTrademark(),
      noLiability(),
    ],
  },
  functional('FSL-1.1-MIT', 'Functional Source License, Version 1.1, MIT Future License'),
  functional('FSL-1.1-ALv2', 'Functional Source License, Version 1.1, ALv2 Future License'),
  {
    id: 'Elastic-2.0',
    name: 'Elastic License 2.0',
    family: 'use-restricted',
    clauses: [
      mayNot('hosting', 'do not offer it to others as a service', { on: ['host'], at: 'limitations' }),
      mayNot('safeguards', 'do not get around its license keys', { at: 'limitations' }),
      includesText('notices'),
      ...grantsAll('copyright license'),
      ...grants('patents', 'patent'),
      patentPeace('patents'),
      noLiability('no liability'),
    ],
  },
  {
    id: 'PolyForm-Noncommercial-1.0.0',
    name: 'PolyForm Noncommercial License 1.0.0',
    aliases: ['polyform noncommercial', 'polyform nc'],
    family: 'non-commercial',
    clauses: [
      nonCommercial('noncommercial purposes'),
      includesText('notices'),
      ...grantsWithoutGain('copyright license'),
      ...grants('patent license', 'patent'),
      patentPeace('patent defense'),
      noLiability('no liability'),
    ],
  },
];

function functional(id: string, name: string): LicenseEntry {
  const clauses: readonly Clause[] = [
    mayNot('competition', 'no competing commercial use', { on: ['commercial'], at: 'permitted purpose' }),
    includesText('redistribution'),
    keepsCopyright('redistribution'),
    ...grants('grant of rights', 'use', 'private-use', 'distribution', 'modification', 'derivatives'),
    ...grants('patents', 'patent'),
    patentPeace('patents'),
    noTrademark('trademarks'),
    noLiability('disclaimer'),
  ];
  return { id, name, family: 'use-restricted', clauses };
}
