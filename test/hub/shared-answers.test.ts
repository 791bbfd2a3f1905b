import assert from 'node:assert/strict';
import { shareAnswers } from '../../src/hub/shared-answers.ts';
import type { LookupOptions } from '../../src/hub/types.ts';
import { createClock } from './support.ts';

const editor = { mayAskNetwork: true };
const audit = { mayAskNetwork: true, isPatient: true };
const offline = { mayAskNetwork: false };

describe('an answer that is shared', () => {
  /** A hub whose limit is used up for a while. */
  function limited() {
    const asked: LookupOptions[] = [];
    const shared = shareAnswers<{ readonly state: string }>(createClock());
    const ask = async (options: LookupOptions) => {
      asked.push(options);
      if (!options.mayAskNetwork) return { state: 'unreachable', why: 'offline' } as const;
      return options.isPatient
        ? { state: 'found' }
        : ({ state: 'unreachable', why: 'rate limited' } as const);
    };
    return { asked, of: async (options: LookupOptions) => (await shared.of('a model', options, ask)).state };
  }

  it('is not that of somebody who gave up early, for an audit that waits', async () => {
    const before = limited();
    assert.equal(await before.of(editor), 'unreachable');
    assert.equal(await before.of(audit), 'found');
    const meanwhile = limited();
    const answers = await Promise.all([meanwhile.of(editor), meanwhile.of(audit)]);
    assert.deepEqual(answers, ['unreachable', 'found']);
  });

  it('serves whoever would have done less to get it', async () => {
    const { asked, of } = limited();
    await of(audit);
    assert.deepEqual([await of(audit), await of(editor), await of(offline)], ['found', 'found', 'found']);
    assert.equal(asked.length, 1);
  });

  it('is repeated to those alike when nothing was learned', async () => {
    const { asked, of } = limited();
    for (const options of [offline, editor, offline, editor]) assert.equal(await of(options), 'unreachable');
    assert.equal(asked.length, 2);
  });

  it('is forgotten when many newer ones are remembered', async () => {
    const asked: string[] = [];
    const shared = shareAnswers<{ readonly state: string }>(createClock(), 2);
    const of = (question: string) =>
      shared.of(question, editor, async () => {
        asked.push(question);
        return { state: 'found' };
      });
    for (const question of ['a', 'b', 'a', 'c', 'b', 'a']) await of(question);
    assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  });
});
