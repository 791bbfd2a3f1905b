import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identifyLicenseText } from '../../src/license/identify-text.ts';
import { textMarks } from '../../src/license/text-marks.ts';

const gpl3 = '  GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007\n\n TERMS AND CONDITIONS\n';
const lgpl3 =
  '  GNU LESSER GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007\n\nthe GNU General Public License … a “Combined Work”';
const agpl3 =
  '  GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3, 19 November 2007\n TERMS AND CONDITIONS … version 3 of the GNU General Public License';
const mit =
  'Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files, provided that the above copyright notice and this permission notice stay.';

describe('identifyLicenseText', () => {
  for (const mark of textMarks) {
    it(`knows ${mark.expression} by its own phrases`, () => {
      assert.equal(
        identifyLicenseText(`Copyright 2020 Somebody\n\n${mark.all.join(' …\n')}`),
        mark.expression,
      );
    });
  }

  it('keeps the GNU licenses apart', () => {
    assert.equal(identifyLicenseText(gpl3), 'GPL-3.0-only');
    assert.equal(identifyLicenseText(lgpl3), 'LGPL-3.0-only');
    assert.equal(identifyLicenseText(agpl3), 'AGPL-3.0-only');
  });

  it('reads a notice that stands in for the text', () => {
    const notice =
      'under the terms of the GNU Affero General Public License as published by\nthe Free Software Foundation, either version 3 of the License, or (at your option)\nany later version.';
    assert.equal(identifyLicenseText(notice), 'AGPL-3.0-or-later');
  });

  it('does not decide between several licenses, nor with a rider', () => {
    assert.equal(identifyLicenseText(`${gpl3}\n${mit}`), undefined);
    assert.equal(identifyLicenseText(`${mit}\nCommons Clause`), undefined);
    assert.equal(identifyLicenseText(`${mit}\nFor non-commercial use only.`), undefined);
    assert.equal(identifyLicenseText('All rights reserved.'), undefined);
    assert.equal(identifyLicenseText(''), undefined);
  });

  it('goes by a tag, unless the text contradicts it', () => {
    assert.equal(identifyLicenseText('SPDX-License-Identifier: mit'), 'MIT');
    assert.equal(
      identifyLicenseText(`SPDX-License-Identifier: GPL-3.0-or-later\n${gpl3}`),
      'GPL-3.0-or-later',
    );
    assert.equal(identifyLicenseText(`SPDX-License-Identifier: MIT\n${gpl3}`), undefined);
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
