import assert from 'node:assert/strict';
import fc from 'fast-check';
import { datasetRisks } from '../../src/judge/datasets.ts';
import { driftsOf } from '../../src/judge/drift.ts';
import { judgeModel, type LicensedModel } from '../../src/judge/judge-model.ts';
import type { Ancestor, Background, Dataset } from '../../src/model/background.ts';
import { type Use, uses } from '../../src/model/project.ts';
import { statementWords } from '../../src/report/verdict-words.ts';
import { ancestor, behind, factOf, situation, words } from './support.ts';

function model(license: string | undefined, background: Background = behind([])): LicensedModel {
  return { id: 'a/model', license: license === undefined ? undefined : factOf(license), background };
}

function judged(
  license: string | undefined,
  ancestors: readonly Ancestor[],
  use: readonly Use[] = ['commercial'],
) {
  return judgeModel(model(license, behind(ancestors)), situation('MIT', use));
}

describe('what a model was made from', () => {
  it('binds whoever uses it, whatever its own license says', () => {
    const { verdict } = judged('mit', [ancestor('b/base', 'a/model', 1, 'cc-by-nc-4.0')]);
    assert.equal(words(verdict), 'conflict, certain');
    assert.deepEqual(verdict.chain, ['a/model', 'b/base']);
  });

  it('binds over many steps, and where the model itself names no license', () => {
    const chain = [
      ancestor('b/middle', 'a/model', 1, 'mit'),
      ancestor('c/root', 'b/middle', 2, 'apple-amlr'),
    ];
    const { verdict, others } = judged('', chain);
    assert.deepEqual(verdict.chain, ['a/model', 'b/middle', 'c/root']);
    assert.ok(others.some(({ kind, topic }) => kind === 'unknown' && topic === 'license'));
  });

  it('does not bind beyond what its own publisher made of it', () => {
    const own = [ancestor('a/base', 'a/model', 1, 'cc-by-nc-4.0')];
    assert.equal(judged('mit', own).verdict.kind, 'permitted');
    assert.equal(words(judged('', own).verdict), 'conflict, certain');
    const relicensed = [
      ancestor('b/small', 'a/model', 1, 'mit'),
      ancestor('b/large', 'b/small', 2, 'cc-by-nc-4.0'),
    ];
    assert.equal(judged('mit', relicensed).verdict.kind, 'permitted');
  });

  it('is said to be unknown where it is', () => {
    const { verdict, gaps } = judgeModel(
      model(
        'mit',
        behind([ancestor('b/base', 'a/model', 1), ancestor('c/base', 'a/model', 1, '')], 'a circle'),
      ),
      situation('MIT'),
    );
    assert.equal(verdict.kind, 'permitted');
    assert.deepEqual(gaps, [
      "nothing is known of the license of its base model 'b/base'",
      "its base model 'c/base' names no license",
      'its lineage was not followed to the end: a circle',
    ]);
  });

  it('is said to be one nobody can tell where the base names none by its name', () => {
    const { gaps } = judgeModel(
      model('mit', behind([ancestor('b/base', 'a/model', 1, 'other')])),
      situation('MIT'),
    );
    assert.deepEqual(gaps, ["the license of its base model 'b/base', “other”, cannot be told"]);
  });

  it('leaves a model that nobody knows unknown', () => {
    assert.equal(judged(undefined, []).verdict.reason, 'nothing is known of its license');
    assert.equal(judged('', []).verdict.kind, 'unknown');
  });

  it('ends in a circle and at great depth', () => {
    const circle = [ancestor('b/x', 'c/y', 2, 'mit'), ancestor('c/y', 'b/x', 1, 'llama2')];
    assert.ok(judged('mit', circle).others.length > 0);
    const deep = Array.from({ length: 200 }, (_, n) =>
      ancestor(`o${n}/m`, n === 0 ? 'a/model' : `o${n - 1}/m`, n + 1, n === 199 ? 'cc-by-nc-4.0' : 'mit'),
    );
    assert.equal(judged('mit', deep).verdict.chain.length, 201);
  });
});

const licenses = [
  'mit',
  'apache-2.0',
  'gpl-3.0',
  'cc-by-nc-4.0',
  'llama2',
  'openrail++',
  'cc-by-sa-4.0',
  'other',
  '',
];
const anyLicense = fc.option(fc.constantFrom(...licenses), { nil: undefined });

/** A lineage: each model was made from one nearer by. */
const lineages = fc
  .array(fc.tuple(anyLicense, fc.nat(), fc.constantFrom('a', 'b', 'c')), { maxLength: 6 })
  .map(steps => {
    const ancestors: Ancestor[] = [];
    for (const [index, [license, pick, owner]] of steps.entries()) {
      const below = ancestors[pick % Math.max(1, ancestors.length)];
      const isRoot = below === undefined || pick % 3 === 0;
      const of = isRoot ? 'a/model' : below.id;
      ancestors.push(ancestor(`${owner}/m${index}`, of, isRoot ? 1 : below.depth + 1, license));
    }
    return ancestors;
  });

describe('a judgment', () => {
  const levels = [
    'permitted',
    'obligation',
    'unknown',
    'conflict, remote',
    'conflict, conditional',
    'conflict, certain',
  ];

  it('is the same whatever order ancestors come in', () => {
    fc.assert(
      fc.property(
        lineages.chain(list =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        anyLicense,
        fc.subarray([...uses]),
        ([list, shuffled], license, use) => {
          assert.deepEqual(judged(license, shuffled, use), judged(license, list, use));
          const drifts = (ancestors: readonly Ancestor[]) => driftsOf(model(license, behind(ancestors)));
          assert.deepEqual(drifts(shuffled), drifts(list));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never gets milder by one more ancestor', () => {
    fc.assert(
      fc.property(lineages, anyLicense, anyLicense, fc.subarray([...uses]), (list, license, more, use) => {
        const level = (ancestors: readonly Ancestor[]) =>
          levels.indexOf(words(judged(license, ancestors, use).verdict));
        assert.ok(level([...list, ancestor('z/more', 'a/model', 1, more)]) >= level(list));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the strongest first', () => {
    fc.assert(
      fc.property(lineages, anyLicense, fc.subarray([...uses]), (list, license, use) => {
        const { verdict, others } = judged(license, list, use);
        for (const other of others.filter(
          ({ kind, certainty }) => kind !== 'obligation' || certainty === 'certain',
        ))
          assert.ok(levels.indexOf(words(other)) <= levels.indexOf(words(verdict)));
      }),
    );
  });
});

describe('a license that claims more than the base model gives', () => {
  const cases: readonly [own: string, base: string, lost: string | undefined][] = [
    ['apache-2.0', 'llama2', 'acceptable use policy'],
    ['mit', 'cc-by-nc-4.0', 'no commercial use'],
    ['cc-by-4.0', 'cc-by-nc-4.0', 'no commercial use'],
    ['mit', 'cc-by-sa-4.0', 'same license'],
    ['apache-2.0', 'gpl-3.0', 'same license'],
    ['mit', 'creativeml-openrail-m', 'attachment A'],
    ['mit', 'cc-by-nd-4.0', 'no changed versions'],
    ['mit', 'apache-2.0', undefined],
    ['mit', 'cc-by-4.0', undefined],
    ['llama2', 'llama2', undefined],
    ['cc-by-nc-sa-4.0', 'cc-by-nc-4.0', undefined],
    ['cc-by-nc-4.0', 'apple-amlr', 'research use only'],
    ['apple-amlr', 'cc-by-nc-4.0', undefined],
    ['cc-by-nc-4.0', 'mnpl', 'not in production'],
    ['mnpl', 'cc-by-nc-4.0', undefined],
    ['nvidia-community-model-license', 'cc-by-nc-4.0', 'no commercial use'],
    ['apple-amlr', 'mnpl', undefined],
    ['gpl-3.0', 'cc-by-sa-4.0', undefined],
    ['cc-by-sa-4.0', 'cc-by-sa-3.0', undefined],
    ['agpl-3.0', 'mit', undefined],
    ['openrail++', 'creativeml-openrail-m', undefined],
    ['other', 'llama2', undefined],
    ['', 'llama2', undefined],
    ['MIT OR CC-BY-NC-4.0', 'cc-by-nc-4.0', 'no commercial use'],
    ['MIT AND CC-BY-NC-4.0', 'cc-by-nc-4.0', undefined],
  ];
  for (const [own, base, lost] of cases) {
    it(`${own || 'none'} over ${base}: ${lost ?? 'nothing lost'}`, () => {
      const [drift] = driftsOf(model(own, behind([ancestor('b/base', 'a/model', 1, base)])));
      const told = drift?.lost.map(clause => clause.words).join('; ');
      if (lost === undefined) assert.equal(told, undefined);
      else assert.ok(told?.includes(lost), told);
    });
  }

  it('is not looked for in the work of one publisher, nor in what a gallery reports', () => {
    assert.deepEqual(driftsOf(model('mit', behind([ancestor('a/base', 'a/model', 1, 'llama2')]))), []);
    const background = behind([ancestor('b/base', 'a/model', 1, 'llama2')]);
    const reported = {
      ...model('mit', background),
      license: { ...factOf('mit'), source: 'localai' as const },
    };
    assert.deepEqual(driftsOf(reported), []);
  });
});

describe('a license that only a third party reports', () => {
  it('is judged with a word of who reports it, and asks for nothing in return', () => {
    const reported = { ...factOf('llama3.1'), source: 'localai' as const };
    const around = situation('MIT', ['distributed'], ['bundles']);
    const { verdict, others, gaps } = judgeModel({ ...model('', behind([])), license: reported }, around);
    assert.ok([verdict, ...others].every(({ topic }) => topic !== 'duty'));
    assert.deepEqual(gaps, ['whether that is its license: only LocalAI reports it']);
    assert.match(statementWords(verdict), /^llama3\.1 \(reported by LocalAI\) sets a limit: /);
    const said = judgeModel(model('llama3.1', behind([])), around);
    assert.ok([said.verdict, ...said.others].some(({ topic }) => topic === 'duty'));
    assert.deepEqual(said.gaps, []);
  });
});

describe('training data', () => {
  function dataset(id: string, license: string): Dataset {
    const record = { id, license: factOf(license), gated: false as const, url: 'https://example.org' };
    return { id, lookup: { state: 'found', record, from: 'live', at: '2026-01-02' } };
  }
  const datasets = [
    dataset('d/free', 'cc-by-4.0'),
    dataset('d/gain', 'cc-by-nc-4.0'),
    dataset('d/fixed', 'cc-by-nd-4.0'),
    dataset('d/unknown', 'other'),
  ];

  it('that forbids commerce or changes is a risk', () => {
    const risks = datasetRisks({ ...behind([]), datasets }, situation('MIT', ['commercial']));
    assert.deepEqual(
      risks.map(({ record, words: said }) => [record.id, ...said]),
      [
        ['d/fixed', 'share no changed versions'],
        ['d/gain', 'no commercial use'],
      ],
    );
  });

  it('is told in an order of its own, and never changes the verdict', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(datasets), fc.subarray([...uses]), (some, use) => {
        const around = situation('MIT', use);
        const background = { ...behind([]), datasets: some };
        const reversed = { ...behind([]), datasets: some.toReversed() };
        assert.deepEqual(datasetRisks(background, around), datasetRisks(reversed, around));
        assert.deepEqual(judgeModel(model('mit', background), around), judgeModel(model('mit'), around));
      }),
    );
  });

  it('for research alone is no risk to research', () => {
    const risks = datasetRisks({ ...behind([]), datasets }, situation('MIT', ['research']));
    assert.deepEqual(
      risks.map(({ record }) => record.id),
      ['d/fixed'],
    );
  });
});
