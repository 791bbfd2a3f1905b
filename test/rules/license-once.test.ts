import assert from 'node:assert/strict';
import type { Use } from '../../src/model/project.ts';
import { rule as conflict } from '../../src/rules/license-conflict.ts';
import { rule as drift } from '../../src/rules/license-drift.ts';
import { rule as noncommercial } from '../../src/rules/license-noncommercial.ts';
import { rule as obligation } from '../../src/rules/license-obligation.ts';
import { rule as restriction } from '../../src/rules/license-use-restriction.ts';
import { ancestor, behind, factOf } from '../judge/support.ts';
import { foundIn, loading, spoken } from './spoken.ts';

const rules = [conflict, noncommercial, drift, restriction, obligation];
const uses: readonly (readonly Use[])[] = [
  [],
  ['commercial'],
  ['distributed'],
  ['hosted'],
  ['research'],
  ['internal'],
];

/** What each rule says of a model made from another, by rule. */
async function said(own: string, base: string, use: readonly Use[], context: 'code' | 'test' = 'code') {
  const around = {
    lookup: foundIn('live', 'a/model', { license: factOf(own) }),
    background: behind([ancestor('b/base', 'a/model', 1, base)]),
    project: { license: 'MIT', use },
    reference: { context },
  };
  const spokenOf = rules.map(async rule =>
    (await spoken(rule, loading('a/model'), around)).map(one => ({ ...one, rule: rule.id })),
  );
  return (await Promise.all(spokenOf)).flat();
}

describe('what a base model asks', () => {
  for (const base of [
    'cc-by-nc-4.0',
    'llama2',
    'gpl-3.0',
    'agpl-3.0',
    'creativeml-openrail-m',
    'cc-by-sa-4.0',
  ]) {
    it(`is told by one rule where ${base} was left out`, async () => {
      for (const use of uses) {
        const told = (await said('mit', base, use)).filter(({ message }) => message.includes('b/base'));
        assert.equal(told.length, 1, `${use}: ${told.map(({ message }) => message).join('\n')}`);
        const isCertain = told[0]?.severity === 'error';
        assert.equal(told[0]?.rule === 'license-drift', !isCertain, `${use}: ${told[0]?.message}`);
      }
    });
  }

  it('is told with the tag that cannot take it away', async () => {
    const [first] = await said('mit', 'cc-by-nc-4.0', ['commercial']);
    assert.equal(
      first?.message,
      "'a/model', tagged mit, is made from 'b/base' under cc-by-nc-4.0, which forbids commercial use (section 2(a)(1)), and the project's use is commercial.",
    );
  });

  it('can be written into a notice although the tag leaves it out, or there is no tag', async () => {
    const texts = async (own: string, use: readonly Use[]) =>
      (await said(own, 'llama3.1', use)).flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits));
    for (const own of ['apache-2.0', '']) {
      const [edit] = await texts(own, ['hosted']);
      assert.match(edit?.text ?? '', /\n {2}Built with Llama\n/, own);
      assert.match(edit?.text ?? '', /\n {2}Llama 3\.1 is licensed under the [^\n]*Copyright ©/, own);
      assert.deepEqual(await texts(own, ['internal']), [], own);
    }
  });

  it('is told where the model itself names no license', async () => {
    const told = await said('', 'cc-by-nc-4.0', []);
    assert.deepEqual(
      told.map(({ rule, severity }) => [rule, severity]),
      [['license-noncommercial', 'warning']],
    );
    assert.match(told[0]?.message ?? '', /^'a\/model' is made from 'b\/base' under cc-by-nc-4\.0, which/);
  });

  it('is not told where it asks for nothing new', async () => {
    assert.deepEqual(await said('mit', 'apache-2.0', []), []);
    const llama = await said('llama3.1', 'llama3.1', []);
    assert.ok(llama.every(({ message }) => !message.includes('b/base')));
  });

  it('is a note in tests', async () => {
    assert.deepEqual(
      (await said('mit', 'llama2', [], 'test')).map(({ rule, severity }) => [rule, severity]),
      [['license-drift', 'information']],
    );
  });
});
