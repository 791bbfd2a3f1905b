import assert from 'node:assert/strict';
import type { Configuration } from '../../src/model/project.ts';
import { PackageLicenses } from '../../src/project/package-licenses.ts';
import { readProject } from '../../src/project/read-project.ts';
import { memoryFiles } from '../support/memory-files.ts';

const configuration: Configuration = {
  license: undefined,
  use: [],
  rules: {},
  allowLicenses: [],
  denyLicenses: [],
  ignorePaths: [],
  ignoreModels: [],
  privateModels: [],
  endpoint: '',
  network: 'never',
};
const mit = 'SPDX-License-Identifier: MIT\n';
const isc = 'SPDX-License-Identifier: ISC\n';
const span = { start: { line: 0, character: 0 }, end: { line: 0, character: 30 } };

async function licensesOf(entries: Record<string, string>, settings: Partial<Configuration> = {}) {
  const files = memoryFiles(entries);
  const { project } = await readProject(files, { ...configuration, ...settings });
  return new PackageLicenses(files, project);
}

async function licenseOf(licenses: PackageLicenses, file: string, header = ''): Promise<string | undefined> {
  const comments = header === '' ? [] : [{ text: header, span, isAlone: true }];
  return (await licenses.projectOf(file, comments)).license?.expression;
}

describe("a monorepo's licenses", () => {
  const monorepo = {
    LICENSE: mit,
    'packages/a/package.json': '{"license":"GPL-3.0-only"}',
    'packages/b/package.json': '{"name":"b"}',
    'packages/c/pyproject.toml': '[project]\nlicense = "Apache-2.0"\n',
    'packages/c/vendored/LICENSE': isc,
  };

  it('hold for what lies below them, the nearest first', async () => {
    const licenses = await licensesOf(monorepo);
    assert.equal(await licenseOf(licenses, 'app.py'), 'MIT');
    assert.equal(await licenseOf(licenses, 'packages/a/src/deep/app.py'), 'GPL-3.0-only');
    assert.equal(await licenseOf(licenses, 'packages/b/app.py'), 'MIT');
    assert.equal(await licenseOf(licenses, 'packages/c/app.py'), 'Apache-2.0');
    assert.equal(await licenseOf(licenses, 'packages/c/vendored/app.py'), 'ISC');
  });

  it('are listed as far as they were asked for, in the order of their folders', async () => {
    const licenses = await licensesOf(monorepo);
    await licenseOf(licenses, 'packages/c/vendored/app.py');
    await licenseOf(licenses, 'packages/a/app.py');
    const { project } = await licenses.whole();
    assert.deepEqual(
      project.packages.map(({ folder, license }) => `${folder} ${license.expression}`),
      ['packages/a GPL-3.0-only', 'packages/c/vendored ISC'],
    );
    assert.ok(licenses.reads('packages/a') && !licenses.reads('packages/b'));
  });

  it('tell where their files disagree', async () => {
    const licenses = await licensesOf({
      LICENSE: mit,
      'a/LICENSE': isc,
      'a/package.json': '{"license":"MIT"}',
    });
    assert.equal(await licenseOf(licenses, 'a/app.py'), 'ISC');
    const { project } = await licenses.whole();
    assert.match(project.notes[0]?.message ?? '', /^a\/package\.json says MIT, while a\/LICENSE says ISC/);
  });

  it('come with a notice of their own where one lies beside them', async () => {
    const licenses = await licensesOf({
      ...monorepo,
      NOTICE: 'Ours.',
      'packages/a/NOTICE.md': 'Of a.',
      'packages/b/NOTICE': 'Of b, which has no license of its own.',
    });
    const noticeOf = async (file: string) => (await licenses.projectOf(file, [])).notice?.file;
    assert.equal(await noticeOf('packages/a/src/app.py'), 'packages/a/NOTICE.md');
    assert.equal(await noticeOf('packages/b/app.py'), 'NOTICE');
    assert.equal(await noticeOf('packages/c/app.py'), 'NOTICE');
    const { project } = await licenses.whole();
    assert.deepEqual(
      project.packages.map(({ folder, notice }) => [folder, notice?.text]),
      [
        ['packages/a', 'Of a.'],
        ['packages/c', undefined],
      ],
    );
  });

  it('give way to what the configuration says', async () => {
    const licenses = await licensesOf(monorepo, { license: 'BSD-3-Clause' });
    assert.equal(await licenseOf(licenses, 'packages/a/app.py'), 'BSD-3-Clause');
  });
});

describe("a file's header", () => {
  it('names its license where nothing else does', async () => {
    const licenses = await licensesOf({});
    assert.equal(await licenseOf(licenses, 'a.py', '# SPDX-License-Identifier: Apache-2.0'), 'Apache-2.0');
    assert.equal(await licenseOf(licenses, 'b.py'), undefined);
    assert.equal((await licenses.whole()).project.license?.expression, 'Apache-2.0');
    assert.equal(await licenseOf(licenses, 'c.py', '# SPDX-License-Identifier: MIT'), 'MIT');
    assert.equal((await licenses.whole()).project.license, undefined);
  });

  it('is no match for a declared license', async () => {
    const licenses = await licensesOf({ LICENSE: mit });
    assert.equal(await licenseOf(licenses, 'a.py', '# SPDX-License-Identifier: GPL-3.0-only'), 'MIT');
  });
});
