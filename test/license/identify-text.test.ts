import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { identifyLicenseText, readLicenseText, type TextReading } from '../../src/license/identify-text.ts';
import { sketchLines } from '../../src/license/text-sketches.generated.ts';

const mit =
  'Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files, provided that the above copyright notice and this permission notice stay.';

/** The texts that other people's packages bear, and what their manifests say of them. */
const packages = join(import.meta.dirname, '../../node_modules');
/** Where Debian and its kin keep the texts of the GNU project. */
const commonTexts = '/usr/share/common-licenses';

function textOf(name: string): string {
  const file = readdirSync(join(packages, name)).find(entry => /^licen[cs]e/i.test(entry)) ?? '';
  return readFileSync(join(packages, name, file), 'utf8');
}

describe('identifyLicenseText', () => {
  const texts = {
    mocha: 'MIT',
    typescript: 'Apache-2.0',
    'smol-toml': 'BSD-3-Clause',
    'fastest-levenshtein': 'MIT',
    picocolors: 'ISC',
    yaml: 'ISC',
    tslib: '0BSD',
    minimatch: 'BlueOak-1.0.0',
  };
  for (const [name, expression] of Object.entries(texts)) {
    it(`knows ${expression} by the text that ${name} bears`, () => {
      const reading = readLicenseText(textOf(name));
      assert.deepEqual(reading, { kind: 'license', expression, confidence: confidence(reading) });
      assert.ok(confidence(reading) >= 0.85);
    });
  }

  it('knows each of the six licenses of Creative Commons by its title', () => {
    for (const elements of ['', '-ShareAlike', '-NoDerivatives'].flatMap(end => [
      end,
      `-NonCommercial${end}`,
    ])) {
      const title = `Creative Commons Attribution${elements} 4.0 International Public License`;
      const letters = elements.replace('NonCommercial', 'NC').replace('ShareAlike', 'SA');
      assert.equal(
        identifyLicenseText(
          `## ${title}\n\nBy exercising the Licensed Rights, You accept what the Licensor asks.`,
        ),
        `CC-BY${letters.replace('NoDerivatives', 'ND')}-4.0`,
      );
    }
  });

  it('knows the text of Creative Commons with and without what its publisher sets around it', () => {
    const known = sketchLines.split('\n').map(line => line.split('\t')[0]);
    for (const id of ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0']) {
      assert.equal(known.filter(one => one === id).length, 2, id);
    }
  });

  it('knows its own', () => {
    const own = readFileSync(join(import.meta.dirname, '../../LICENSE'), 'utf8');
    assert.equal(identifyLicenseText(own), 'Apache-2.0');
  });

  it('keeps the GNU licenses and their kin apart', function () {
    if (!existsSync(commonTexts)) this.skip();
    const common = {
      'GPL-1': 'GPL-1.0-only',
      'GPL-2': 'GPL-2.0-only',
      'GPL-3': 'GPL-3.0-only',
      'LGPL-2': 'LGPL-2.0-only',
      'LGPL-2.1': 'LGPL-2.1-only',
      'LGPL-3': 'LGPL-3.0-only',
      'MPL-1.1': 'MPL-1.1',
      'MPL-2.0': 'MPL-2.0',
      'CC0-1.0': 'CC0-1.0',
    };
    for (const [name, expression] of Object.entries(common)) {
      const path = join(commonTexts, name);
      if (existsSync(path)) assert.equal(identifyLicenseText(readFileSync(path, 'utf8')), expression, name);
    }
  });

  it('says why a text is not known', () => {
    const why = (text: string) => {
      const reading = readLicenseText(text);
      return reading.kind === 'unknown' ? reading.why : '';
    };
    const whole = textOf('mocha');
    assert.match(why(''), /empty/);
    assert.match(why(' \n\t'), /empty/);
    assert.match(why('Do as you please with our model, and be nice.'), /resembles no license/);
    assert.match(why(`${whole}\nCommons Clause`), /commons clause/);
    assert.match(why(`${whole}\nFor non-commercial use only.`), /limits the use/);
    assert.match(why(`${whole}\n${textOf('typescript')}`), /several licenses: MIT, Apache-2.0/);
    assert.match(why(`${whole}\n${words(400)}`), /holds MIT and more than that/);
    assert.match(why(`${mit}\n${words(200)}`), /changed from MIT/);
  });

  it('takes a file of one line for a name', () => {
    assert.equal(identifyLicenseText('Apache License 2.0\n'), 'Apache-2.0');
    assert.equal(identifyLicenseText('Llama 3.1 Community License'), 'LicenseRef-llama3.1');
    assert.equal(identifyLicenseText('see below'), undefined);
  });

  it('reads a notice that stands in for the text', () => {
    const notice =
      'under the terms of the GNU Affero General Public License as published by\nthe Free Software Foundation, either version 3 of the License, or (at your option)\nany later version.';
    assert.equal(identifyLicenseText(notice), 'AGPL-3.0-or-later');
  });

  it('does not decide between several licenses, nor with a rider', () => {
    assert.equal(identifyLicenseText('All rights reserved.'), undefined);
    assert.equal(identifyLicenseText(''), undefined);
  });

  it('goes by a tag, unless the text contradicts it', () => {
    assert.equal(identifyLicenseText('SPDX-License-Identifier: mit'), 'MIT');
    const apache = textOf('typescript');
    assert.equal(identifyLicenseText(`SPDX-License-Identifier: Apache-2.0\n${apache}`), 'Apache-2.0');
    assert.equal(identifyLicenseText(`SPDX-License-Identifier: MIT\n${apache}`), undefined);
    assert.equal(identifyLicenseText('SPDX-License-Identifier: nonsense'), undefined);
  });

  it('reads no more than the beginning', () => {
    assert.equal(identifyLicenseText(`${'x '.repeat(100_000)}${mit}`), undefined);
    const started = Date.now();
    identifyLicenseText('gnu general public license version '.repeat(500_000));
    assert.ok(Date.now() - started < 1000);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), text => void identifyLicenseText(text)),
    );
  });
});

function confidence(reading: TextReading): number {
  return reading.kind === 'license' ? reading.confidence : 0;
}

/** So many different words. */
function words(count: number): string {
  return Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
}
