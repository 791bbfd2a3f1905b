import type { Clause, ClauseSubject } from '../types.ts';
import { may, mayNot, must } from './group.ts';

/** Clauses that many licenses share, with the place where each says so. */

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
  outputs: 'own its outputs',
  'commercial-outputs': 'use its outputs commercially',
  'training-on-outputs': 'train other models on its outputs',
  patent: 'use the patents in it',
  warranty: 'offer a warranty of your own',
  'static-linking': 'link it statically',
};

/** What a license permits, all in one place of its text. */
export function grants(at: string | undefined, ...subjects: readonly ClauseSubject[]): readonly Clause[] {
  return subjects.map(subject => may(subject, granted[subject] ?? subject, placed(at)));
}

/** To use, change and hand on, for whatever purpose. */
export function grantsAll(at?: string): readonly Clause[] {
  return grants(at, 'use', 'private-use', 'commercial-use', 'distribution', 'modification', 'derivatives');
}

/** To use, change and hand on, but not for gain. */
export function grantsWithoutGain(at?: string): readonly Clause[] {
  return grants(at, 'use', 'private-use', 'distribution', 'modification', 'derivatives');
}

export function nonCommercial(at?: string): Clause {
  return mayNot('commercial-use', 'no commercial use', placed(at));
}

export function noWarranty(warranty?: string, liability = warranty): readonly Clause[] {
  return [
    mayNot('warranty', 'nothing is warranted', placed(warranty)),
    mayNot('liability', 'nobody is liable', placed(liability)),
  ];
}

export function noTrademark(at?: string): Clause {
  return mayNot('trademark', 'no right to names and marks', placed(at));
}

export function noEndorsement(at?: string): Clause {
  return mayNot('endorsement', 'no endorsement in the authors’ names', placed(at));
}

export function keepsCopyright(at?: string): Clause {
  return must('copyright-notice', 'keep the copyright notice', { on: ['distribute'], ...placed(at) });
}

export function includesText(at?: string): Clause {
  return must('license-text', 'hand on a copy of the license', { on: ['distribute'], ...placed(at) });
}

export function statesChanges(at?: string): Clause {
  return must('state-changes', 'say what changed', { on: ['distribute-modified'], ...placed(at) });
}

export function placed(at: string | undefined): { readonly at?: string } {
  return at === undefined ? {} : { at };
}
