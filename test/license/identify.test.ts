import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forbids, licenseOf, licenseOfId } from '../../src/license/catalogue.ts';
import { hubLicenses } from '../../src/license/hub-licenses.generated.ts';
import { identifyLicense } from '../../src/license/identify.ts';

function expressionOf(text: string): string | undefined {
  const identity = identifyLicense(text);
  return identity.kind === 'spdx' ? identity.expression : undefined;
}

describe('identifyLicense', () => {
  const spellings = {
    'apache-2.0': 'Apache-2.0',
    'Apache 2': 'Apache-2.0',
    'Apache License 2.0': 'Apache-2.0',
    'Apache License, Version 2.0': 'Apache-2.0',
    'bsd-3': 'BSD-3-Clause',
    'MIT License': 'MIT',
    'The MIT License (MIT)': 'MIT',
    'GNU General Public License v3 (GPLv3)': 'GPL-3.0-only',
    'gpl-3.0': 'GPL-3.0-only',
    'GPL-3.0+': 'GPL-3.0-or-later',
    'GPL-3.0 or later': 'GPL-3.0-or-later',
    'mit or apache-2.0': 'MIT OR Apache-2.0',
    '(MIT AND gpl-2.0+) OR Apache License 2.0': '(MIT AND GPL-2.0-or-later) OR Apache-2.0',
    'GPL-2.0-only WITH Classpath-exception-2.0': 'GPL-2.0-only WITH Classpath-exception-2.0',
    'apache-2.0 OR llama3.1': 'Apache-2.0 OR LicenseRef-llama3.1',
    '( MIT + )': 'MIT',
    'odc-by': 'ODC-By-1.0',
    'etalab-2.0': 'etalab-2.0',
  };
  for (const [text, expression] of Object.entries(spellings)) {
    it(`reads “${text}” as ${expression}`, () => assert.equal(expressionOf(text), expression));
  }

  for (const text of [
    'other',
    'unknown',
    '???',
    'gpl',
    'bsd',
    'cc',
    'UNLICENSED',
    'MIT-like',
    'constructor',
    '((',
  ]) {
    it(`does not guess at “${text}”`, () => assert.equal(identifyLicense(text).kind, 'unknown'));
  }

  it('names licenses SPDX does not list', () => {
    const openrail = { kind: 'named', ref: 'LicenseRef-openrail-plus-plus', hubId: 'openrail++' };
    assert.deepEqual(identifyLicense('openrail++'), openrail);
    assert.deepEqual(identifyLicense('LicenseRef-openrail-plus-plus'), openrail);
    assert.deepEqual(identifyLicense('Gemma'), { kind: 'named', ref: 'LicenseRef-gemma', hubId: 'gemma' });
  });

  it('tells an empty license from an unknown one', () =>
    assert.deepEqual(identifyLicense('  '), { kind: 'none' }));

  it('remembers that a GNU license may allow later versions', () => {
    assert.deepEqual(identifyLicense('gpl-2.0'), {
      kind: 'spdx',
      expression: 'GPL-2.0-only',
      mayBeOrLater: true,
    });
    assert.deepEqual(identifyLicense('GPL-2.0-only'), { kind: 'spdx', expression: 'GPL-2.0-only' });
  });

  it('never throws and gives ids that read as themselves', () => {
    const words = fc.constantFrom('MIT', 'or', 'AND', 'with', '(', ')', 'gpl-3.0', '+', ' ', 'llama3', 'x');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map(parts => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, text => {
        const expression = expressionOf(text);
        if (expression !== undefined) assert.equal(expressionOf(expression), expression);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is no expression', () => {
  it('stays unknown: empty parentheses beside a license', () => {
    assert.equal(identifyLicense('( ) MIT +').kind, 'unknown');
  });
});

describe('licenseOf', () => {
  it('knows every license id of the hub that names one license', () => {
    const withoutTerms = Object.keys(hubLicenses).filter(id => licenseOf(identifyLicense(id)) === undefined);
    assert.deepEqual(withoutTerms, ['bsd', 'cc', 'gfdl', 'gpl', 'lgpl', 'unknown', 'other']);
  });

  it('knows the non-commercial ones', () => {
    const found = Object.keys(hubLicenses).filter(id =>
      forbids(licenseOf(identifyLicense(id)), 'commercial-use'),
    );
    const others = found.filter(id => !id.startsWith('cc-by-nc'));
    assert.deepEqual(others, ['apple-amlr', 'deepfloyd-if-license', 'fair-noncommercial-research-license']);
    assert.equal(
      found.length - others.length,
      Object.keys(hubLicenses).filter(id => id.startsWith('cc-by-nc')).length,
    );
    assert.equal(forbids(licenseOfId('CC-BY-NC-SA-2.5'), 'commercial-use'), true);
  });

  it('gives a page to read', () => {
    assert.equal(licenseOf(identifyLicense('mit'))?.link, 'https://spdx.org/licenses/MIT.html');
    assert.match(licenseOf(identifyLicense('llama3.1'))?.link ?? '', /LICENSE/);
  });
});
