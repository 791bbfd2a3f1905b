import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeLicense } from '../../src/judge/judge-license.ts';
import { hubLicenses } from '../../src/license/hub-licenses.generated.ts';
import { identifyLicense } from '../../src/license/identify.ts';
import { osadlValue } from '../../src/license/osadl.ts';
import { osadlIds, osadlRows } from '../../src/license/osadl-matrix.generated.ts';
import { type Use, uses } from '../../src/model/project.ts';
import type { ProjectAct } from '../../src/model/verdict.ts';
import { situation, verdictOf } from './support.ts';

describe('the OSADL matrix', () => {
  it('has a whole row for each license', () => {
    assert.equal(osadlIds.length, 110);
    assert.deepEqual(Object.keys(osadlRows), osadlIds);
    for (const row of Object.values(osadlRows)) assert.match(row, /^[ynucs]{110}$/);
  });

  it('reads leading license first', () => {
    assert.equal(osadlValue('MIT', 'GPL-3.0-only'), 'no');
    assert.equal(osadlValue('GPL-3.0-only', 'MIT'), 'yes');
    assert.equal(osadlValue('MIT', 'CC-BY-4.0'), undefined);
  });

  it('is what is judged of every pair that both know', () => {
    const expected = { yes: 'fits', same: 'fits', no: 'conflict', unknown: 'unknown', dependency: 'unknown' };
    const counts = { fits: 0, conflict: 0, unknown: 0 };
    for (const project of osadlIds) {
      for (const model of osadlIds) {
        const value = osadlValue(project, model);
        assert.ok(value !== undefined);
        const said = fitOf(project, model);
        // The parser does not take ids that only OSADL uses: those name no license that both know.
        if (said === undefined) continue;
        assert.equal(said, expected[value], `${model} in ${project}`);
        counts[said] += 1;
      }
    }
    assert.ok(counts.fits > 6000 && counts.conflict > 2500 && counts.unknown > 500, JSON.stringify(counts));
  });

  function fitOf(project: string, model: string): 'fits' | 'conflict' | 'unknown' | undefined {
    const identities = [project, model].map(identifyLicense);
    const isKnown = identities.every(
      (identity, index) => identity.kind === 'spdx' && identity.expression === [project, model][index],
    );
    if (!isKnown) return undefined;
    const statements = judgeLicense(
      { kind: 'spdx', expression: model },
      situation(project, ['distributed', 'hosted']),
    );
    const fit = statements.find(({ topic }) => topic === 'project-license');
    return fit?.kind === 'conflict' || fit?.kind === 'unknown' ? fit.kind : 'fits';
  }
});

describe('a sentence that a license wants people to see', () => {
  const sentence = (id: string, text: string, use: readonly Use[]) =>
    judgeLicense(identifyLicense(id), situation('MIT', use)).find(
      ({ kind, reason }) => kind === 'obligation' && reason.includes(text),
    )?.certainty;

  it('is owed in a product that uses the model, or only where the product contains it, as the license says', () => {
    assert.equal(sentence('llama3', 'Built with Meta Llama 3', ['distributed']), 'certain');
    assert.equal(sentence('llama3', 'Built with Meta Llama 3', ['hosted']), 'certain');
    assert.equal(sentence('llama3', 'Built with Meta Llama 3', ['internal']), undefined);
    assert.equal(sentence('llama3.1', 'Built with Llama', ['distributed']), 'conditional');
    assert.equal(sentence('stabilityai-ai-community', 'Powered by Stability AI', ['distributed']), 'certain');
  });
});

describe('a license in a project', () => {
  const cases: readonly [model: string, project: string | undefined, use: readonly Use[], verdict: string][] =
    [
      ['gpl-3.0', 'MIT', [], 'conflict, conditional'],
      ['gpl-3.0', 'MIT', ['distributed'], 'conflict, certain'],
      ['gpl-3.0', 'MIT', ['hosted'], 'permitted'],
      ['gpl-3.0', 'MIT', ['internal'], 'permitted'],
      ['gpl-3.0', 'MIT', ['commercial'], 'conflict, conditional'],
      ['gpl-3.0', undefined, [], 'unknown'],
      ['gpl-3.0', undefined, ['distributed'], 'conflict, conditional'],
      ['gpl-3.0', undefined, ['hosted', 'commercial'], 'permitted'],
      ['agpl-3.0', undefined, ['hosted', 'commercial'], 'conflict, conditional'],
      ['lgpl-3.0', undefined, ['distributed'], 'permitted'],
      ['gpl-3.0', undefined, ['internal'], 'permitted'],
      ['agpl-3.0', 'MIT', ['hosted'], 'conflict, certain'],
      ['agpl-3.0', 'Apache-2.0', ['internal'], 'permitted'],
      ['apache-2.0', 'GPL-2.0-only', ['distributed'], 'conflict, certain'],
      ['apache-2.0', 'GPL-3.0-only', ['distributed'], 'permitted'],
      ['apache-2.0', 'MIT', ['distributed'], 'permitted'],
      ['apache-2.0', undefined, [], 'permitted'],
      ['mpl-2.0', 'MIT', ['distributed'], 'conflict, remote'],
      ['gpl-2.0', 'GPL-3.0-only', ['distributed'], 'unknown'],
      ['GPL-2.0-only', 'GPL-3.0-only', ['distributed'], 'conflict, certain'],
      ['GPL-2.0-or-later', 'GPL-3.0-only', ['distributed'], 'permitted'],
      ['cc-by-4.0', 'MIT', ['distributed'], 'permitted'],
      ['cc0-1.0', 'GPL-2.0-only', ['distributed'], 'permitted'],
      ['cc-by-sa-4.0', 'GPL-3.0-only', ['distributed'], 'permitted'],
      ['cc-by-sa-4.0', 'MIT', ['distributed'], 'permitted'],
      ['cc-by-nc-4.0', 'MIT', ['commercial'], 'conflict, certain'],
      ['cc-by-nc-4.0', undefined, ['commercial'], 'conflict, certain'],
      ['cc-by-nc-4.0', 'MIT', ['research'], 'permitted'],
      ['cc-by-nc-4.0', 'MIT', ['internal', 'research'], 'conflict, remote'],
      ['cc-by-nc-4.0', 'MIT', ['internal'], 'conflict, conditional'],
      ['flux-1-dev-non-commercial-license', 'MIT', ['internal'], 'conflict, conditional'],
      ['flux-1-dev-non-commercial-license', 'MIT', ['research'], 'obligation'],
      ['cc-by-nc-4.0', 'CC-BY-NC-4.0', ['internal'], 'permitted'],
      ['cc-by-nc-4.0', 'MIT', ['distributed'], 'conflict, conditional'],
      ['cc-by-nc-4.0', 'MIT', ['research', 'hosted'], 'conflict, remote'],
      ['cc-by-nc-4.0', 'CC-BY-NC-4.0', ['distributed'], 'permitted'],
      ['cc-by-nc-4.0', 'CC-BY-NC-4.0', ['commercial'], 'conflict, certain'],
      ['cc-by-nc-4.0', 'LicenseRef-ours', ['distributed'], 'conflict, conditional'],
      ['cc-by-nc-4.0', 'MIT', [], 'conflict, conditional'],
      ['apple-amlr', 'LicenseRef-ours', ['commercial'], 'conflict, certain'],
      ['intel-research', 'MIT', ['internal'], 'conflict, conditional'],
      ['intel-research', 'MIT', ['research'], 'obligation'],
      ['llama3.1', 'MIT', ['distributed'], 'obligation'],
      ['openrail++', 'GPL-3.0-only', [], 'obligation'],
      ['MIT OR GPL-3.0-only', 'MIT', ['distributed'], 'permitted'],
      ['GPL-3.0-only OR MIT', 'MIT', ['distributed'], 'permitted'],
      ['MIT AND GPL-3.0-only', 'MIT', ['distributed'], 'conflict, certain'],
      ['GPL-2.0-only WITH Classpath-exception-2.0', 'MIT', ['distributed'], 'conflict, remote'],
      ['GPL-3.0-only', 'MIT OR GPL-3.0-only', ['distributed'], 'permitted'],
      ['GPL-3.0-only', 'MIT OR Apache-2.0', ['distributed'], 'conflict, certain'],
      ['GPL-3.0-only', 'MIT AND GPL-3.0-only', ['distributed'], 'conflict, certain'],
      ['GPL-3.0-only', 'LicenseRef-ours', ['distributed'], 'unknown'],
      ['MIT', 'no such license', ['distributed'], 'unknown'],
      ['', 'MIT', ['distributed'], 'unknown'],
      ['other', 'MIT', ['distributed'], 'unknown'],
      ['((', 'MIT', ['distributed'], 'unknown'],
    ];
  for (const [model, project, use, expected] of cases) {
    const title = `${model || 'no license'} in ${project ?? 'a project without one'}, use ${use.join(' and ') || 'not set'}`;
    it(`${title}: ${expected}`, () => assert.equal(verdictOf(model, situation(project, use)), expected));
  }

  const deeds: readonly [model: string, use: readonly Use[], acts: readonly ProjectAct[], verdict: string][] =
    [
      ['cc-by-nd-4.0', [], [], 'permitted'],
      ['cc-by-nd-4.0', [], ['fine-tunes'], 'conflict, conditional'],
      ['cc-by-nd-4.0', ['internal'], ['fine-tunes'], 'permitted'],
      ['cc-by-nd-4.0', [], ['fine-tunes', 'publishes'], 'conflict, certain'],
      ['cc-by-sa-4.0', [], ['fine-tunes', 'publishes'], 'obligation'],
      ['intel-research', ['research'], ['fine-tunes'], 'conflict, certain'],
      ['mit', ['distributed'], ['bundles'], 'obligation'],
      ['mit', [], ['publishes'], 'obligation'],
      ['mit', ['distributed'], [], 'permitted'],
    ];
  for (const [model, use, acts, expected] of deeds) {
    it(`${model}, use ${use.join(' and ') || 'not set'}, that the code ${acts.join(' and ') || 'loads'}: ${expected}`, () => {
      assert.equal(verdictOf(model, situation('MIT', use, acts)), expected);
    });
  }

  it('does not take work in the house for research: limits of revenue are told, a purpose with its condition', () => {
    const said = (id: string, use: readonly Use[]) =>
      judgeLicense(identifyLicense(id), situation('MIT', use)).map(
        ({ reason, condition }) => `${reason}, ${condition}`,
      );
    const revenue = /over \$1M yearly revenue/;
    assert.match(said('stabilityai-ai-community', ['internal']).join('\n'), revenue);
    assert.doesNotMatch(said('stabilityai-ai-community', ['research']).join('\n'), revenue);
    assert.deepEqual(
      said('cc-by-nc-4.0', ['internal'])[0],
      [
        'forbids commercial use',
        'if your use counts as commercial, as a company’s use in its own house can',
      ].join(', '),
    );
  });

  it('is no certain conflict where only production is forbidden: a company may try it out', () => {
    assert.equal(verdictOf('BUSL-1.1', situation('MIT', ['commercial'])), 'conflict, conditional');
    assert.equal(verdictOf('mnpl', situation('MIT', ['commercial'])), 'conflict, certain');
  });

  it('forbids to offer a model to others where the license does, and not for a supply that only commerce makes', () => {
    const research = situation('MIT', ['research', 'hosted']);
    assert.equal(verdictOf('stabilityai-nc-research-community', research), 'conflict, certain');
    assert.equal(verdictOf('mnpl', research), 'conflict, remote');
  });

  it('tells who gains nothing of no limit on commerce', () => {
    const told = (use: readonly Use[]) =>
      judgeLicense(identifyLicense('qwen'), situation('MIT', use)).some(({ reason }) =>
        /million/.test(reason),
      );
    assert.ok(told([]) && told(['hosted']));
    assert.ok(!told(['research']));
  });

  it('says what a conflict depends on, where it stands, and what else it rests on', () => {
    const [gpl] = judgeLicense(identifyLicense('gpl-3.0'), situation('MIT'));
    assert.match(gpl?.condition ?? '', /^if you distribute the project$/);
    assert.match(gpl?.source ?? '', /OSADL/);
    const [purpose] = judgeLicense(identifyLicense('cc-by-nc-4.0'), situation('MIT', ['commercial']));
    assert.equal(purpose?.at, 'section 2(a)(1)');
  });

  const license = fc.oneof(fc.constantFrom(...Object.keys(hubLicenses), ...osadlIds), fc.string());
  const use = fc.subarray([...uses]);
  const acts = fc.subarray<ProjectAct>(['fine-tunes', 'publishes', 'bundles']);

  it('is judged the same whatever order the uses and acts come in, and never throws', () => {
    fc.assert(
      fc.property(
        license,
        fc.option(license, { nil: undefined }),
        use,
        acts,
        (model, project, named, done) => {
          const once = judgeLicense(identifyLicense(model), situation(project, named, done));
          const turned = situation(project, named.toReversed(), done.toReversed());
          assert.deepEqual(judgeLicense(identifyLicense(model), turned), once);
          assert.ok(once.length > 0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is no error where nobody named a use and the code only loads it', () => {
    fc.assert(
      fc.property(license, license, (model, project) => {
        const [strongest] = judgeLicense(identifyLicense(model), situation(project));
        assert.ok(
          strongest !== undefined && (strongest.kind !== 'conflict' || strongest.certainty !== 'certain'),
        );
        assert.ok(strongest.kind !== 'conflict' || /^if /.test(strongest.condition ?? ''));
      }),
      { numRuns: 500 },
    );
  });

  it('never gets milder by AND, nor stricter by OR', () => {
    const known = fc.constantFrom(
      'MIT',
      'GPL-3.0-only',
      'CC-BY-NC-4.0',
      'Apache-2.0',
      'MPL-2.0',
      'CC-BY-4.0',
    );
    const order = [
      'permitted',
      'obligation',
      'unknown',
      'conflict, remote',
      'conflict, conditional',
      'conflict, certain',
    ];
    fc.assert(
      fc.property(known, known, known, use, acts, (a, b, project, named, done) => {
        const around = situation(project, named, done);
        const level = (text: string) => order.indexOf(verdictOf(text, around));
        assert.equal(level(`${a} AND ${b}`), Math.max(level(a), level(b)));
        assert.equal(level(`${a} OR ${b}`), Math.min(level(a), level(b)));
        assert.equal(level(`${b} OR ${a}`), level(`${a} OR ${b}`));
      }),
    );
  });
});
