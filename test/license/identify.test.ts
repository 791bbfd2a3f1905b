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
    'GNU GPL v2 or later': 'GPL-2.0-or-later',
    'GNU General Public License v3 or later (GPLv3+)': 'GPL-3.0-or-later',
    'LGPL 2.1 or newer': 'LGPL-2.1-or-later',
    'GPL 3.0 only': 'GPL-3.0-only',
    bsd3: 'BSD-3-Clause',
    'BSD 3-clause "New" or "Revised"': 'BSD-3-Clause',
    '2-Clause BSD License': 'BSD-2-Clause',
    'CC BY-NC-SA 4.0 International': 'CC-BY-NC-SA-4.0',
    'Attribution-NonCommercial 4.0 International': 'CC-BY-NC-4.0',
    'Creative Commons Zero v1.0 Universal': 'CC0-1.0',
    'Boost Software License 1.0 (BSL-1.0)': 'BSL-1.0',
    'MIT © Somebody': 'MIT',
    'MIT/X11': 'MIT',
    'BSL 1.1': 'BUSL-1.1',
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
    'MIT, Apache-2.0',
    'MIT/Apache-2.0',
    'Dual MIT/GPL',
    'cc-by-nc',
    'llama',
    'non-commercial',
    'research only',
    'not specified',
    'https://example.org/license',
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

  const names = {
    'Llama 3 Community': 'llama3',
    'META LLAMA 3 COMMUNITY LICENSE AGREEMENT': 'llama3',
    'Llama 3.1 Community License': 'llama3.1',
    'llama-4-cla-2025': 'llama4',
    'Gemma Terms of Use': 'gemma',
    'CreativeML Open RAIL-M': 'creativeml-openrail-m',
    'BigCode OpenRAIL-M v1': 'bigcode-openrail-m',
    'LFM-Open-License-v1.0': 'lfm1.0',
    'Tongyi Qianwen LICENSE AGREEMENT': 'tongyi-qianwen',
    'deepseek-license': 'deepseek',
    'cvnets-license': 'apple-ascl',
    'LicenseRef-scancode-stable-diffusion-2022-08-22': 'creativeml-openrail-m',
    'LicenseRef-scancode-cc-by-nc-nd-2.0-at': 'CC-BY-NC-ND-2.0-AT',
  };
  for (const [text, id] of Object.entries(names)) {
    it(`reads “${text}” as ${id}`, () => {
      const identity = identifyLicense(text);
      assert.equal(identity.kind === 'named' ? identity.hubId : undefined, id);
    });
  }

  it('says why it does not know', () => {
    const why = (text: string) => {
      const identity = identifyLicense(text);
      return identity.kind === 'unknown' ? identity.why : '';
    };
    assert.match(why('gpl'), /GNU GPL family/);
    assert.match(why('MIT, Apache-2.0'), /several licenses/);
    assert.match(why('https://huggingface.co/org/model/blob/main/LICENSE'), /those of org\/model/);
    assert.match(why('x'.repeat(501)), /too long/);
  });

  it('takes no time over what is hostile', () => {
    const hostile = [
      '('.repeat(500),
      `${'('.repeat(240)}MIT${')'.repeat(240)}`,
      'MIT OR '.repeat(71),
      `${'MIT AND ('.repeat(40)}MIT${')'.repeat(40)}`,
      'a-'.repeat(250),
      `MIT${' '.repeat(490)}+`,
      ' '.repeat(1_000_000),
      `${'or '.repeat(160)}later`,
      'non'.repeat(160),
    ];
    for (const text of hostile) assert.match(identifyLicense(text).kind, /^(?:spdx|named|none|unknown)$/);
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
