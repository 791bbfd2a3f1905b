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
    ...commercial('qwen', 'Qwen License Agreement', [
      ...qwen('LICENSE AGREEMENT'),
      builtWithQwen('section 5.b'),
      ...grants('section 5.b', 'training-on-outputs'),
    ]),
    aliases: ['qwen license', 'qwen agreement', 'qwen 2024', 'qwen license agreement'],
    link: 'https://huggingface.co/Qwen/Qwen2.5-72B/blob/main/LICENSE',
  },
  {
    ...commercial('tongyi-qianwen', 'Tongyi Qianwen License Agreement', [
      ...tongyiQianwen('LICENSE AGREEMENT'),
      noOtherLanguageModels('section 5.b'),
    ]),
    aliases: ['tongyi qianwen', 'tongyi qianwen 2023', 'tongyi-qianwen-license-agreement'],
    link: 'https://huggingface.co/Qwen/Qwen2-72B-Instruct/blob/main/LICENSE',
  },
  {
    ...research('qwen-research', 'Qwen Research License Agreement', [
      ...qwen('RESEARCH LICENSE AGREEMENT'),
      builtWithQwen('section 4.b'),
      ...grants('section 4.b', 'training-on-outputs'),
    ]),
    aliases: ['qwen research', 'qwen research agreement'],
  },
  {
    ...research('tongyi-qianwen-research', 'Tongyi Qianwen Research License Agreement', [
      ...tongyiQianwen('RESEARCH LICENSE AGREEMENT'),
      noOtherLanguageModels('section 4.b'),
    ]),
    aliases: ['tongyi qianwen research', 'tongyi qianwen research agreement'],
    link: 'https://huggingface.co/Qwen/Qwen1.5-1.8B/blob/main/LICENSE',
  },
];

/** Since 2024 the conditions on copies hold for products and services that contain the model, too. */
function qwen(agreement: string): readonly Clause[] {
  return [includesText('section 3.a', overNetwork), ...copies('Qwen', agreement)];
}

function tongyiQianwen(agreement: string): readonly Clause[] {
  return [includesText('section 3.a'), ...copies('Tongyi Qianwen', agreement)];
}

function copies(model: string, agreement: string): readonly Clause[] {
  const sentence = `${model} is licensed under the ${model} ${agreement}, Copyright (c) Alibaba Cloud. All Rights Reserved.`;
  return [
    statesChanges('section 3.b'),
    carriesNotice('section 3.c', sentence),
    keepsCopyright('section 3.c'),
    ...grants('section 3.d', 'relicensing'),
  ];
}

function commercial(id: string, name: string, more: readonly Clause[]): LicenseEntry {
  return {
    id,
    name,
    family: 'use-restricted',
    clauses: [
      overUsers(100, 'section 4', { on: ['commercial'] }),
      ...more,
      ...grantsAll('section 2'),
      followsLaw('section 5.a'),
      answersForClaims('section 7.d'),
      patentPeace('section 6.c'),
      noTrademark('section 6.b'),
      noLiability('section 7'),
    ],
  };
}

function research(id: string, name: string, more: readonly Clause[]): LicenseEntry {
  return {
    id,
    name,
    family: 'non-commercial',
    clauses: [
      nonCommercial('section 2'),
      researchOnly('sections 1.i and 2.a'),
      ...more,
      ...grantsWithoutGain('section 2.a'),
      followsLaw('section 4.a'),
      answersForClaims('section 6.d'),
      patentPeace('section 5.c'),
      noTrademark('section 5.b'),
      noLiability('section 6'),
    ],
  };
}

function noOtherLanguageModels(at: string): Clause {
  return noOtherModels(at, 'train no other language model on it or its outputs');
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
