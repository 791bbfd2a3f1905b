import type { Clause } from '../types.ts';
import {
  derived,
  followsPolicy,
  grants,
  grantsAll,
  includesText,
  keepsCopyright,
  noEndorsement,
  noLiability,
  noTrademark,
  overNetwork,
  passesTermsOn,
  patentPeace,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, must } from './group.ts';

/** Responsible AI licenses: open but for a list of uses, which goes with the model and all that derives from it. */
export const group: LicenseGroup = [
  rail('bigscience-bloom-rail-1.0', 'BigScience RAIL License v1.0', {
    aliases: ['bigscience rail', 'bloom rail', 'bigscience rail 1.0', 'bloom rail 1.0'],
    more: [usesNewest()],
  }),
  rail('bigscience-openrail-m', 'BigScience Open RAIL-M License', {
    aliases: ['bigscience open rail m'],
    more: [usesNewest()],
  }),
  rail('creativeml-openrail-m', 'CreativeML Open RAIL-M', {
    aliases: ['creativeml open rail m', 'stable diffusion', 'stable diffusion 2022-08-22'],
    more: [usesNewest()],
  }),
  rail('openrail++', 'CreativeML Open RAIL++-M License', {
    aliases: [
      'creativeml open rail++-m',
      'creativeml openrail++-m',
      'openrail++-m',
      'bigscience open rail m2',
    ],
  }),
  {
    ...rail('openrail', 'OpenRAIL license family', { aliases: ['openrail m', 'open rail m'] }),
    source: 'relative',
  },
  {
    ...rail('deepseek', 'DeepSeek License Agreement v1.0', {
      aliases: ['deepseek license agreement 1.0', 'deepseek model', 'deepseek agreement', 'deepseek la 1.0'],
      policy: 'no military use, and not for the other uses of its attachment A',
      // Its section 9, on personal data, is its own: what others say in sections 9 to 11 stands one further down.
      disclaimer: { liability: 'sections 10 and 11', warranty: 'section 12' },
    }),
    link: 'https://github.com/deepseek-ai/DeepSeek-V3/blob/main/LICENSE-MODEL',
  },
  {
    id: 'bigcode-openrail-m',
    name: 'BigCode Open RAIL-M v1 License Agreement',
    aliases: ['bigcode open rail m', 'bigcode open rail m v1', 'bigcode openrail m v1'],
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 4, attachment A', 'not for the uses of its attachment A'),
      passesTermsOn('section 5.1', derived),
      includesText('section 5.2(a)', overNetwork),
      must('state-changes', 'document changes as well as the original', {
        on: ['distribute-modified'],
        at: 'section 5.2(b)',
      }),
      keepsCopyright('section 5.2(c)'),
      ...grantsAll('section 2'),
      ...grants('section 2', 'sublicensing'),
      ...grants('section 3', 'patent'),
      ...grants('section 5.1', 'hosting', 'relicensing'),
      ...grants('section 6', 'outputs'),
      ...grants('section 12', 'warranty'),
      patentPeace('section 3'),
      noTrademark('section 9'),
      noEndorsement('section 9'),
      noLiability('sections 10 and 11'),
    ],
  },
];

interface Details {
  readonly aliases: readonly string[];
  readonly more?: readonly Clause[];
  readonly policy?: string;
  /** Where its disclaimers stand. */
  readonly disclaimer?: { readonly liability: string; readonly warranty: string };
}

function rail(id: string, name: string, details: Details): LicenseEntry {
  const { aliases, more = [], policy } = details;
  const { disclaimer = { liability: 'sections 9 and 10', warranty: 'section 11' } } = details;
  return {
    id,
    name,
    aliases,
    family: 'use-restricted',
    clauses: [
      followsPolicy('section 5, attachment A', policy ?? 'not for the uses of its attachment A'),
      passesTermsOn('section 4(a)', derived),
      includesText('section 4(b)', overNetwork),
      statesChanges('section 4(c)'),
      keepsCopyright('section 4(d)'),
      ...more,
      ...grantsAll('section 2'),
      ...grants('section 2', 'sublicensing'),
      ...grants('section 3', 'patent'),
      ...grants('section 4', 'hosting', 'relicensing'),
      ...grants('section 6', 'outputs'),
      ...grants(disclaimer.warranty, 'warranty'),
      patentPeace('section 3'),
      noTrademark('section 8'),
      noEndorsement('section 8'),
      noLiability(disclaimer.liability),
    ],
  };
}

function usesNewest(): Clause {
  return must('update', 'try to use the newest version', { at: 'section 7' });
}
