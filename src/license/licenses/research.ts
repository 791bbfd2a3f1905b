import type { Clause } from '../types.ts';
import { grantsWithoutGain, includesText, nonCommercial } from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, may, mayNot, must, onlyIf } from './group.ts';

/** Model licenses that forbid commercial use. */
export const group: LicenseGroup = [
  noGain(
    'apple-amlr',
    'Apple Machine Learning Research Model License',
    [research()],
    ['apple model for research'],
  ),
  noGain('deepfloyd-if-license', 'DeepFloyd IF License', [
    research(),
    outputsToo(),
    noMilitary(),
    includesText(),
  ]),
  noGain(
    'fair-noncommercial-research-license',
    'FAIR Noncommercial Research License',
    [research(), outputsToo(), policy()],
    ['fair noncommercial research'],
  ),
  noGain('flux-1-dev-non-commercial-license', 'FLUX.1 [dev] Non-Commercial License', flux(), [
    'flux 1 dev non commercial',
    'flux.1 dev non-commercial',
  ]),
  noGain('flux-non-commercial-license', 'FLUX Non-Commercial License', flux()),
  noGain('ideogram-non-commercial-model-agreement', 'Ideogram Non-Commercial Model Agreement', [
    policy(),
    includesText(),
  ]),
  noGain('mnpl', 'Mistral AI Non-Production License', [
    mayNot('production-use', 'testing, research and evaluation only, not in production'),
  ]),
  noGain('mrl', 'Mistral AI Research License', [research(), outputsToo()]),
  noGain('coqui-public-model-license', 'Coqui Public Model License', [outputsToo(), includesText()]),
  {
    id: 'intel-research',
    name: 'Intel Research Use License Agreement',
    family: 'use-restricted',
    clauses: [research(), mayNot('modification', 'gives no right to change it')],
  },
  {
    id: 'h-research',
    name: 'H Research License',
    family: 'use-restricted',
    clauses: [onlyIf('research', 'a research license: read its terms before other use')],
    source: 'unread',
  },
];

function noGain(
  id: string,
  name: string,
  clauses: readonly Clause[],
  aliases: readonly string[] = [],
): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'non-commercial',
    clauses: [nonCommercial(), ...clauses, ...grantsWithoutGain()],
  };
}

function research(): Clause {
  return onlyIf('research', 'research use only');
}

function outputsToo(): Clause {
  return mayNot('commercial-outputs', 'no commercial use of its outputs', { on: ['share-outputs'] });
}

function policy(): Clause {
  return mayNot('field-of-use', 'follow the acceptable use policy');
}

function noMilitary(): Clause {
  return mayNot('field-of-use', 'no military, surveillance or biometric use');
}

function flux(): readonly Clause[] {
  return [
    mayNot('production-use', 'no production use'),
    may('commercial-outputs', 'its outputs may be used commercially'),
    noMilitary(),
    must('license-text', 'hand on a copy of the license', { on: ['distribute'] }),
  ];
}
