import assert from 'node:assert/strict';
import { completenessOf } from '../../src/card/completeness.ts';
import type { CardFacts, FoundLookup } from '../../src/model/record.ts';
import { emptyRecord } from '../rules/support.ts';

const bare: CardFacts = {
  hasLicense: false,
  hasDatasets: false,
  hasLanguage: false,
  hasTask: false,
  hasLibrary: false,
  hasBaseModel: false,
  hasEvaluation: false,
  hasPaper: false,
};

function found(card: CardFacts | undefined, from: FoundLookup['from'], task?: string): FoundLookup {
  const record = { ...emptyRecord('a/b'), card, task };
  return { state: 'found', record, from, at: '2026-01-01T00:00:00Z', movedFrom: undefined };
}

describe('completeness of a card', () => {
  it('is unknown where nobody read the card', () =>
    assert.equal(completenessOf(found(undefined, 'live')), undefined));

  it('counts what is documented', () => {
    const result = completenessOf(found({ ...bare, hasTask: true }, 'live', 'fill-mask'));
    assert.deepEqual([result?.documented, result?.total], [['task'], 7]);
  });

  it('expects no evaluation of tags', () => {
    assert.ok(!completenessOf(found(bare, 'snapshot'))?.missing.includes('evaluation'));
  });

  it('expects no language where the task is unknown', () => {
    assert.ok(!completenessOf(found(bare, 'live'))?.missing.includes('language'));
    assert.ok(completenessOf(found({ ...bare, hasLanguage: true }, 'live'))?.documented.includes('language'));
    assert.ok(completenessOf(found(bare, 'live', 'fill-mask'))?.missing.includes('language'));
  });

  it('expects no language of a picture', () => {
    assert.ok(!completenessOf(found(bare, 'live', 'image-classification'))?.missing.includes('language'));
  });
});
