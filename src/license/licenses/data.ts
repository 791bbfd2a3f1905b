import type { Clause } from '../types.ts';
import {
  answersForClaims,
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noEndorsement,
  noLiability,
  noSublicense,
  patentPeace,
  statesChanges,
} from './clauses.ts';
import { type LicenseGroup, mayNot, must, onlyIf } from './group.ts';

/** Agreements made for data. Models trained on the data are results of its use, which most of them leave free. */
export const group: LicenseGroup = [
  {
    id: 'CDLA-Permissive-1.0',
    name: 'Community Data License Agreement Permissive 1.0',
    family: 'permissive',
    clauses: [
      includesText('section 3.1(a)'),
      statesChanges('section 3.1(b)'),
      credit('section 3.1(c)'),
      ...grantsAll('section 2.1'),
      ...grants('section 3.1(a)', 'relicensing'),
      ...grants('section 3.4', 'outputs'),
      patentPeace('section 5.2'),
      noLiability('sections 6.1 and 6.2'),
    ],
  },
  {
    id: 'CDLA-Permissive-2.0',
    name: 'Community Data License Agreement Permissive 2.0',
    family: 'permissive',
    clauses: [
      includesText('section 2.1'),
      ...grantsAll('section 1.1'),
      ...grants('section 3.1', 'outputs'),
      noLiability('section 4.1'),
    ],
  },
  {
    id: 'CDLA-Sharing-1.0',
    name: 'Community Data License Agreement Sharing 1.0',
    family: 'copyleft',
    clauses: [
      must('same-license', 'publish the data and what is added to it under the same agreement', {
        on: ['distribute'],
        at: 'section 3.1(a)',
        reach: 'derivatives',
      }),
      statesChanges('section 3.1(b)'),
      credit('section 3.1(c)'),
      ...grantsAll('section 2.1'),
      includesText('section 3.3'),
      ...grants('section 3.5', 'outputs'),
      patentPeace('section 5.2'),
      noLiability('sections 6.1 and 6.2'),
    ],
  },
  {
    id: 'ODC-By-1.0',
    hubId: 'odc-by',
    name: 'Open Data Commons Attribution License v1.0',
    family: 'permissive',
    clauses: [
      includesText('section 4.2(a)'),
      keepsCopyright('section 4.2(c)'),
      must('attribution', 'say where outputs come from', { on: ['share-outputs'], at: 'section 4.3' }),
      must('same-license', 'hand the data on under this license', {
        on: ['distribute'],
        at: 'section 4.2(a)',
        reach: 'files',
      }),
      ...grantsAll('section 3.1'),
      noSublicense('section 4.4'),
      noLiability('sections 7 and 8'),
    ],
  },
  {
    id: 'ODbL-1.0',
    hubId: 'odbl',
    name: 'Open Data Commons Open Database License v1.0',
    aliases: ['open database'],
    family: 'copyleft',
    clauses: [
      must('same-license', 'share changed databases under the same license', {
        on: ['distribute-modified'],
        at: 'section 4.4',
        reach: 'derivatives',
      }),
      includesText('section 4.2(a)'),
      keepsCopyright('section 4.2(c)'),
      must('attribution', 'say where outputs come from', { on: ['share-outputs'], at: 'section 4.3' }),
      must('disclose-source', 'offer changed databases, or the changes', {
        on: ['distribute-modified', 'share-outputs'],
        at: 'section 4.6',
        reach: 'derivatives',
      }),
      ...grantsAll('section 3.1'),
      noSublicense('section 4.8'),
      noLiability('sections 7 and 8'),
    ],
  },
  {
    id: 'etalab-2.0',
    name: 'Etalab Open License 2.0',
    aliases: ['open licence 2.0', 'licence ouverte 2.0'],
    family: 'permissive',
    clauses: [
      must('attribution', 'name the source and the date of its last update', { on: ['distribute'] }),
      noEndorsement(),
      ...grantsAll(),
      noLiability(),
    ],
  },
  {
    id: 'C-UDA-1.0',
    hubId: 'c-uda',
    name: 'Computational Use of Data Agreement v1.0',
    family: 'use-restricted',
    clauses: [
      onlyIf('field-of-use', 'computational use only', { at: 'section 2.1' }),
      must('pass-terms-on', 'bind recipients to the agreement', {
        on: ['distribute'],
        at: 'section 3.1.2',
        reach: 'derivatives',
      }),
      credit('section 3.1.1'),
      ...grants('section 1.1', 'use', 'private-use', 'modification', 'distribution', 'derivatives'),
      ...grants('section 2.2', 'outputs'),
      noLiability('sections 4.2 and 4.3'),
    ],
  },
  {
    id: 'O-UDA-1.0',
    name: 'Open Use of Data Agreement v1.0',
    family: 'permissive',
    clauses: [
      credit('section 3.1.1'),
      ...grantsAll('section 1.1'),
      ...grants('section 2.1', 'outputs'),
      noLiability('section 4'),
    ],
  },
  {
    id: 'nvidia-model-training-2025',
    name: 'NVIDIA Data Agreement for Model Training',
    family: 'use-restricted',
    clauses: [
      mayNot('distribution', 'hand none of the data on', { at: 'section 2.2.2' }),
      mayNot('sublicensing', 'no sublicenses', { at: 'section 2.2.2' }),
      onlyIf('field-of-use', 'internal training of models only', { at: 'section 2.1' }),
      mayNot('field-of-use', 'follow its terms for trustworthy AI', { at: 'section 6.4' }),
      answersForClaims('section 6.3'),
      ...grants('section 2.1', 'use', 'private-use', 'commercial-use'),
      ...grants('section 2.3.3', 'outputs'),
      patentPeace('section 3.2.2'),
      noLiability('sections 4.1 and 4.2'),
    ],
    link: 'https://huggingface.co/datasets/nvidia/Nemotron-Pretraining-Dataset-sample/raw/main/LICENSE.md',
  },
];

function credit(at: string): Clause {
  return must('attribution', 'keep the credits of the data', { on: ['distribute'], at });
}
