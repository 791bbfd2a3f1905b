import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const repository = fileURLToPath(new URL('../..', import.meta.url));

describe('command line', function () {
  this.timeout(30_000);
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'ptm-audit-cli-')));
    writeFileSync(join(folder, 'LICENSE'), 'SPDX-License-Identifier: MIT\n');
    const load = 'AutoModel.from_pretrained("openai/whisper-small")';
    writeFileSync(join(folder, 'app.py'), `from transformers import AutoModel\nmodel = ${load}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    return runIn(repository, ...args);
  }

  function runIn(cwd: string, ...args: string[]) {
    const command = ['--import', tsx, join(repository, 'src/cli/main.ts'), ...args];
    const env = {
      ...process.env,
      HF_HUB_OFFLINE: '1',
      PTM_AUDIT_CACHE: join(folder, '.cache'),
      NO_COLOR: '1',
    };
    return spawnSync(process.execPath, command, { cwd, encoding: 'utf8', env });
  }

  it('audits a folder and exits with 0 when nothing is over the bar', () => {
    const { status, stdout, stderr } = run(folder);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /openai\/whisper-small {2}apache-2\.0/);
    assert.equal(stderr, '');
  });

  it('shows what is kept, and forgets it', () => {
    const cache = join(folder, '.cache');
    mkdirSync(join(cache, 'v2', 'aa'), { recursive: true });
    const shown = run('cache', 'show');
    assert.equal(shown.status, 0, shown.stderr);
    assert.equal(shown.stdout, `${cache}: nothing is kept\n`);
    assert.equal(run('cache', 'clear').stdout, `${cache}: there was nothing to remove\n`);
    mkdirSync(join(cache, 'v2', 'aa'), { recursive: true });
    for (const name of ['one', 'two', 'half.tmp'])
      writeFileSync(join(cache, 'v2', 'aa', name), 'x'.repeat(750));
    assert.equal(run('cache', 'clear').stdout, `${cache}: removed 2 answers, 1.5k bytes\n`);
    assert.equal(existsSync(join(cache, 'v2')), false);
    const wrong = run('cache', 'clean');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /show, clear/);
  });

  it('says nothing on stderr, however many models it looks up', () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const loads = Array.from({ length: 30 }, (_, n) => `AutoModel.from_pretrained("nobody/model-${n}")`);
    writeFileSync(join(many, 'a.py'), `from transformers import AutoModel\n${loads.join('\n')}\n`);
    const { stdout, stderr } = run(many, '--format', 'json');
    assert.equal(JSON.parse(stdout).models.length, 30);
    assert.equal(stderr, '');
  });

  it('writes JSON that parses, to a file too', () => {
    const output = join(folder, 'report.json');
    const direct = run(folder, '--format', 'json');
    assert.equal(run(folder, '--format', 'json', '--output', output).stdout, '');
    assert.equal(readFileSync(output, 'utf8'), direct.stdout);
    const report = JSON.parse(direct.stdout);
    assert.equal(report.references[0].id, 'openai/whisper-small');
    assert.equal(report.references[0].file, 'app.py');
  });

  it('audits single files', () => {
    const report = JSON.parse(run(join(folder, 'app.py'), '--format', 'json').stdout);
    assert.equal(report.summary.files, 1);
  });

  describe('in a repository', () => {
    let top = '';
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    };
    before(() => {
      top = join(folder, 'top');
      const load = 'from transformers import AutoModel\nAutoModel.from_pretrained("microsoft/phi-2")\n';
      mkdirSync(join(top, '.git'), { recursive: true });
      put('LICENSE', 'SPDX-License-Identifier: MIT\n');
      put('ptm-audit.json', '{ "use": ["research"] }');
      put('sub/a.py', load);
      put('sub/broken.ipynb', '{ "cells": [');
      put('own/pyproject.toml', '[tool.ptm-audit]\nuse = ["hosted"]\n');
      put('own/code/b.py', load);
    });
    const json = (cwd: string, ...args: string[]) =>
      JSON.parse(runIn(cwd, ...args, '--format', 'json').stdout);

    it('finds license and configuration above what is named, and reads only that', () => {
      for (const report of [json(top, 'sub/a.py'), json(join(top, 'sub'), 'a.py')]) {
        assert.deepEqual([report.root, report.project.license], [top, 'MIT']);
        assert.deepEqual(report.project.use, ['research']);
        assert.deepEqual([report.summary.files, report.skipped], [1, []]);
        assert.equal(report.references[0].file, 'sub/a.py');
      }
      assert.equal(json(join(top, 'sub')).summary.files, 2);
    });

    it('takes the nearest folder that configures the audit', () => {
      assert.equal(json(top, 'own/code').root, join(top, 'own'));
      assert.equal(json(top, 'own/code', 'sub').root, top);
      assert.equal(json(top, 'own/code', '--root', top).root, top);
    });

    it('names files as they are seen from where it runs', () => {
      assert.match(runIn(join(top, 'sub'), '.').stdout, /^a\.py\n/);
      assert.match(runIn(join(top, 'own'), '../sub').stdout, /^\.\.\/sub\/a\.py\n/);
      assert.ok(run(top).stdout.includes(`${join(top, 'sub/a.py')}\n`));
    });

    it('lists a named file that is not read beside one that is', () => {
      const { skipped } = json(top, 'sub/a.py', 'LICENSE');
      assert.deepEqual(skipped, [{ file: 'LICENSE', why: 'not a kind of file that is read' }]);
    });

    it('refuses paths of several repositories', () => {
      const other = join(folder, 'other');
      mkdirSync(join(other, '.git'), { recursive: true });
      const { status, stderr } = run(top, other);
      assert.equal(status, 2);
      assert.match(stderr, /different repositories/);
    });
  });

  it('exits with 1 for findings at or above the bar', () => {
    const sample = join(repository, 'media/sample');
    assert.equal(run(sample).status, 1);
    assert.equal(run(sample, '--fail-on', 'never').status, 0);
  });

  const refusals: readonly (readonly [string, () => string[], RegExp])[] = [
    ['a path that does not exist', () => [join(folder, 'none')], /none: no such file or folder/],
    ['a path that is empty', () => [''], /a path is empty/],
    ['an option that is empty', () => [folder, '--config', ''], /--config' is empty/],
    ['a file of a kind that is not read', () => [join(folder, 'LICENSE')], /LICENSE: not a kind of file/],
    ['a root that is a file', () => ['--root', join(folder, 'app.py')], /app\.py: not a folder/],
    ['an unknown format', () => [folder, '--format', 'morse'], /Allowed choices are text, json, html/],
    [
      'an output that cannot be written',
      () => [folder, '--output', join(folder, 'none/out')],
      /cannot be written/,
    ],
    ['a configuration that is absent', () => [folder, '--config', join(folder, 'none.json')], /none\.json/],
  ];
  for (const [what, args, message] of refusals) {
    it(`exits with 2 for ${what}`, () => {
      const { status, stderr } = run(...args());
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });
  }

  it('names what is wrong in the configuration', () => {
    const config = join(folder, 'wrong.json');
    writeFileSync(config, '{\n  "licence": "MIT"\n}\n');
    const { status, stderr } = run(folder, '--config', config);
    assert.equal(status, 2);
    assert.match(stderr, /wrong\.json:2: .*license/);
  });

  it('helps on one screen', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.ok(stdout.split('\n').length <= 24);
    assert.ok(stdout.split('\n').every(line => line.length <= 80));
  });
});
