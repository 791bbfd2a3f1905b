import type { Act, Clause } from '../types.ts';
import {
  answersForClaims,
  carriesNotice,
  followsLaw,
  grants,
  grantsAll,
  grantsWithoutGain,
  includesText,
  keepsCopyright,
  noLiability,
  nonCommercial,
  noOtherModels,
  noTrademark,
  overNetwork,
  overUsers,
  patentPeace,
  researchOnly,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, must } from './group.ts';

/** Making, or training on outputs, a model that others get. */
const madeModels: readonly Act[] = ['distribute-modified', 'train-on-outputs'];

/** The licenses of Alibaba’s models that are not under Apache-2.0. */
export const group: LicenseGroup = [
  {
    ...qwen(
      'qwen',
      'Qwen License Agreement',
      'Qwen is licensed under the Qwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.',
      [builtWithQwen('section 5.b'), ...grants('section 5.b', 'training-on-outputs')],
    ),
    aliases: ['qwen license', 'qwen agreement', 'qwen 2024', 'qwen license agreement'],
    link: 'https://huggingface.co/Qwen/Qwen2.5-72B/blob/main/LICENSE',
  },
  {
    ...qwen(
      'tongyi-qianwen',
      'Tongyi Qianwen License Agreement',
      'Tongyi Qianwen is licensed under the Tongyi Qianwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.',
      [noOtherModels('section 5.b', 'train no other language model on it or its outputs')],
    ),
    aliases: ['tongyi qianwen', 'tongyi qianwen 2023', 'tongyi-qianwen-license-agreement'],
    link: 'https://huggingface.co/Qwen/Qwen2-72B-Instruct/blob/main/LICENSE',
  },
  {
    id: 'qwen-research',
    name: 'Qwen Research License Agreement',
    aliases: ['qwen research', 'qwen research agreement', 'tongyi qianwen research'],
    family: 'non-commercial',
    clauses: [
      nonCommercial('section 2'),
      researchOnly('sections 1.i and 2.a'),
      builtWithQwen('section 4.b'),
      includesText('section 3.a', overNetwork),
      statesChanges('section 3.b'),
      carriesNotice(
        'section 3.c',
        'Qwen is licensed under the Qwen RESEARCH LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.',
      ),
      keepsCopyright('section 3.c'),
      ...grantsWithoutGain('section 2.a'),
      ...grants('section 3.d', 'relicensing'),
      ...grants('section 4.b', 'training-on-outputs'),
      followsLaw('section 4.a'),
      answersForClaims('section 6.d'),
      patentPeace('section 5.c'),
      noTrademark('section 5.b'),
      noLiability('section 6'),
    ],
  },
];

function qwen(id: string, name: string, sentence: string, more: readonly Clause[]): LicenseEntry {
  return {
    id,
    name,
    family: 'use-restricted',
    clauses: [
      overUsers(100, 'section 4', { on: ['commercial'] }),
      ...more,
      includesText('section 3.a', overNetwork),
      statesChanges('section 3.b'),
      carriesNotice('section 3.c', sentence),
      keepsCopyright('section 3.c'),
      ...grantsAll('section 2'),
      ...grants('section 3.d', 'relicensing'),
      followsLaw('section 5.a'),
      answersForClaims('section 7.d'),
      patentPeace('section 6.c'),
      noTrademark('section 6.b'),
      noLiability('section 7'),
    ],
  };
}

function builtWithQwen(at: string): Clause {
  return must(
    'display',
    'models made with it or its outputs: show “Built with Qwen” or “Improved using Qwen”',
    {
      on: madeModels,
      at,
      text: 'Built with Qwen',
    },
  );
}
