import type { Act, Clause } from '../types.ts';
import {
  answersForClaims,
  carriesNotice,
  followsLaw,
  followsPolicy,
  grants,
  grantsAll,
  includesText,
  inProducts,
  keepsCopyright,
  noLiability,
  noOtherModels,
  noTrademark,
  overNetwork,
  overUsers,
  patentPeace,
  shows,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, may, must, onlyIf } from './group.ts';

/** The community licenses of Meta differ in what they ask of names, outputs and places. */
export const group: LicenseGroup = [
  llama('2', '2023-07-18', {
    model: 'Llama 2',
    sentence:
      'Llama 2 is licensed under the LLAMA 2 Community License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
    clauses: [noOtherLanguageModels()],
  }),
  llama('3', '2024-04-18', {
    model: 'Meta Llama 3',
    sentence:
      'Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
    clauses: [
      // Later ones speak of products that contain it.
      builtWith('Built with Meta Llama 3', inProducts),
      must('naming', 'begin the name of models made with it with “Llama 3”', {
        on: ['distribute-modified'],
        at: 'section 1.b.i',
        text: 'Llama 3',
      }),
      noOtherLanguageModels(),
    ],
  }),
  llama('3.1', '2024-07-23', { clauses: namesWithLlama() }),
  llama('3.2', '2024-09-25', { clauses: [...namesWithLlama(), notInEurope('acceptable use policy')] }),
  llama('3.3', '2024-12-06', { clauses: namesWithLlama() }),
  llama('4', '2025-04-05', { clauses: [...namesWithLlama(), notInEurope('acceptable use policy')] }),
];

interface Details {
  readonly model?: string;
  /** What the Notice file must say. */
  readonly sentence?: string;
  readonly clauses: readonly Clause[];
}

function llama(version: string, released: string, details: Details): LicenseEntry {
  const { model = `Llama ${version}`, clauses } = details;
  const {
    sentence = `${model} is licensed under the ${model} Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.`,
  } = details;
  return {
    id: `llama${version}`,
    name: `${model} Community License Agreement`,
    aliases: [
      `llama ${version}`,
      `llama ${version} community`,
      `llama ${version} ${released.slice(0, 4)}`,
      `llama ${version} cla ${released.slice(0, 4)}`,
    ],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 1.b.iv'),
      overUsers(700, 'section 2', { asOf: released }),
      ...clauses,
      includesText('section 1.b.i', overNetwork),
      carriesNotice('section 1.b.iii', sentence),
      keepsCopyright('section 1.b.iii'),
      ...grantsAll('section 1.a'),
      ...grants('section 5.b', 'relicensing'),
      followsLaw('section 1.b.iv'),
      answersForClaims('section 5.c'),
      patentPeace('section 5.c'),
      noTrademark('section 5.a'),
      noLiability('sections 3 and 4'),
    ],
  };
}

function noOtherLanguageModels(): Clause {
  return noOtherModels('section 1.b.v', 'train no other language model on it or its outputs');
}

function namesWithLlama(): readonly Clause[] {
  return [
    builtWith('Built with Llama'),
    must('naming', 'begin the name of models made with it or trained on its outputs with “Llama”', {
      on: ['distribute-modified', 'train-on-outputs'],
      at: 'section 1.b.i',
      text: 'Llama',
    }),
    may('training-on-outputs', 'train other models on its outputs', { at: 'section 1.b.i' }),
  ];
}

function builtWith(text: string, on: readonly Act[] = overNetwork): Clause {
  return shows(text, 'section 1.b.i', on);
}

/** It binds who would use the model; who uses a product made with it may live anywhere. */
function notInEurope(at: string): Clause {
  return onlyIf('territory', 'multimodal models: no license for people or companies based in the EU', {
    at,
    limit: { kind: 'territory', excluded: ['EU'], of: 'multimodal' },
  });
}
