import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Credit } from '../../src/model/credit.ts';
import type { ModelRecord } from '../../src/model/record.ts';
import type { ProjectAct } from '../../src/model/verdict.ts';
import { missingFrom } from '../../src/notice/covers.ts';
import { creditOf } from '../../src/notice/credit.ts';
import { positionAt } from '../../src/notice/place.ts';
import { addCredit, applied, creditedIn, writeCredits } from '../../src/notice/section.ts';
import { ancestor, behind, factOf } from '../judge/support.ts';
import { emptyRecord } from '../rules/support.ts';

function record(id: string, license: string, changes: Partial<ModelRecord> = {}): ModelRecord {
  return { ...emptyRecord(id), license: factOf(license), ...changes };
}

function credit(id: string, license = 'mit'): Credit {
  const made = creditOf(record(id, license), [], behind([]));
  assert.ok(made);
  return made;
}

function written(notice: string, ...credits: readonly Credit[]): string {
  return applied(notice, writeCredits(notice, credits));
}

function added(notice: string, one: Credit): string {
  return applied(notice, addCredit(notice, one));
}

const begin = '===== Models this project uses (kept up to date by ptm-audit) =====';
const end = '===== End of the models this project uses =====';

describe('the models in a notice', () => {
  it('are named with all that their licenses want to see', () => {
    const llama = creditOf(
      record('me/Llama-chat', 'llama3.1', {
        baseModels: [{ id: 'meta-llama/Llama-3.1-8B', relation: 'finetune' }],
      }),
      ['fine-tunes'],
      behind([ancestor('meta-llama/Llama-3.1-8B', 'me/Llama-chat', 1, 'llama3.1')]),
    );
    const text = written('', llama ?? credit('a/b'));
    for (const part of [
      'me/Llama-chat\n  by me\n',
      'License: Llama 3.1 Community License Agreement',
      'Source: https://example.org/me/Llama-chat',
      'Made from: meta-llama/Llama-3.1-8B',
      'Changes: trained further by this project',
      'Built with Llama',
    ]) {
      assert.ok(text.includes(part), `${part} in\n${text}`);
    }
    assert.deepEqual(missingFrom(text, 'me/Llama-chat', factOf('llama3.1')), []);
    // One license is told once, however many models on the way are under it.
    assert.equal(text.split('Llama 3.1 Community License Agreement').length, 2);
  });

  it('are named with what the license of a base model wants, whatever their own tag says', () => {
    const made = creditOf(
      record('me/chat', 'apache-2.0', { baseModels: [{ id: 'them/chat', relation: 'quantized' }] }),
      [],
      behind([
        ancestor('them/chat', 'me/chat', 1, 'mit'),
        ancestor('meta-llama/Llama-3.1-8B', 'them/chat', 2, 'llama3.1'),
      ]),
    );
    assert.ok(made);
    const text = written('', made);
    for (const part of [
      '  License: Apache license 2.0 (apache-2.0)',
      '  Made from: them/chat\n',
      '  The license of meta-llama/Llama-3.1-8B: Llama 3.1 Community License Agreement (llama3.1), https://',
      '  The license of meta-llama/Llama-3.1-8B asks: begin the name of models made with it',
      '\n  Built with Llama\n',
      '\n  Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.\n',
    ]) {
      assert.ok(text.includes(part), `${part} in\n${text}`);
    }
    assert.equal(written(text, made), text);
  });

  it('are credited for their base models where they name no license themselves', () => {
    const background = behind([ancestor('b/base', 'a/b', 1, 'llama3.1')]);
    const made = creditOf(record('a/b', ''), [], background);
    assert.match(made?.license ?? '', /names none/);
    assert.ok(made?.sentences.includes('Built with Llama'));
  });

  it('are named with the license of a root 200 steps above, and in a circle', () => {
    const deep = Array.from({ length: 200 }, (_, step) =>
      ancestor(
        `p${step}/m`,
        step === 0 ? 'me/chat' : `p${step - 1}/m`,
        step + 1,
        step === 199 ? 'llama3.1' : 'mit',
      ),
    );
    const sentencesOf = (all: typeof deep) =>
      creditOf(record('me/chat', 'apache-2.0'), [], behind(all))?.sentences;
    assert.ok(sentencesOf(deep)?.includes('Built with Llama'));
    const circle = [ancestor('b/x', 'c/y', 2, 'mit'), ancestor('c/y', 'b/x', 1, 'llama3.1')];
    assert.ok(sentencesOf(circle)?.includes('Built with Llama'));
  });

  it('owe what is asked for a model made of them only where the code makes one', () => {
    const sentences = (acts: readonly ProjectAct[]) =>
      creditOf(record('Qwen/Qwen2.5-72B', 'other', { license: factOf('qwen') }), acts, behind([]))
        ?.sentences ?? [];
    assert.ok(!sentences([]).includes('Built with Qwen'));
    assert.ok(sentences(['fine-tunes']).includes('Built with Qwen'));
    assert.deepEqual(missingFrom('Qwen/Qwen2.5-72B', 'Qwen/Qwen2.5-72B', factOf('qwen')).length, 1);
    assert.equal(
      missingFrom('Qwen/Qwen2.5-72B', 'Qwen/Qwen2.5-72B', factOf('qwen'), ['publishes']).length,
      2,
    );
  });

  it('owe no sentence for what only a third party reports of them', () => {
    const reported = { ...factOf('llama3.1'), source: 'localai' as const };
    const made = creditOf(record('a/b', '', { license: reported }), [], behind([]));
    assert.match(made?.license ?? '', /^Llama 3\.1 [^,]*\(reported by LocalAI\), https/);
    assert.deepEqual([made?.terms, made?.sentences], [[], []]);
    assert.deepEqual(missingFrom('a/b', 'a/b', reported), []);
  });

  it('are left out where they name no license', () => {
    assert.equal(creditOf(record('a/b', ''), [], behind([])), undefined);
    assert.equal(creditOf({ ...emptyRecord('a/b'), license: undefined }, [], behind([])), undefined);
  });

  it('stand in the order of their ids, each once, and go when they are no longer used', () => {
    const text = written('', credit('b/b'), credit('a/a'), credit('b/b', 'apache-2.0'));
    assert.ok(text.indexOf('a/a') < text.indexOf('b/b'));
    assert.equal(text.split('\nb/b\n').length, 2);
    assert.ok(!written(text, credit('a/a')).includes('b/b'));
  });

  it('keep their credit where nothing more could be learned of them', () => {
    const text = written('Mine.\n', credit('a/a'), credit('b/b'));
    assert.equal(applied(text, writeCredits(text, [credit('a/a')], new Set(['b/b', 'c/c']))), text);
    assert.deepEqual([...creditedIn(text)], ['a/a', 'b/b']);
  });

  it('are added one by one beside the others', () => {
    const text = added(added('Mine.\n', credit('b/b')), credit('a/a'));
    assert.equal(text, written('Mine.\n', credit('a/a'), credit('b/b')));
  });

  it('keep the line ends of the file', () => {
    const text = written('Mine.\r\n', credit('a/a'));
    assert.ok(!/[^\r]\n/.test(text));
    assert.equal(added(text, credit('a/a')), text);
  });

  it('cannot end the section by what they are called', () => {
    const hostile = creditOf(record(`a/b\n${end}\nx`, 'mit', { url: `https://x\n${begin}` }), [], behind([]));
    assert.ok(hostile);
    const text = written('Mine.\n', hostile);
    assert.equal(text.split(`\n${end}\n`).length, 2);
    assert.equal(written(text, credit('a/a')), written('Mine.\n', credit('a/a')));
  });
});

const lines = fc.array(
  fc.oneof(fc.string(), fc.constantFrom(begin, end, '', 'a/a', ` ${begin}`, `${end} `, '\r')),
  { maxLength: 12 },
);
const texts = fc
  .tuple(lines, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([all, newLine, ends]) => all.join(newLine) + (ends ? newLine : ''));
const credits = fc.uniqueArray(fc.constantFrom('a/a', 'b/b', 'c/c', 'd/d-1.0'), { maxLength: 4 });

describe("a person's own text", () => {
  it('stays, and writing twice is writing once', () => {
    fc.assert(
      fc.property(texts, credits, (text, ids) => {
        const all = ids.map(id => credit(id));
        const once = written(text, ...all);
        assert.equal(written(once, ...all), once);
        const { start, end: stop } = writeCredits(text, all);
        assert.ok(once.startsWith(text.slice(0, start)) && once.endsWith(text.slice(stop)));
        // What goes is one whole section, or nothing.
        const gone = text.slice(start, stop);
        assert.ok(gone === '' || (gone.startsWith(begin) && gone.endsWith(end)));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays when credits are added, in whatever order', () => {
    fc.assert(
      fc.property(
        texts.filter(text => !text.includes(begin)),
        credits,
        (text, ids) => {
          const forwards = ids.reduce((notice, id) => added(notice, credit(id)), text);
          const backwards = ids.toReversed().reduce((notice, id) => added(notice, credit(id)), text);
          assert.equal(forwards, backwards);
          assert.ok(forwards.startsWith(text));
          for (const id of ids) assert.deepEqual(missingFrom(forwards, id, factOf('mit')), []);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('whether a notice names a model', () => {
  const cases: readonly [text: string | undefined, license: string, missing: readonly string[]][] = [
    [undefined, 'mit', ['the model']],
    ['We use a/b by a.', 'mit', []],
    ['See https://huggingface.co/a/b.', 'mit', []],
    ['We use a/b-large.', 'mit', ['the model']],
    ['We use a/b.large.', 'mit', ['the model']],
    ['We use x-a/b.', 'mit', ['the model']],
    ['A/B', 'mit', []],
    ['a/b', 'llama3.1', ['“Built with Llama”']],
  ];
  for (const [text, license, missing] of cases) {
    it(`${text ?? 'no notice'}: ${missing[0] ?? 'it does'}`, () => {
      assert.deepEqual(missingFrom(text, 'a/b', factOf(license)).slice(0, 1), missing);
    });
  }

  it('points to where an offset stands', () => {
    assert.deepEqual(positionAt('ab\ncd\n', 4), { line: 1, character: 1 });
    assert.deepEqual(positionAt('ab\n', 3), { line: 1, character: 0 });
    assert.deepEqual(positionAt('', 0), { line: 0, character: 0 });
  });
});
