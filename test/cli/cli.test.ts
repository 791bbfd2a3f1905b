import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

describe('command line', function () {
  this.timeout(30_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-audit-cli-'));
    writeFileSync(join(folder, 'LICENSE'), 'SPDX-License-Identifier: MIT\n');
    const load = 'AutoModel.from_pretrained("openai/whisper-small")';
    writeFileSync(join(folder, 'app.py'), `from transformers import AutoModel\nmodel = ${load}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const command = ['--import=tsx', join(repository, 'src/cli/main.ts'), ...args];
    const env = {
      ...process.env,
      HF_HUB_OFFLINE: '1',
      PTM_AUDIT_CACHE: join(folder, '.cache'),
      NO_COLOR: '1',
    };
    return spawnSync(process.execPath, command, { cwd: repository, encoding: 'utf8', env });
  }

  it('audits a folder and exits with 0 when nothing is over the bar', () => {
    const { status, stdout, stderr } = run(folder);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /openai\/whisper-small {2}apache-2\.0/);
    assert.equal(stderr, '');
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

  it('exits with 1 for findings at or above the bar', () => {
    const sample = join(repository, 'media/sample');
    assert.equal(run(sample).status, 1);
    assert.equal(run(sample, '--fail-on', 'never').status, 0);
  });

  const refusals: readonly (readonly [string, () => string[], RegExp])[] = [
    ['a path that does not exist', () => [join(folder, 'none')], /none: no such file or folder/],
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
