import type { LicenseFamily } from './types.ts';

/** One license's terms. The key is its hub id, or its SPDX id in lower case without `-only` and `-or-later`. */
export interface TermsEntry {
  readonly family: LicenseFamily;
  readonly plain: readonly string[];
  /** For licenses the hub lists no name or link of. */
  readonly name?: string;
  readonly link?: string;
}

const notice = 'keep the copyright notice and the license text';
const attribution = 'credit the author, link the license, say what changed';
const shareAlike = 'share changed versions under the same license';
const nonCommercial = 'no commercial use';
const noDerivatives = 'share no changed versions';
const research = 'research use only';
const useLimits = 'pass its use restrictions on to your users';
const sameTerms = 'works that contain it go out under the same license, with source';
const copy = 'hand on a copy of the license and its notice';
const outputsToo = 'its outputs too';
const builtWith = 'show “Built with Llama”';
const madeWith = 'begin the name of models made with it or trained on its outputs with “Llama”';
const notInEurope = 'multimodal models: no license for people or companies based in the EU';
const fileTerms = 'changed parts stay under this license, with source';
const networkTerms = 'offering it over a network counts as distribution';

const permissive: TermsEntry = { family: 'permissive', plain: [notice] };
const attributed: TermsEntry = { family: 'permissive', plain: [attribution] };
const publicDomain: TermsEntry = { family: 'public-domain', plain: ['no conditions'] };
const weak: TermsEntry = { family: 'weak-copyleft', plain: [notice, fileTerms] };
const strong: TermsEntry = { family: 'copyleft', plain: [notice, sameTerms] };
const network: TermsEntry = { family: 'network-copyleft', plain: [notice, sameTerms, networkTerms] };
const shared: TermsEntry = { family: 'copyleft', plain: [attribution, shareAlike] };
const rail: TermsEntry = { family: 'use-restricted', plain: ['hand on a copy of the license', useLimits] };

function nonCommercialTerms(...more: readonly string[]): TermsEntry {
  return { family: 'non-commercial', plain: [nonCommercial, ...more] };
}

const fluxTerms = nonCommercialTerms(
  'no production use',
  'its outputs may be used commercially',
  'no military, surveillance or biometric use',
);

function llama(...more: readonly string[]): TermsEntry {
  const plain = [
    'follow the acceptable use policy',
    'over 700 million monthly users when it came out: ask Meta for a license',
    ...more,
  ];
  return { family: 'use-restricted', plain };
}

export const termsTable: Readonly<Record<string, TermsEntry>> = {
  'apache-2.0': { family: 'permissive', plain: [notice, 'keep the NOTICE file, say what changed'] },
  mit: permissive,
  'mit-0': publicDomain,
  'bsd-2-clause': permissive,
  'bsd-3-clause': { family: 'permissive', plain: [notice, 'no endorsement in the authors’ names'] },
  'bsd-3-clause-clear': { family: 'permissive', plain: [notice, 'grants no patent rights'] },
  'bsd-4-clause': { family: 'permissive', plain: [notice, 'name the authors in advertising'] },
  '0bsd': publicDomain,
  isc: permissive,
  'afl-3.0': permissive,
  'artistic-2.0': { family: 'permissive', plain: [notice, 'say what changed'] },
  'bsl-1.0': permissive,
  'ecl-2.0': permissive,
  ncsa: permissive,
  postgresql: permissive,
  'psf-2.0': permissive,
  'python-2.0': permissive,
  'upl-1.0': permissive,
  zlib: { family: 'permissive', plain: ['keep the notice in source, mark changed versions'] },
  wtfpl: publicDomain,
  unlicense: publicDomain,
  'cc0-1.0': publicDomain,
  'pddl-1.0': publicDomain,
  'cc-by-2.0': attributed,
  'cc-by-2.5': attributed,
  'cc-by-3.0': attributed,
  'cc-by-4.0': attributed,
  'odc-by-1.0': attributed,
  'etalab-2.0': {
    family: 'permissive',
    plain: ['name the source and the date of its last update', 'suggest no endorsement'],
  },
  'cdla-permissive-1.0': { family: 'permissive', plain: ['hand on the agreement with the data'] },
  'cdla-permissive-2.0': { family: 'permissive', plain: ['hand on the agreement with the data'] },
  'openmdw-1.0': permissive,
  'openmdw-1.1': permissive,

  'mpl-2.0': weak,
  'epl-1.0': weak,
  'epl-2.0': weak,
  'ms-pl': { family: 'weak-copyleft', plain: [notice, 'source copies stay under this license'] },
  'lppl-1.3c': {
    family: 'weak-copyleft',
    plain: ['mark changed versions as changed', 'hand on the original or say where to get it'],
  },
  'ofl-1.1': {
    family: 'weak-copyleft',
    plain: [notice, 'fonts made from it stay under this license', 'not sold by itself'],
  },
  'lgpl-2.0': weak,
  'lgpl-2.1': weak,
  'lgpl-3.0': weak,
  lgpllr: {
    family: 'weak-copyleft',
    plain: [notice, 'changed versions stay under this license', 'users must be able to replace it'],
  },

  'gpl-2.0': strong,
  'gpl-3.0': strong,
  'gfdl-1.1': strong,
  'gfdl-1.2': strong,
  'gfdl-1.3': strong,
  'odbl-1.0': shared,
  'cdla-sharing-1.0': { family: 'copyleft', plain: ['publish changed data under the same agreement'] },
  'cc-by-sa-2.0': shared,
  'cc-by-sa-3.0': shared,
  'cc-by-sa-4.0': shared,

  'agpl-3.0': network,
  'osl-3.0': network,
  'eupl-1.1': network,
  'eupl-1.2': network,

  'apple-amlr': nonCommercialTerms(research, 'changed models too'),
  'deepfloyd-if-license': nonCommercialTerms(
    research,
    outputsToo,
    'no military, surveillance or biometric use',
    copy,
  ),
  'fair-noncommercial-research-license': nonCommercialTerms(
    research,
    outputsToo,
    'follow the acceptable use policy',
  ),
  'flux-1-dev-non-commercial-license': {
    ...fluxTerms,
    name: 'FLUX.1 [dev] Non-Commercial License',
  },
  'flux-non-commercial-license': { ...fluxTerms, name: 'FLUX Non-Commercial License' },
  'ideogram-non-commercial-model-agreement': {
    ...nonCommercialTerms('follow the acceptable use policy', 'hand on a copy of the agreement'),
    name: 'Ideogram Non-Commercial Model Agreement',
  },
  mnpl: {
    ...nonCommercialTerms('testing, research and evaluation only, not in production'),
    name: 'Mistral AI Non-Production License',
  },
  mrl: { ...nonCommercialTerms(research, outputsToo), name: 'Mistral AI Research License' },
  'coqui-public-model-license': {
    ...nonCommercialTerms(outputsToo, 'hand on the terms with copies and outputs'),
    name: 'Coqui Public Model License',
  },

  'cc-by-nd-4.0': { family: 'use-restricted', plain: [attribution, noDerivatives] },
  'c-uda-1.0': {
    family: 'use-restricted',
    plain: ['computational use only', 'hand on the agreement and credits with the data'],
  },
  'h-research': { family: 'use-restricted', plain: ['a research license: read its terms before other use'] },
  'intel-research': { family: 'use-restricted', plain: [research, 'gives no right to change it'] },
  'apple-ascl': {
    family: 'permissive',
    plain: [
      'keep the notice on unchanged copies',
      'no endorsement in Apple’s name',
      'grants no patent rights',
    ],
  },
  openrail: rail,
  'openrail++': rail,
  'bigscience-openrail-m': rail,
  'creativeml-openrail-m': rail,
  'bigscience-bloom-rail-1.0': rail,
  'bigcode-openrail-m': rail,
  llama2: llama('train no other language model on its outputs'),
  llama3: llama(
    'show “Built with Meta Llama 3”',
    'begin the name of models made with it with “Llama 3”',
    'train no other language model on its outputs',
  ),
  'llama3.1': llama(builtWith, madeWith),
  'llama3.2': llama(builtWith, madeWith, notInEurope),
  'llama3.3': llama(builtWith, madeWith),
  llama4: llama(builtWith, madeWith, notInEurope),
  'grok2-community': { family: 'use-restricted', plain: ['follow its terms of use'] },
  gemma: { family: 'use-restricted', plain: [useLimits, 'hand on a copy of the terms, say what changed'] },
  'falcon-llm-license': {
    family: 'use-restricted',
    plain: ['follow its terms of use'],
    name: 'Falcon LLM License',
  },
  'nvidia-open-model-license': {
    family: 'use-restricted',
    plain: ['hand on the agreement', 'do not bypass its guardrails', 'follow its terms for trustworthy AI'],
    name: 'NVIDIA Open Model License',
  },
  'stabilityai-ai-community': {
    family: 'use-restricted',
    plain: [
      'commercial use: register with Stability AI',
      'over $1M yearly revenue: ask for a license',
      'follow the acceptable use policy',
      'show “Powered by Stability AI”',
      'train no other foundation model on it or its outputs',
    ],
    name: 'Stability AI Community License',
  },
};

/** Versions and ports of the non-commercial Creative Commons licenses are many and differ in nothing the rules ask. */
export function creativeCommonsTerms(key: string): TermsEntry | undefined {
  if (/^cc-by-nc-nd-\d/.test(key)) return nonCommercialTerms(attribution, noDerivatives);
  if (/^cc-by-nc-sa-\d/.test(key)) return nonCommercialTerms(attribution, shareAlike);
  if (/^cc-by-nc-\d/.test(key)) return nonCommercialTerms(attribution);
  if (/^cc-by-nd-\d/.test(key)) return { family: 'use-restricted', plain: [attribution, noDerivatives] };
  if (/^cc-by-sa-\d/.test(key)) return shared;
  return /^cc-by-\d/.test(key) ? attributed : undefined;
}
