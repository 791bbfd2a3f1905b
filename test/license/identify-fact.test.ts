import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { identifyFact, licenseInWords, severalLicenses } from '../../src/license/identify-fact.ts';
import type { LicenseFact } from '../../src/model/record.ts';

function fact(id: string, name?: string, link?: string): LicenseFact {
  return { id, name, link, source: 'hub' };
}

describe('a license as a hub states it', () => {
  it('is read from its name where the hub has no id for it', () => {
    assert.deepEqual(identifyFact(fact('other', 'flux-1-dev-non-commercial-license')), {
      kind: 'named',
      ref: 'LicenseRef-flux-1-dev-non-commercial-license',
      hubId: 'flux-1-dev-non-commercial-license',
    });
    const link = 'https://huggingface.co/spaces/bigscience/license';
    assert.equal(identifyFact(fact('other', 'ours', link)).kind, 'named');
    assert.equal(identifyFact(fact('other', 'our-own-terms')).kind, 'unknown');
    assert.equal(identifyFact(fact('other')).kind, 'unknown');
  });

  it('is read where a hub gives its text in the place of an id', async () => {
    const text = await readFile(new URL('../../LICENSE', import.meta.url), 'utf8');
    assert.deepEqual(identifyFact({ ...fact('other', 'Apache License'), text }), {
      kind: 'spdx',
      expression: 'Apache-2.0',
    });
    assert.equal(identifyFact({ ...fact('other', 'Our terms'), text: 'Ask us first.' }).kind, 'unknown');
  });

  it('goes by its id where that is one', () => {
    assert.deepEqual(identifyFact(fact('mit', 'gemma')), { kind: 'spdx', expression: 'MIT' });
    assert.equal(identifyFact(fact('')).kind, 'none');
  });

  it('may be several, of which nobody knows how they go together', () => {
    assert.deepEqual(severalLicenses(fact('other', 'apache-2.0, gemma')), ['apache-2.0', 'gemma']);
    assert.equal(identifyFact(fact('other', 'apache-2.0, gemma')).kind, 'unknown');
    assert.deepEqual(severalLicenses(fact('other', 'gemma')), []);
    assert.deepEqual(severalLicenses(fact('other', 'Our License, version 2')), []);
  });

  it('is told in words', () => {
    assert.match(licenseInWords(fact('apache-2.0')), /keep the copyright notice/);
    assert.match(licenseInWords(fact('other', 'flux-1-dev-non-commercial-license')), /^no commercial use/);
    assert.match(licenseInWords(fact('other')), /read them/);
    for (const id of ['constructor', '__proto__', 'toString', 'nobody-knows']) {
      assert.equal(licenseInWords(fact(id)), '', id);
    }
  });
});
