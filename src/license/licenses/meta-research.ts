import type { Clause } from '../types.ts';
import {
  answersForClaims,
  carriesNotice,
  followsLaw,
  followsPolicy,
  grants,
  includesText,
  keepsCopyright,
  noLiability,
  nonCommercial,
  noSublicense,
  noTrademark,
  outputsWithoutGain,
  patentPeace,
  researchOnly,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must } from './group.ts';

/** Research licenses on the pattern of Meta's for OPT, which others took over. */
export const group: LicenseGroup = [
  opt('llama1', 'LLaMA License Agreement', {
    aliases: ['llama 1', 'llama 2023'],
    sentence:
      'LLaMA is licensed under the LLaMA License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
  }),
  opt('opt-175b', 'OPT-175B License Agreement', {
    aliases: ['opt', 'opt license', 'opt 175b'],
    sentence:
      'OPT-175B is licensed under the OPT-175B license, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
    link: 'https://github.com/facebookresearch/metaseq/blob/main/projects/OPT/MODEL_LICENSE.md',
    law: 'section 2.a',
  }),
  opt('deepfloyd-if-license', 'DeepFloyd IF License Agreement', {
    aliases: ['deepfloyd if', 'deepfloyd'],
    sentence:
      'DeepFloyd is licensed under the DeepFloyd License, Copyright (c) Stability AI Ltd. All Rights Reserved.',
  }),
  {
    ...opt('seer-license', 'SEER License Agreement', {
      aliases: ['seer'],
      sentence:
        'SEER is licensed under SEER license, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
      link: 'https://github.com/facebookresearch/vissl/blob/main/projects/SEER/MODEL_LICENSE.md',
    }),
    clauses: seer(),
  },
  chameleon('chameleon-research', 'Chameleon Research License', ['chameleon research 2024']),
  {
    id: 'fair-noncommercial-research-license',
    name: 'FAIR Noncommercial Research License',
    aliases: ['fair noncommercial research', 'fair nc'],
    family: 'non-commercial',
    clauses: [
      nonCommercial(),
      researchOnly(),
      outputsWithoutGain(),
      followsPolicy(),
      ...grants(undefined, 'use', 'private-use', 'distribution', 'modification', 'derivatives'),
    ],
    source: 'excerpt',
  },
];

interface Details {
  readonly aliases: readonly string[];
  /** The attribution that goes with copies. */
  readonly sentence: string;
  readonly link?: string;
  /** Where it speaks of laws: those after the first have a paragraph on exports. */
  readonly law?: string;
}

function opt(
  id: string,
  name: string,
  { aliases, sentence, link, law = 'section 2.e' }: Details,
): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'non-commercial',
    clauses: [
      ...commonTerms(sentence),
      followsPolicy('section 2.a', 'no military, surveillance or biometric use'),
      answersForClaims('section 6'),
      followsLaw(law),
      noTrademark('section 9'),
      noLiability('sections 4 and 5'),
    ],
    ...(link !== undefined && { link }),
  };
}

function commonTerms(sentence: string): readonly Clause[] {
  return [
    nonCommercial('section 2.a'),
    mayNot('production-use', 'no production use', { at: 'section 2.a' }),
    researchOnly('section 1.a'),
    outputsWithoutGain('section 2.a'),
    mayNot('safeguards', 'do not get around its safeguards', { at: 'section 2' }),
    includesText('section 3'),
    carriesNotice('section 3', sentence),
    keepsCopyright('section 2'),
    ...grants('section 1.a', 'use', 'private-use', 'distribution', 'modification', 'derivatives'),
    mayNot('relicensing', 'no other terms', { at: 'section 2' }),
    noSublicense('section 1.a'),
  ];
}

function seer(): readonly Clause[] {
  return [
    ...commonTerms(
      'SEER is licensed under SEER license, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
    ),
    followsPolicy('section 2.a', 'no military, police, border, surveillance or biometric use'),
    mayNot('reverse-engineering', 'no reverse engineering', { at: 'section 2.b' }),
    noTrademark('section 8'),
    noLiability('sections 4 and 5'),
  ];
}

function chameleon(id: string, name: string, aliases: readonly string[]): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'non-commercial',
    clauses: [
      nonCommercial('section 3.1'),
      researchOnly('section 2.1'),
      outputsWithoutGain('section 3.1'),
      followsPolicy('section 2.2.4'),
      mayNot('safeguards', 'do not get around its safeguards', { at: 'section 3.2' }),
      must('same-license', 'hand it and what derives from it on under the same license', {
        on: ['distribute'],
        at: 'section 2.2.1',
        reach: 'derivatives',
      }),
      includesText('section 2.2.1'),
      must('attribution', 'acknowledge it in publications', { on: ['share-outputs'], at: 'section 2.2.2' }),
      carriesNotice(
        'section 2.2.3',
        'Chameleon is licensed under the Chameleon Research License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
      ),
      ...grants('section 2.1', 'use', 'private-use', 'distribution', 'modification', 'derivatives'),
      followsLaw('section 2.2.4'),
      answersForClaims('section 7.3'),
      patentPeace('section 7.3'),
      noTrademark('section 7.1'),
      noLiability('sections 5 and 6'),
    ],
  };
}
