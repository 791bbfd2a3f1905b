import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judge } from '../../src/license/compatibility.ts';
import { hubLicenses } from '../../src/license/hub-licenses.generated.ts';
import { identifyLicense } from '../../src/license/identify.ts';
import { osadlValue } from '../../src/license/osadl.ts';
import { osadlIds, osadlRows } from '../../src/license/osadl-matrix.generated.ts';
import { type Use, uses } from '../../src/model/project.ts';

function verdict(model: string, project: string, use: readonly Use[] = []): string {
  const result = judge(identifyLicense(model), project, use);
  return result.kind === 'conflict' ? result.certainty : result.kind;
}

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

  it('is what the judge says of every pair of it', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      yes: ['permitted'],
      same: ['permitted'],
      no: ['certain', 'conditional'],
      unknown: ['unknown'],
      dependency: ['unknown'],
    };
    for (const project of osadlIds) {
      for (const model of osadlIds) {
        const said = judge({ kind: 'spdx', expression: model }, project, ['distributed']);
        const kind = said.kind === 'conflict' ? said.certainty : said.kind;
        const value = osadlValue(project, model) ?? '';
        // The parser does not take ids that only OSADL uses, and deprecated ids are renamed.
        if (kind === 'unknown' && value !== 'unknown' && value !== 'dependency') continue;
        assert.ok(expected[value]?.includes(kind), `${model} in ${project}: ${value}, ${kind}`);
      }
    }
  });
});

describe('judge', () => {
  const cases: readonly [model: string, project: string, use: readonly Use[], verdict: string][] = [
    ['gpl-3.0', 'MIT', [], 'conditional'],
    ['gpl-3.0', 'MIT', ['distributed'], 'certain'],
    ['gpl-3.0', 'MIT', ['hosted'], 'conditional'],
    ['agpl-3.0', 'MIT', ['hosted'], 'certain'],
    ['agpl-3.0', 'Apache-2.0', ['internal'], 'conditional'],
    ['apache-2.0', 'GPL-2.0-only', ['distributed'], 'certain'],
    ['apache-2.0', 'GPL-3.0-only', ['distributed'], 'permitted'],
    ['apache-2.0', 'MIT', ['distributed'], 'permitted'],
    ['mpl-2.0', 'MIT', ['distributed'], 'conditional'],
    ['gpl-2.0', 'GPL-3.0-only', ['distributed'], 'unknown'],
    ['GPL-2.0-only', 'GPL-3.0-only', ['distributed'], 'certain'],
    ['cc-by-4.0', 'MIT', ['distributed'], 'permitted'],
    ['cc0-1.0', 'GPL-2.0-only', ['distributed'], 'permitted'],
    ['cc-by-sa-4.0', 'GPL-3.0-only', ['distributed'], 'permitted'],
    ['cc-by-sa-4.0', 'MIT', ['distributed'], 'unknown'],
    ['cc-by-nc-4.0', 'MIT', ['commercial'], 'certain'],
    ['cc-by-nc-4.0', 'MIT', ['research'], 'permitted'],
    ['cc-by-nc-4.0', 'MIT', ['internal', 'research'], 'permitted'],
    ['cc-by-nc-4.0', 'MIT', ['distributed'], 'conditional'],
    ['cc-by-nc-4.0', 'MIT', ['research', 'hosted'], 'conditional'],
    ['cc-by-nc-4.0', 'CC-BY-NC-4.0', ['distributed'], 'permitted'],
    ['cc-by-nc-4.0', 'LicenseRef-ours', ['distributed'], 'unknown'],
    ['cc-by-nc-4.0', 'MIT', [], 'conditional'],
    ['cc-by-nc-4.0', 'CC-BY-NC-4.0', [], 'permitted'],
    ['cc-by-nc-4.0', 'LicenseRef-ours', [], 'unknown'],
    ['apple-amlr', 'LicenseRef-ours', ['commercial'], 'certain'],
    ['llama3.1', 'MIT', ['distributed'], 'unknown'],
    ['MIT OR GPL-3.0-only', 'MIT', ['distributed'], 'permitted'],
    ['MIT AND GPL-3.0-only', 'MIT', ['distributed'], 'certain'],
    ['GPL-3.0-only', 'MIT OR GPL-3.0-only', ['distributed'], 'permitted'],
    ['GPL-3.0-only', 'MIT OR Apache-2.0', ['distributed'], 'certain'],
    ['GPL-3.0-only', 'LicenseRef-ours', ['distributed'], 'unknown'],
    ['MIT', 'no such license', ['distributed'], 'unknown'],
    ['', 'MIT', ['distributed'], 'unknown'],
    ['other', 'MIT', ['distributed'], 'unknown'],
  ];
  for (const [model, project, use, expected] of cases) {
    it(`${model || 'no license'} in ${project}, use ${use.join(' and ') || 'not set'}: ${expected}`, () => {
      assert.equal(verdict(model, project, use), expected);
    });
  }

  it('says what a conditional conflict depends on', () => {
    const said = judge(identifyLicense('gpl-3.0'), 'MIT', []);
    assert.ok(said.kind === 'conflict');
    assert.match(said.reason, /if you distribute the project/);
    assert.match(said.source, /OSADL/);
  });

  it('is deterministic and never throws', () => {
    const license = fc.oneof(fc.constantFrom(...Object.keys(hubLicenses), ...osadlIds), fc.string());
    fc.assert(
      fc.property(license, license, fc.subarray([...uses]), (model, project, use) => {
        const once = judge(identifyLicense(model), project, use);
        assert.deepEqual(judge(identifyLicense(model), project, [...use].reverse()), once);
      }),
      { numRuns: 1000 },
    );
  });
});
