import { grantsAll, includesText, statesChanges } from './clauses.ts';
import { type LicenseGroup, mayNot, must, onlyIf } from './group.ts';

/** Model licenses with terms of their own that permit commercial use. */
export const group: LicenseGroup = [
  {
    id: 'gemma',
    name: 'Gemma Terms of Use',
    aliases: ['gemma terms of use', 'gemma terms'],
    family: 'use-restricted',
    clauses: [
      mayNot('field-of-use', 'follow the prohibited use policy', { at: 'section 3.2' }),
      must('pass-terms-on', 'pass its use restrictions on to your users', {
        on: ['distribute', 'host', 'train-on-outputs'],
        at: 'section 3.1',
        reach: 'derivatives',
      }),
      includesText('section 3.1'),
      statesChanges('section 3.1'),
      ...grantsAll('section 2.2'),
    ],
  },
  {
    id: 'nvidia-open-model-license',
    name: 'NVIDIA Open Model License',
    family: 'use-restricted',
    clauses: [
      mayNot('safeguards', 'do not bypass its guardrails'),
      mayNot('field-of-use', 'follow its terms for trustworthy AI'),
      includesText(),
      ...grantsAll(),
    ],
  },
  {
    id: 'stabilityai-ai-community',
    name: 'Stability AI Community License',
    family: 'use-restricted',
    clauses: [
      onlyIf('revenue', 'over $1M yearly revenue: ask for a license', {
        limit: { kind: 'revenue', over: 1_000_000, currency: 'USD', per: 'year' },
      }),
      mayNot('training-on-outputs', 'train no other foundation model on it or its outputs'),
      mayNot('field-of-use', 'follow the acceptable use policy'),
      must('registration', 'commercial use: register with Stability AI', { on: ['commercial'] }),
      must('display', 'show “Powered by Stability AI”', {
        on: ['distribute', 'host'],
        text: 'Powered by Stability AI',
      }),
      ...grantsAll(),
    ],
  },
  {
    id: 'openmdw-1.0',
    name: 'OpenMDW License Agreement, version 1.0',
    family: 'permissive',
    clauses: [includesText(), ...grantsAll()],
  },
  {
    id: 'openmdw-1.1',
    name: 'OpenMDW License Agreement, version 1.1',
    family: 'permissive',
    clauses: [includesText(), ...grantsAll()],
    source: 'unread',
  },
  {
    id: 'grok2-community',
    name: 'Grok 2 Community License Agreement',
    family: 'use-restricted',
    clauses: [onlyIf('field-of-use', 'follow its terms of use')],
    source: 'unread',
  },
  {
    id: 'falcon-llm-license',
    name: 'Falcon LLM License',
    family: 'use-restricted',
    clauses: [onlyIf('field-of-use', 'follow its terms of use')],
    source: 'unread',
  },
];
