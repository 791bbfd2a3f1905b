import type { Act, Clause, ClauseSubject, Reach } from '../types.ts';
import { may, mayNot, must, onlyIf } from './group.ts';

/** Clauses that many licenses share. Each takes the place where the license at hand says so. */

const granted: Partial<Readonly<Record<ClauseSubject, string>>> = {
  use: 'use it',
  'private-use': 'use it in private',
  'commercial-use': 'use it commercially',
  distribution: 'hand it on',
  modification: 'change it',
  derivatives: 'hand on changed versions',
  sublicensing: 'sublicense it',
  relicensing: 'put what is made from it under other terms',
  sale: 'sell copies of it',
  hosting: 'offer it over a network',
  outputs: 'do with its outputs as you like',
  'commercial-outputs': 'use its outputs commercially',
  'training-on-outputs': 'train other models on its outputs',
  patent: 'use the patents in it',
  warranty: 'offer a warranty of your own',
};

/** What a license permits, all in one place of its text. */
export function grants(at: string | undefined, ...subjects: readonly ClauseSubject[]): readonly Clause[] {
  return subjects.map(subject => may(subject, granted[subject] ?? subject, placed(at)));
}

/** To use, change and hand on, for whatever purpose. */
export function grantsAll(at?: string): readonly Clause[] {
  return [...grantsWithoutGain(at), ...grants(at, 'commercial-use')];
}

/** To use, change and hand on, but not for gain. */
export function grantsWithoutGain(at?: string): readonly Clause[] {
  return grants(at, 'use', 'private-use', 'distribution', 'modification', 'derivatives');
}

export function nonCommercial(at?: string): Clause {
  return mayNot('commercial-use', 'no commercial use', placed(at));
}

export function researchOnly(at?: string): Clause {
  return onlyIf('research', 'research use only', placed(at));
}

/** Nothing is warranted and nobody answers for damage. */
export function noLiability(at?: string): Clause {
  return mayNot('liability', 'no warranty, no liability', placed(at));
}

export function noTrademark(at?: string): Clause {
  return mayNot('trademark', 'no right to names and marks', placed(at));
}

export function noEndorsement(at?: string): Clause {
  return mayNot('endorsement', 'no endorsement in the authors’ names', placed(at));
}

export function noPatents(at?: string): Clause {
  return mayNot('patent', 'grants no patent rights', placed(at));
}

export function noSublicense(at?: string): Clause {
  return mayNot('sublicensing', 'no sublicenses', placed(at));
}

/** The license, or its patents, end for whoever sues over them. */
export function patentPeace(at?: string): Clause {
  return onlyIf('patent-peace', 'rights end when you sue over it', placed(at));
}

export function keepsCopyright(at?: string): Clause {
  return must('copyright-notice', 'keep the copyright notice', { on: ['distribute'], ...placed(at) });
}

export function includesText(at?: string, on: readonly Act[] = ['distribute']): Clause {
  return must('license-text', 'hand on a copy of the license', { on, ...placed(at) });
}

/** A file of notices that goes with copies; `text` is what it must say, where the license prescribes it. */
export function carriesNotice(at?: string, text?: string): Clause {
  const words = text === undefined ? 'hand on its notices' : 'hand on a Notice file with its sentence';
  return must('notice', words, { on: ['distribute'], ...placed(at), ...(text !== undefined && { text }) });
}

export function statesChanges(at?: string): Clause {
  return must('state-changes', 'say what changed', { on: ['distribute-modified'], ...placed(at) });
}

export function credits(at?: string): Clause {
  return must('attribution', 'credit the authors', { on: ['distribute'], ...placed(at) });
}

export function renames(at?: string): Clause {
  return must('rename', 'give changed versions another name', {
    on: ['distribute-modified'],
    ...placed(at),
  });
}

/** `text` is the sentence to show where people see it. */
export function shows(text: string, at?: string, on: readonly Act[] = ['distribute', 'host']): Clause {
  return must('display', `show “${text}”`, { on, text, ...placed(at) });
}

export function followsPolicy(at?: string, words = 'follow the acceptable use policy'): Clause {
  return mayNot('field-of-use', words, placed(at));
}

/** What it may not be used for binds whoever gets it, or what is made from it, from you. */
export function passesTermsOn(at?: string, on: readonly Act[] = ['distribute', 'host']): Clause {
  const words = 'pass its use restrictions on to your users';
  return must('pass-terms-on', words, { on, reach: 'derivatives', ...placed(at) });
}

export function noOtherModels(at?: string, words = 'train no other model on it or its outputs'): Clause {
  return mayNot('training-on-outputs', words, placed(at));
}

export function outputsWithoutGain(at?: string): Clause {
  return mayNot('commercial-outputs', 'no commercial use of its outputs', {
    on: ['share-outputs'],
    ...placed(at),
  });
}

export function answersForClaims(at?: string): Clause {
  return must('indemnity', 'answer for claims of others', placed(at));
}

export function followsLaw(at?: string): Clause {
  return must('law', 'follow the law, trade rules included', placed(at));
}

export function overUsers(
  millions: number,
  at: string,
  details: { asOf?: string; on?: readonly Act[] } = {},
): Clause {
  const { asOf, on = [] } = details;
  const when = asOf === undefined ? '' : ' when it came out';
  return onlyIf('users', `over ${millions} million monthly users${when}: ask for a license`, {
    at,
    on,
    limit: { kind: 'users', over: millions * 1_000_000, per: 'month', ...(asOf !== undefined && { asOf }) },
  });
}

/** The whole that contains it goes out under the same license, with source. */
export function sameWhole(on: readonly Act[] = ['distribute'], at: Places = {}): readonly Clause[] {
  return sameTerms('whole', 'works that contain it go out under the same license, with source', on, at);
}

/** Its own files, changed or not, stay under the license, with source. */
export function sameFiles(on: readonly Act[] = ['distribute'], at: Places = {}): readonly Clause[] {
  return sameTerms('files', 'changed parts stay under this license, with source', on, at);
}

/** Terms that Meta's licenses of SAM and of DINOv3 share word by word. */
export function materialsOfMeta(): readonly Clause[] {
  return [
    followsPolicy('section 1.b.v', 'no military, nuclear, espionage or weapons use'),
    mayNot('reverse-engineering', 'no reverse engineering', { at: 'section 1.b.iv' }),
    must('same-license', 'hand it and what derives from it on under the same license', {
      on: ['distribute'],
      at: 'section 1.b.i',
      reach: 'derivatives',
    }),
  ];
}

/** The license counts it as distribution when others use the work over a network. */
export const overNetwork: readonly Act[] = ['distribute', 'host'];

/** Of some licenses a product or service that uses the model is enough, wherever its weights lie. */
export const inProducts: readonly Act[] = ['distribute', 'supply', 'host'];

/** Model licenses take hosting for distribution, and a model that was trained on outputs to behave alike for a derivative. */
export const derived: readonly Act[] = [...overNetwork, 'train-on-outputs'];

export interface Places {
  readonly license?: string;
  readonly source?: string;
}

function sameTerms(reach: Reach, words: string, on: readonly Act[], at: Places): readonly Clause[] {
  const network = on.includes('host') ? `${words}, also when offered over a network` : words;
  return [
    must('same-license', network, { on, reach, ...placed(at.license) }),
    must('disclose-source', network, { on, reach, ...placed(at.source) }),
  ];
}

export function placed(at: string | undefined): { readonly at?: string } {
  return at === undefined ? {} : { at };
}
