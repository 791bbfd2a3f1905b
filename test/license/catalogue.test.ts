import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forbids, licenseEntries, licenseOf, licenseOfId } from '../../src/license/catalogue.ts';
import { hubLicenses } from '../../src/license/hub-licenses.generated.ts';
import { identifyLicense } from '../../src/license/identify.ts';
import { osadlIds } from '../../src/license/osadl-matrix.generated.ts';
import type { Clause, ClauseSubject, License } from '../../src/license/types.ts';

function known(id: string): License {
  const license = licenseOfId(id);
  assert.ok(license, id);
  return license;
}

/** An id that leaves open whether later versions may be chosen reads as `-only`. */
function withoutChoice(id: string | undefined): string | undefined {
  return id?.replace(/-(?:only|or-later)$/, '');
}

function clause(id: string, subject: ClauseSubject): Clause {
  const found = known(id).clauses.find(clause => clause.subject === subject && clause.kind !== 'permission');
  assert.ok(found, `${id}: ${subject}`);
  return found;
}

describe('the catalogue of licenses', () => {
  it('describes every id of the hub that names one license, and every license of the OSADL matrix', () => {
    const missing = Object.keys(hubLicenses).filter(id => licenseOf(identifyLicense(id)) === undefined);
    assert.deepEqual(missing, ['bsd', 'cc', 'gfdl', 'gpl', 'lgpl', 'unknown', 'other']);
    assert.deepEqual(
      osadlIds.filter(id => licenseOfId(id) === undefined),
      [],
    );
  });

  it('holds each license once, and each reads as itself by its id and its name', () => {
    const ids = licenseEntries.map(({ id }) => id.toLowerCase());
    assert.equal(new Set(ids).size, ids.length);
    for (const { id } of licenseEntries) {
      const license = known(id);
      assert.equal(withoutChoice(licenseOf(identifyLicense(license.id))?.id), withoutChoice(license.id), id);
      // Ports of one version of Creative Commons differ by their place alone, which their id names.
      if (id.startsWith('CC-BY-')) continue;
      const named = licenseOf(identifyLicense(license.name))?.id;
      assert.ok(
        named === undefined || withoutChoice(named) === withoutChoice(license.id),
        `${license.name}: ${named}`,
      );
    }
  });

  it('says of each clause what brings it into play, and in words of one line', () => {
    for (const { id, clauses, source = 'text' } of licenseEntries) {
      for (const { kind, words, on, limit } of clauses) {
        assert.match(words, /^[^\n.]{3,120}$|\d\.\d/, id);
        assert.equal(new Set(on).size, on.length, id);
        if (limit?.kind === 'territory') assert.ok(limit.excluded.every(code => /^[A-Z]{2}$/.test(code)));
        if (kind === 'condition' && source === 'text') assert.ok(words.length > 0, id);
      }
      if (source === 'unread') assert.ok(clauses.length <= 1, `${id} claims more than its name tells`);
    }
  });

  it('knows numbers, places and sentences', () => {
    assert.deepEqual(clause('llama3.1', 'users').limit, {
      kind: 'users',
      over: 700_000_000,
      per: 'month',
      asOf: '2024-07-23',
    });
    assert.equal(clause('llama3.1', 'display').text, 'Built with Llama');
    assert.equal(clause('llama3', 'naming').text, 'Llama 3');
    assert.equal(clause('llama2', 'training-on-outputs').kind, 'prohibition');
    assert.equal(
      known('llama3.1').clauses.find(({ subject }) => subject === 'training-on-outputs')?.kind,
      'permission',
    );
    assert.deepEqual(clause('llama4', 'territory').limit, {
      kind: 'territory',
      excluded: ['EU'],
      of: 'multimodal',
    });
    assert.deepEqual(clause('stabilityai-ai-community', 'revenue').limit, {
      kind: 'revenue',
      over: 1_000_000,
      currency: 'USD',
      per: 'year',
    });
    assert.equal(clause('creativeml-openrail-m', 'pass-terms-on').at, 'section 4(a)');
    assert.deepEqual(clause('AGPL-3.0-only', 'same-license').on, ['distribute', 'host']);
    assert.equal(clause('CC-BY-SA-4.0', 'same-license').reach, 'derivatives');
    assert.ok(forbids(known('cc-by-nd-4.0'), 'derivatives'));
    assert.ok(!forbids(known('cc-by-nd-4.0'), 'modification'));
    assert.ok(forbids(known('coqui-public-model-license'), 'commercial-outputs'));
  });

  it('names the section that speaks, also where kin count differently', () => {
    assert.equal(clause('AGPL-3.0-only', 'same-license').at, 'sections 5(c) and 13');
    assert.equal(clause('GPL-3.0-only', 'same-license').at, 'section 5(c)');
    assert.equal(clause('deepseek', 'liability').at, 'sections 10 and 11');
    assert.equal(clause('openrail++', 'liability').at, 'sections 9 and 10');
    assert.deepEqual(
      [clause('opt-175b', 'law').at, clause('llama1', 'law').at],
      ['section 2.a', 'section 2.e'],
    );
  });

  it('tells the research licenses of Qwen apart: the older forbids what the younger asks a sentence for', () => {
    const older = known('tongyi-qianwen-research');
    assert.ok(forbids(older, 'commercial-use') && forbids(older, 'training-on-outputs'));
    assert.ok(!older.clauses.some(({ subject }) => subject === 'display'));
    assert.match(clause('tongyi-qianwen-research', 'notice').text ?? '', /^Tongyi Qianwen is licensed under/);
    assert.ok(!forbids(known('qwen-research'), 'training-on-outputs'));
    assert.equal(clause('qwen-research', 'display').at, 'section 4.b');
    // Only the younger texts speak of services that contain the model.
    assert.deepEqual(clause('tongyi-qianwen', 'license-text').on, ['distribute']);
    assert.deepEqual(clause('qwen', 'license-text').on, ['distribute', 'host']);
  });

  it('wants no sentence shown that holds for some models of a license only, or for the largest users', () => {
    assert.equal(clause('nvidia-open-model-license', 'display').text, undefined);
    assert.equal(clause('modified-mit', 'display').text, undefined);
  });

  it('knows what the licenses of single publishers add', () => {
    assert.equal(clause('dinov3-license', 'same-license').at, 'section 1.b.i');
    assert.ok(!forbids(known('dinov3-license'), 'commercial-use'));
    assert.equal(clause('ltx-2-community-license-agreement', 'revenue').at, 'section 2');
    assert.equal(clause('yi-license', 'registration').at, 'section 2');
    assert.equal(clause('krutrim-community-license-agreement-version-1.0', 'competition').at, 'section 5');
    assert.ok(forbids(known('ideogram-non-commercial-model-agreement'), 'commercial-outputs'));
    assert.equal(clause('iquestcoder', 'display').text, 'IQuest Coder');
  });

  it('lists what nobody read, or only in parts', () => {
    const named = (wanted: License['source']) =>
      licenseEntries.flatMap(({ id, source }) => (source === wanted ? id : [])).toSorted();
    assert.deepEqual(named('unread'), [
      'eva-llama3.3',
      'h-research',
      'jamba-open-model-license',
      'kwaipilot-license',
      'webai-non-commercial-license-ver.-1.0',
    ]);
    assert.ok(named('excerpt').includes('baichuan2-community') && named('excerpt').includes('internlm'));
  });

  it('says where a clause stands in texts that count their sections or conditions', () => {
    const counted =
      'Apache-2.0 GPL-1.0 GPL-2.0 GPL-3.0 LGPL-2.1 LGPL-3.0 AGPL-1.0 AGPL-3.0 SSPL-1.0 MPL-1.0 MPL-1.1 MPL-2.0 EPL-1.0 EPL-2.0 CDDL-1.0 CDDL-1.1 CPL-1.0 EUPL-1.0 EUPL-1.2 OSL-3.0 MS-PL MS-RL CC0-1.0 CC-BY-4.0 CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-3.0 CC-BY-NC-2.0 CC-BY-ND-1.0 BSD-2-Clause BSD-3-Clause BSD-4-Clause Apache-1.1 Zlib';
    // Names and disclaimers stand behind the numbered part of some, or are no clause of their own.
    const uncounted = new Set<ClauseSubject>(['liability', 'endorsement', 'trademark']);
    for (const id of counted.split(' ')) {
      const asked = known(id).clauses.filter(
        ({ kind, subject }) => kind !== 'permission' && !uncounted.has(subject),
      );
      assert.deepEqual(
        asked.filter(({ at }) => at === undefined).map(({ subject }) => subject),
        [],
        id,
      );
      assert.ok(asked.length > 0 || id === 'CC0-1.0', id);
    }
    assert.equal(clause('MPL-1.1', 'disclose-source').at, 'section 3.2');
    assert.equal(clause('BSD-3-Clause', 'endorsement').at, 'condition 3');
    assert.equal(clause('CC-BY-NC-SA-3.0', 'same-license').at, 'section 4(b)');
    // A port may number otherwise, and MIT counts nothing.
    assert.equal(clause('CC-BY-SA-3.0-DE', 'same-license').at, undefined);
    assert.equal(clause('MIT', 'copyright-notice').at, undefined);
  });

  it('says when nobody read a text', () => {
    assert.equal(known('h-research').source, 'unread');
    assert.equal(known('grok2-community').source, 'text');
    assert.deepEqual(known('h-research').plain, ['its own terms: read them before you use it']);
  });

  it('gives the same license for GNU ids with and without a choice of version', () => {
    assert.equal(known('GPL-3.0-or-later').id, 'GPL-3.0-or-later');
    assert.deepEqual(known('GPL-3.0-or-later').clauses, known('gpl-3.0').clauses);
  });

  it('knows nothing of what is no license', () => {
    for (const id of ['constructor', '__proto__', 'toString', '', ' ', '-only', 'LicenseRef-']) {
      assert.equal(licenseOfId(id), undefined, id);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), id => void licenseOfId(id)));
  });
});
