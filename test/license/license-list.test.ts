import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identifyLicense } from '../../src/license/identify.ts';
import { isBoundToListed, isListed, licenseListProblem } from '../../src/license/license-list.ts';

describe('a list of licenses', () => {
  const listed: readonly [license: string, list: readonly string[], is: boolean | undefined][] = [
    ['mit', ['MIT'], true],
    ['apache-2.0', ['MIT', 'Apache-2.0'], true],
    ['apache-2.0', ['MIT OR Apache-2.0'], true],
    ['MIT OR GPL-3.0-only', ['MIT'], true],
    ['MIT AND GPL-3.0-only', ['MIT'], false],
    ['MIT AND GPL-3.0-only', ['MIT', 'GPL-3.0-only'], true],
    ['openrail++', ['openrail++'], true],
    ['openrail++', ['MIT'], false],
    ['llama3.1', ['llama3.1', 'gemma'], true],
    ['gpl-3.0', ['gpl-3.0'], true],
    ['GPL-3.0-or-later', ['gpl-3.0'], true],
    ['mit', [], false],
    ['other', ['MIT'], undefined],
    ['', ['MIT'], undefined],
  ];
  for (const [license, list, is] of listed) {
    it(`${list.join(', ') || 'without entries'} ${is === true ? 'has' : is === false ? 'lacks' : 'cannot tell'} ${license || 'none'}`, () => {
      assert.equal(isListed(identifyLicense(license), list), is);
    });
  }

  const bound: readonly [license: string, list: readonly string[], is: boolean][] = [
    ['agpl-3.0', ['AGPL-3.0'], true],
    ['AGPL-3.0-or-later', ['agpl-3.0'], true],
    ['MIT OR AGPL-3.0-only', ['AGPL-3.0'], false],
    ['MIT AND AGPL-3.0-only', ['AGPL-3.0'], true],
    ['GPL-2.0-only OR AGPL-3.0-only', ['AGPL-3.0 OR GPL-2.0'], true],
    ['GPL-2.0-only WITH Classpath-exception-2.0', ['GPL-2.0'], false],
    ['cc-by-nc-4.0', ['cc-by-nc-4.0'], true],
    ['other', ['MIT'], false],
    ['mit', [], false],
  ];
  for (const [license, list, is] of bound) {
    it(`${is ? 'catches' : 'leaves'} ${license} by ${list.join(', ') || 'nothing'}`, () => {
      assert.equal(isBoundToListed(identifyLicense(license), list), is);
    });
  }

  it('says in words what it cannot take', () => {
    assert.match(licenseListProblem('MIT AND ISC') ?? '', /joins licenses by AND/);
    assert.match(licenseListProblem('gpl') ?? '', /gpl/);
    assert.match(licenseListProblem('') ?? '', /names no license/);
    assert.equal(licenseListProblem('openrail++'), undefined);
    assert.equal(licenseListProblem('MIT OR Apache-2.0'), undefined);
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('apache-2.0', 'openrail++', 'MIT AND X', '(', 'GPL-2.0+'),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (license, list) => {
        isListed(identifyLicense(license), list);
        isBoundToListed(identifyLicense(license), list);
        list.map(licenseListProblem);
      }),
    );
  });
});
