import type { Clause } from '../types.ts';
import {
  answersForClaims,
  carriesNotice,
  grants,
  grantsWithoutGain,
  includesText,
  noEndorsement,
  noLiability,
  nonCommercial,
  noSublicense,
  noTrademark,
  outputsWithoutGain,
  patentPeace,
  researchOnly,
  statesChanges,
} from './clauses.ts';
import { type LicenseGroup, mayNot } from './group.ts';

/** Mistral AI's own licenses. Most of its models are under Apache-2.0. */
export const group: LicenseGroup = [
  {
    id: 'mnpl',
    name: 'Mistral AI Non-Production License',
    aliases: ['mnpl 0.1', 'mnpl-0.1', 'mistral ai non production', 'mistral non production'],
    family: 'non-commercial',
    clauses: [
      nonCommercial('section 3.2'),
      mayNot('production-use', 'testing, research and evaluation only, not in production', {
        at: 'section 3.2',
      }),
      ...common('Licensed by Mistral AI under the Mistral AI Non-Production License'),
      ...grants('section 4.2', 'outputs'),
    ],
    link: 'https://mistral.ai/licenses/MNPL-0.1.md',
  },
  {
    id: 'mrl',
    name: 'Mistral AI Research License',
    aliases: ['mrl 0.1', 'mrl-0.1', 'mistral ai research', 'mistral research', 'mistral-ai-research-licence'],
    family: 'non-commercial',
    clauses: [
      nonCommercial('sections 3.2 and 9'),
      researchOnly('section 3.2'),
      outputsWithoutGain('sections 3.2 and 4.2'),
      ...common('Licensed by Mistral AI under the Mistral AI Research License'),
    ],
    link: 'https://mistral.ai/licenses/MRL-0.1.md',
  },
];

function common(sentence: string): readonly Clause[] {
  return [
    includesText('section 2.2'),
    carriesNotice('section 2.2', sentence),
    statesChanges('section 2.3'),
    ...grantsWithoutGain('section 2.1'),
    ...grants('section 2.3', 'relicensing'),
    noSublicense('section 2.1'),
    noEndorsement('section 3.1'),
    answersForClaims('section 5.2'),
    patentPeace('section 7.3'),
    noTrademark('section 4.1'),
    noLiability('sections 5.1 and 6.1'),
  ];
}
