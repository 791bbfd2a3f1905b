import type { Act } from '../types.ts';
import {
  carriesNotice,
  followsLaw,
  followsPolicy,
  grants,
  grantsAll,
  includesText,
  noEndorsement,
  noLiability,
  noTrademark,
  overNetwork,
  passesTermsOn,
  statesChanges,
} from './clauses.ts';
import type { LicenseEntry, LicenseGroup } from './group.ts';

/** A derivative is also a model trained on outputs to behave alike. */
const derived: readonly Act[] = [...overNetwork, 'train-on-outputs'];

/** Google’s terms for its open models. */
export const group: LicenseGroup = [
  gemma('gemma', 'Gemma Terms of Use', [
    'gemma terms of use',
    'gemma terms',
    'gemma tou 2024-04-01',
    'gemma tou 2025-03-24',
  ]),
  {
    id: 'health-ai-developer-foundations',
    name: 'Health AI Developer Foundations Terms of Use',
    aliases: ['health ai developer foundations terms of use', 'hai-def', 'health ai developer tou 2024'],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 3.2', 'follow the prohibited use policy; clinical use needs authorization'),
      passesTermsOn('section 3.1', derived),
      includesText('section 3.1', overNetwork),
      statesChanges('section 3.1'),
      carriesNotice(
        'section 3.1',
        'HAI-DEF is provided under and subject to the Health AI Developer Foundations Terms of Use found at https://developers.google.com/health-ai-developer-foundations/terms',
      ),
      ...grantsAll('section 2.2'),
    ],
    link: 'https://developers.google.com/health-ai-developer-foundations/terms',
  },
];

function gemma(id: string, name: string, aliases: readonly string[]): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 3.2', 'follow the prohibited use policy'),
      passesTermsOn('section 3.1', derived),
      includesText('section 3.1', overNetwork),
      statesChanges('section 3.1'),
      carriesNotice(
        'section 3.1',
        'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms',
      ),
      ...grantsAll('section 2.2'),
      ...grants('section 3.1', 'hosting', 'relicensing'),
      ...grants('section 3.3', 'outputs'),
      followsLaw('section 3.2'),
      noTrademark('section 4.2'),
      noEndorsement('section 4.2'),
      noLiability('sections 4.3 and 4.4'),
    ],
  };
}
