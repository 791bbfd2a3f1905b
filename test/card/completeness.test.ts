import assert from 'node:assert/strict';
import { completenessOf } from '../../src/card/completeness.ts';
import type { CardFacts, FoundLookup } from '../../src/model/record.ts';
import { emptyRecord } from '../rules/support.ts';
import { bareCard } from './support.ts';

function found(card: CardFacts | undefined, from: FoundLookup['from'], task?: string): FoundLookup {
  const record = { ...emptyRecord('a/b'), card, task };
  return { state: 'found', record, from, at: '2026-01-01T00:00:00Z', movedFrom: undefined };
}

describe('completeness of a card', () => {
  it('is unknown where nobody read the card', () =>
    assert.equal(completenessOf(found(undefined, 'live')), undefined));

  it('counts what is documented', () => {
    const result = completenessOf(found({ ...bareCard, hasTask: true }, 'live', 'fill-mask'));
    assert.deepEqual([result?.documented, result?.total], [['task'], 7]);
  });

  it('expects no evaluation of tags', () => {
    assert.ok(!completenessOf(found(bareCard, 'snapshot'))?.missing.includes('evaluation'));
  });

  it('expects no language where the task is unknown', () => {
    assert.ok(!completenessOf(found(bareCard, 'live'))?.missing.includes('language'));
    assert.ok(
      completenessOf(found({ ...bareCard, hasLanguage: true }, 'live'))?.documented.includes('language'),
    );
    assert.ok(completenessOf(found(bareCard, 'live', 'fill-mask'))?.missing.includes('language'));
  });

  it('expects no language of a picture', () => {
    assert.ok(!completenessOf(found(bareCard, 'live', 'image-classification'))?.missing.includes('language'));
  });
});
