import {
  answersForClaims,
  carriesNotice,
  followsLaw,
  followsPolicy,
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  materialsOfMeta,
  noEndorsement,
  noLiability,
  noOtherModels,
  noPatents,
  noSublicense,
  noTrademark,
  overNetwork,
  passesTermsOn,
  patentPeace,
  shows,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must } from './group.ts';

/** Licenses for models that set few limits or none. */
export const group: LicenseGroup = [
  {
    id: 'nvidia-open-model-license',
    name: 'NVIDIA Open Model License Agreement',
    aliases: [
      'nvidia open model',
      'nvidia open model agreement',
      'nvidia open model 2025-04-28',
      'nvidia-open-model-license-agreement',
    ],
    family: 'use-restricted',
    clauses: [
      mayNot('safeguards', 'do not bypass its guardrails', { at: 'section 2.1' }),
      followsPolicy('section 2.3', 'follow its terms for trustworthy AI'),
      includesText('section 3.1'),
      carriesNotice('section 3.1', 'Licensed by NVIDIA Corporation under the NVIDIA Open Model License'),
      must('display', 'Cosmos models: show “Built on NVIDIA Cosmos”', {
        on: [...overNetwork, 'modify', 'train-on-outputs'],
        at: 'section 3.2',
      }),
      ...grantsAll('section 2.2'),
      ...grants('section 2.2', 'sale'),
      ...grants('section 2.4', 'outputs'),
      ...grants('section 3.3', 'relicensing'),
      answersForClaims('section 8'),
      followsLaw('section 11'),
      patentPeace('section 2.1'),
      noTrademark('section 5'),
      noLiability('sections 6 and 7'),
    ],
    link: 'https://www.nvidia.com/en-us/agreements/enterprise-software/nvidia-open-model-license/',
  },
  falcon('falcon-2-11b-tii-license', 'Falcon 2 11B TII License Version 1.0', {
    aliases: ['falcon 2 11b tii 1.0', 'falcon 2 11b 1.0', 'falcon 2 11b'],
    sentence: 'is built using Falcon LLM technology from the Technology Innovation Institute',
    link: 'https://falconllm.tii.ae/falcon-2-terms-and-conditions.html',
  }),
  falcon('falcon-llm-license', 'TII Falcon License', {
    aliases: ['falcon llm', 'tii falcon llm', 'falcon 3 tii falcon', 'tii falcon llm 2.0'],
    sentence: 'is built using artificial intelligence technology from the Technology Innovation Institute',
    link: 'https://falconllm.tii.ae/falcon-terms-and-conditions.html',
  }),
  {
    id: 'grok2-community',
    name: 'Grok 2 Community License Agreement',
    aliases: ['xai community', 'grok 2 community', 'grok 2'],
    family: 'use-restricted',
    clauses: [
      followsPolicy(
        'section 5',
        'follow the acceptable use policy; commercial use only within its guardrails',
      ),
      noOtherModels('section 2.b', 'train no other general model on it or its outputs'),
      includesText('section 3', overNetwork),
      carriesNotice(
        'section 3',
        'This product includes materials licensed under the xAI Community License. All rights reserved. Copyright © xAI',
      ),
      shows('Powered by xAI', 'section 3'),
      ...grantsAll('section 2.a'),
      ...grants('section 4', 'outputs'),
      followsLaw('section 9'),
      patentPeace('section 7'),
      noTrademark('section 2.b'),
      noLiability('section 6'),
    ],
  },
  {
    id: 'minimax-model-license',
    name: 'MiniMax Model License',
    aliases: ['minimax model', 'minimax'],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 2.b.iii', 'no military use, and follow the prohibited uses policy'),
      includesText('section 2.b.i', overNetwork),
      statesChanges('section 2.b.i'),
      carriesNotice(
        'section 2.b.ii',
        'MiniMax AI model is licensed under the MiniMax Model License, Copyright © MiniMax. All Rights Reserved.',
      ),
      ...grantsAll('section 2.a'),
      ...grants('section 2.b.i', 'relicensing'),
      followsLaw('section 2.b.iii'),
      answersForClaims('section 5.c'),
      patentPeace('section 5.c'),
      noTrademark('section 5.a'),
      noLiability('sections 3 and 4'),
    ],
  },
  {
    id: 'glm-4',
    name: 'The glm-4-9b License',
    aliases: ['glm 4', 'glm-4-9b'],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 3', 'no military or unlawful use'),
      must('registration', 'commercial use: register with Zhipu AI', { on: ['commercial'], at: 'section 2' }),
      shows('Built with glm-4', 'section 2'),
      must('naming', 'begin the name of models made with it with “glm-4”', {
        on: ['distribute-modified'],
        at: 'section 2',
        text: 'glm-4',
      }),
      keepsCopyright('section 2'),
      includesText('section 2', overNetwork),
      ...grantsAll('section 2'),
      noSublicense('section 2'),
      followsLaw('section 3'),
      noLiability('sections 4 and 5'),
    ],
  },
  {
    id: 'chatglm2-6b',
    name: 'The ChatGLM2-6B License',
    aliases: ['chatglm2 6b'],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 3', 'no military or unlawful use'),
      keepsCopyright('section 2'),
      includesText('section 2'),
      ...grants('section 2', 'use', 'private-use'),
      noSublicense('section 2'),
      noLiability('sections 4 and 5'),
    ],
    link: 'https://github.com/THUDM/ChatGLM2-6B/blob/main/MODEL_LICENSE',
  },
  {
    id: 'sam-license',
    name: 'SAM License',
    aliases: ['sam 3', 'sam3'],
    family: 'use-restricted',
    clauses: [
      ...materialsOfMeta(),
      must('attribution', 'acknowledge it in publications of research', {
        on: ['share-outputs'],
        at: 'section 1.b.ii',
      }),
      ...grantsAll('section 1.a'),
      ...grants('section 1.a.i', 'patent'),
      followsLaw('section 1.b.iii'),
    ],
    link: 'https://github.com/facebookresearch/sam3/blob/main/LICENSE',
    source: 'excerpt',
  },
  {
    id: 'apple-ascl',
    name: 'Apple Sample Code License',
    aliases: [
      'apple sample code',
      'cvnets',
      'cvnets-license',
      'fastvit-license',
      'mobileone-license',
      'apple ml ferret 2023',
      'apple ml ferret',
    ],
    family: 'permissive',
    clauses: [
      keepsCopyright(),
      must('license-text', 'keep the notice and text on unchanged copies', { on: ['distribute'] }),
      noEndorsement(),
      noPatents(),
      ...grants(undefined, 'use', 'private-use', 'modification', 'distribution', 'derivatives'),
      noTrademark(),
      noLiability(),
    ],
  },
  openmdw('openmdw-1.0', 'OpenMDW License Agreement, version 1.0'),
  openmdw('openmdw-1.1', 'OpenMDW License Agreement, version 1.1'),
  {
    id: 'open-weights-permissive-1.0.0',
    name: 'Open Weights Permissive License Version 1.0.0',
    aliases: ['open weights permissive 1.0.0'],
    family: 'permissive',
    clauses: [
      must('license-text', 'say that it is under this license', { on: ['distribute'], at: 'notices' }),
      ...grantsAll('license'),
      ...grants('license', 'patent'),
      ...grants('notices', 'relicensing'),
      noTrademark('license'),
      noLiability('no liability'),
    ],
    link: 'https://github.com/Open-Weights/Definition/blob/main/Open%20Weights%20License.MD',
  },
  {
    id: 'faipl-1.0-sd',
    name: 'Fair AI Public License 1.0-SD',
    aliases: ['fair ai public 1.0 sd', 'faipl 1.0 sd'],
    family: 'network-copyleft',
    clauses: [
      followsPolicy('prohibited uses', 'not for its prohibited uses'),
      must('same-license', 'hand it and changes on under this license', {
        on: ['distribute', 'host'],
        at: 'notices',
        reach: 'derivatives',
      }),
      must('disclose-source', 'hand on the source, and offer changed models to users over a network', {
        on: ['distribute', 'host'],
        at: 'notices',
        reach: 'derivatives',
      }),
      includesText('notices'),
      mayNot('relicensing', 'no other terms', { at: 'notices' }),
      ...grantsAll('copyright'),
    ],
    link: 'https://freedevproject.org/faipl-1.0-sd/',
  },
];

function openmdw(id: string, name: string): LicenseEntry {
  return {
    id,
    name,
    aliases: [id.replace('-', ' ')],
    family: 'permissive',
    clauses: [
      includesText(),
      keepsCopyright(),
      ...grantsAll(),
      ...grants(undefined, 'patent', 'outputs'),
      patentPeace(),
      noLiability(),
    ],
  };
}

interface Falcon {
  readonly aliases: readonly string[];
  /** What publications on a derived work must say of it. */
  readonly sentence: string;
  readonly link: string;
}

function falcon(id: string, name: string, { aliases, sentence, link }: Falcon): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 5', 'follow the acceptable use policy, which may change'),
      passesTermsOn('section 4.1', ['distribute']),
      must('display', 'publications on derived works: say that they are built with technology of TII', {
        on: ['distribute-modified'],
        at: 'section 6',
        text: sentence,
      }),
      includesText('section 4.1'),
      statesChanges('section 4.1'),
      keepsCopyright('section 4.1'),
      carriesNotice('section 4.1'),
      ...grantsAll('section 2'),
      ...grants('section 2', 'sublicensing'),
      ...grants('section 3', 'patent'),
      ...grants('section 4.2', 'relicensing'),
      ...grants('section 11', 'warranty'),
      patentPeace('section 3'),
      noTrademark('section 8'),
      noLiability('sections 9 and 10'),
    ],
    link,
  };
}
