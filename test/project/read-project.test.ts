import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Configuration } from '../../src/model/project.ts';
import { readProject } from '../../src/project/read-project.ts';
import { memoryFiles } from '../support/memory-files.ts';

const configuration: Configuration = {
  license: undefined,
  use: ['hosted'],
  rules: {},
  allowLicenses: [],
  denyLicenses: [],
  ignorePaths: [],
  ignoreModels: [],
  privateModels: [],
  endpoint: '',
  network: 'never',
};
const gpl3 = 'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\nTERMS AND CONDITIONS\n';
const lgpl3 = 'GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\na Combined Work\n';

async function licenseOf(entries: Record<string, string>): Promise<string | undefined> {
  const { project } = await readProject(memoryFiles(entries), configuration);
  return project.license && `${project.license.expression} ${project.license.source?.file}`;
}

function read(entries: Record<string, string>) {
  return readProject(memoryFiles(entries), configuration);
}

describe('readProject', () => {
  const cases: readonly [name: string, entries: Record<string, string>, expected: string | undefined][] = [
    ['a license file', { 'LICENSE.md': gpl3 }, 'GPL-3.0-only LICENSE.md'],
    ['both GNU texts', { COPYING: gpl3, 'COPYING.LESSER': lgpl3 }, 'LGPL-3.0-only COPYING.LESSER'],
    [
      'package.json',
      { 'package.json': '{"license": "(MIT OR Apache-2.0)"}' },
      '(MIT OR Apache-2.0) package.json',
    ],
    ['PEP 639', { 'pyproject.toml': '[project]\nlicense = "MIT"' }, 'MIT pyproject.toml'],
    [
      'a table',
      { 'pyproject.toml': '[project]\nlicense = {text = "BSD-3-Clause"}' },
      'BSD-3-Clause pyproject.toml',
    ],
    ['poetry', { 'pyproject.toml': '[tool.poetry]\nlicense = "ISC"' }, 'ISC pyproject.toml'],
    [
      'classifiers',
      { 'pyproject.toml': '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]' },
      'MIT pyproject.toml',
    ],
    [
      'setup.cfg',
      { 'setup.cfg': '[metadata]\nname = x\nlicense = Apache License 2.0' },
      'Apache-2.0 setup.cfg',
    ],
    ['Cargo.toml', { 'Cargo.toml': '[package]\nlicense = "MIT/Apache-2.0"' }, 'MIT OR Apache-2.0 Cargo.toml'],
    [
      'a manifest that agrees',
      { LICENSE: gpl3, 'package.json': '{"license":"GPL-3.0-or-later"}' },
      'GPL-3.0-or-later package.json',
    ],
    [
      'a file the manifest points to',
      {
        'pyproject.toml': '[project]\nlicense = {file = "doc/terms.txt"}',
        'doc/terms.txt': 'SPDX-License-Identifier: MIT',
      },
      'MIT doc/terms.txt',
    ],
    [
      'a file package.json points to',
      { 'package.json': '{"license":"SEE LICENSE IN terms.md"}', 'terms.md': 'SPDX-License-Identifier: ISC' },
      'ISC terms.md',
    ],
    ['a pointer out of the project', { 'package.json': '{"license":"SEE LICENSE IN ../../x"}' }, undefined],
    ['UNLICENSED', { 'package.json': '{"license":"UNLICENSED"}' }, undefined],
    ['nothing', {}, undefined],
  ];
  for (const [name, entries, expected] of cases) {
    it(`reads ${name}`, async () => assert.equal(await licenseOf(entries), expected));
  }

  it('keeps the text where a manifest disagrees, and says so', async () => {
    const { project } = await read({ LICENSE: gpl3, 'package.json': '{"license":"MIT"}' });
    assert.equal(project.license?.expression, 'GPL-3.0-only');
    assert.deepEqual(
      project.notes.map(({ message }) => message),
      ['package.json says MIT, while LICENSE says GPL-3.0-only; the audit goes by GPL-3.0-only.'],
    );
    assert.equal(project.notes[0]?.source.file, 'package.json');
  });

  const noted: readonly [name: string, entries: Record<string, string>, message: RegExp][] = [
    ['an empty license file', { LICENSE: ' \n' }, /^LICENSE is empty, which grants nothing\.$/],
    ['a text nobody knows', { LICENSE: 'Our own terms.' }, /^The text of LICENSE is no single license/],
    ['an enormous text', { LICENSE: 'terms '.repeat(300_000) }, /^The text of LICENSE is no single license/],
    ['an id nobody knows', { 'package.json': '{"license":"Ours"}' }, /package\.json names, “Ours”, is none/],
    [
      'two texts',
      { LICENSE: gpl3, 'LICENSE-MIT': 'SPDX-License-Identifier: MIT' },
      /LICENSE-MIT says MIT, while/,
    ],
  ];
  for (const [name, entries, message] of noted) {
    it(`says what is wrong with ${name}`, async () => {
      const { notes } = (await read(entries)).project;
      assert.equal(notes.length, 1);
      assert.match(notes[0]?.message ?? '', message);
    });
  }

  it('finds nothing to say about manifests that name what the texts hold', async () => {
    const mit = 'SPDX-License-Identifier: MIT\n';
    const both = { 'LICENSE-MIT': mit, 'LICENSE-APACHE': 'SPDX-License-Identifier: Apache-2.0\n' };
    const { project } = await read({ ...both, 'Cargo.toml': '[package]\nlicense = "MIT OR Apache-2.0"\n' });
    assert.equal(project.license?.expression, 'MIT OR Apache-2.0');
    assert.deepEqual(project.notes, []);
    assert.deepEqual((await read({ COPYING: gpl3, 'COPYING.LESSER': lgpl3 })).project.notes, []);
  });

  it('points to where the license is declared', async () => {
    const files = memoryFiles({ 'package.json': '{\n  "license": "MIT"\n}' });
    const { project } = await readProject(files, configuration);
    assert.deepEqual(project.license?.source, {
      file: 'package.json',
      start: { line: 1, character: 13 },
      end: { line: 1, character: 18 },
    });
  });

  it('lets the configuration win', async () => {
    const { project } = await readProject(memoryFiles({ LICENSE: gpl3 }), {
      ...configuration,
      license: 'apache-2.0',
    });
    assert.deepEqual(project.license, { expression: 'Apache-2.0', source: undefined });
    assert.deepEqual(project.use, ['hosted']);
  });

  it('never throws, whatever the files hold', async () => {
    const names = ['LICENSE', 'package.json', 'pyproject.toml', 'setup.cfg', 'Cargo.toml'];
    const pieces = fc.constantFrom(
      '[project]',
      'license',
      '=',
      '{',
      '"',
      '[',
      '\n',
      'MIT',
      ':',
      '__proto__',
      '\u0000',
    );
    const content = fc.oneof(
      fc.string(),
      fc.array(pieces).map(parts => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), content), async entries => {
        await readProject(memoryFiles(entries), configuration);
      }),
    );
    await licenseOf({ 'package.json': '['.repeat(300_000), 'pyproject.toml': `a = ${'['.repeat(100_000)}` });
  });
});
