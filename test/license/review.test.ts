import assert from 'node:assert/strict';
import { licenseOfId } from '../../src/license/catalogue.ts';
import type { ClauseSubject, License } from '../../src/license/types.ts';
import { humanTerms, modelGoRights, termNames } from './human-terms.generated.ts';
import { type SettledTerm, settledRights, settledTerms } from './settled-terms.ts';

/** The clauses that say what a column of the tables says. A disclaimer of warranties is under `Hold Liable`. */
const subjects: Readonly<Record<string, readonly ClauseSubject[]>> = {
  Distribute: ['distribution'],
  Modify: ['modification'],
  'Commercial Use': ['commercial-use'],
  'Hold Liable': ['liability'],
  'Include Copyright': ['copyright-notice'],
  'Include License': ['license-text'],
  Sublicense: ['sublicensing'],
  'Use Trademark': ['trademark', 'endorsement'],
  'Private Use': ['private-use'],
  'Disclose Source': ['disclose-source'],
  'State Changes': ['state-changes'],
  'Place Warranty': ['warranty'],
  'Include Notice': ['notice'],
  'Include Original': ['original'],
  'Give Credit': ['attribution', 'display'],
  'Use Patent Claims': ['patent'],
  Rename: ['rename'],
  Relicense: ['relicensing'],
  'Contact Author': ['contact'],
  'Include Install Instructions': ['install-information'],
  'Compensate for Damages': ['indemnity'],
  'Statically Link': ['static-linking'],
  'Pay Above Use Threshold': ['payment'],
};

const digits: Readonly<Record<string, string>> = { permission: '1', prohibition: '2', obligation: '3' };

const rights: Readonly<Record<string, ClauseSubject>> = {
  use: 'use',
  modify: 'modification',
  redistribute: 'distribution',
  sublicense: 'sublicensing',
  commercial_use: 'commercial-use',
  patent_use: 'patent',
};

interface Compared {
  readonly both: number;
  readonly disagreements: readonly Pick<SettledTerm, 'license' | 'term'>[];
}

describe('the clauses of licenses, against what people read out of the texts', () => {
  it('are described for every license of the tables', () => {
    assert.equal(termNames.length, 23);
    assert.equal(humanTerms.length, 136);
    for (const [license] of humanTerms) assert.ok(licenseOfId(license), license);
  });

  it('agree in at least 98 of 100 terms where both speak', () => {
    const { both, disagreements } = compareTerms();
    assert.ok(both > 1000, `${both} terms`);
    assert.ok(1 - disagreements.length / both >= 0.98, `${disagreements.length} of ${both} disagree`);
  });

  it('disagree only where the text was read and settled it', () => {
    assert.deepEqual(keys(compareTerms().disagreements), keys(settledTerms));
  });

  it('give what ModelGo says they give, but for what the text refuses', () => {
    const refused = Object.entries(modelGoRights).flatMap(([id, given]) => {
      return given.filter(right => refuses(id, rights[right])).map(term => ({ license: id, term }));
    });
    assert.deepEqual(keys(refused), keys(settledRights));
  });
});

function compareTerms(): Compared {
  const compared = humanTerms.flatMap(([id, terms]) => {
    const license = licenseOfId(id);
    return termNames.flatMap((term, at) => {
      const theirs = terms[at] ?? '0';
      const ours = license === undefined ? [] : digitsOf(license, subjects[term] ?? []);
      return theirs === '0' || ours.length === 0 ? [] : [{ license: id, term, agree: ours.includes(theirs) }];
    });
  });
  return { both: compared.length, disagreements: compared.filter(({ agree }) => !agree) };
}

function digitsOf(license: License, about: readonly ClauseSubject[]): readonly string[] {
  return license.clauses
    .filter(({ subject }) => about.includes(subject))
    .flatMap(({ kind }) => digits[kind] ?? []);
}

function refuses(id: string, right: ClauseSubject | undefined): boolean {
  const clauses = licenseOfId(id)?.clauses ?? [];
  return clauses.some(({ kind, subject }) => kind === 'prohibition' && subject === right);
}

function keys(terms: readonly Pick<SettledTerm, 'license' | 'term'>[]): readonly string[] {
  return terms.map(({ license, term }) => `${license}: ${term}`).sort();
}
