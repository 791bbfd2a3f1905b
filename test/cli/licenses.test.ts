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
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

describe('licenses on the command line', function () {
  this.timeout(60_000);
  let folder = '';
  const path = (name: string) => join(folder, name);
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'ptm-audit-licenses-')));
    const ids = ['openai/whisper-small', 'facebook/nllb-200-distilled-600M', 'nobody/at-all'];
    const loads = ids.map(id => `AutoModel.from_pretrained("${id}")`);
    writeFileSync(path('LICENSE'), 'SPDX-License-Identifier: MIT\n');
    writeFileSync(path('app.py'), `from transformers import AutoModel\n${loads.join('\n')}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const env = {
      ...process.env,
      HF_HUB_OFFLINE: '1',
      PTM_AUDIT_CACHE: path('.cache'),
      NO_COLOR: '1',
    };
    return spawnSync(process.execPath, ['--import', tsx, main, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
  }

  it('explain tells what a model means for the project', () => {
    const { status, stdout } = run(
      'explain',
      'facebook/nllb-200-distilled-600M',
      '--use',
      'commercial,hosted',
    );
    assert.equal(status, 0);
    assert.match(stdout, /^facebook\/nllb-200-distilled-600M {2}cc-by-nc-4\.0/);
    assert.match(stdout, /→ your project under MIT, use: commercial, hosted\n/);
    assert.match(
      stdout,
      /Verdict: conflict\nIts license, cc-by-nc-4\.0\n {2}conflict {3}forbids commercial use \(section 2\(a\)\(1\)\), and the project's use is commercial\n/,
    );
    assert.match(stdout, /not legal advice\.\n$/);
  });

  it('explain says when nothing is known, and what is wrong with a question', () => {
    assert.deepEqual([run('explain', 'nobody/at-all').status, run('explain', '../x').status], [2, 2]);
    const wrong = run('explain', 'a/b', '--use', 'often');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /commercial, internal, research/);
  });

  it('says the same as the report', () => {
    const report = JSON.parse(run('.', '--format', 'json').stdout);
    const verdicts = Object.fromEntries(
      report.models.map(({ id, verdict }: { id: string; verdict: { kind: string; reason: string } }) => [
        id,
        verdict,
      ]),
    );
    assert.equal(verdicts['openai/whisper-small'].kind, 'permitted');
    const { kind, certainty, condition } = verdicts['facebook/nllb-200-distilled-600M'];
    assert.deepEqual([kind, certainty], ['conflict', 'conditional']);
    const found = report.findings.find(({ rule }: { rule: string }) => rule === 'license-noncommercial');
    assert.ok(found.message.endsWith(`this matters ${condition}.`));
    assert.ok(run('explain', 'facebook/nllb-200-distilled-600M').stdout.includes(condition));
  });

  it('notice writes credits once, and leaves what a person wrote', () => {
    assert.equal(run('notice', '--check').status, 1);
    assert.ok(!existsSync(path('NOTICE')));
    writeFileSync(path('NOTICE'), 'Ours, all of it.');
    const { status, stdout } = run('notice');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^NOTICE was written: 2 of 3 models credited\.\n {2}nobody\/at-all: left out; offline/,
    );
    const text = readFileSync(path('NOTICE'), 'utf8');
    assert.ok(text.startsWith('Ours, all of it.\n\n====='));
    assert.match(text, /\nopenai\/whisper-small\n {2}by openai\n/);
    assert.match(run('notice').stdout, /^NOTICE is up to date/);
    const check = run('notice', '--check');
    assert.equal(check.status, 0);
    assert.match(
      check.stdout,
      /^NOTICE is up to date: 2 of 3 models credited\.\n {2}nobody\/at-all: left out; offline[^\n]*\n1 model left out; only a file that is out of date fails the check\.\n$/,
    );
    assert.equal(readFileSync(path('NOTICE'), 'utf8'), text);
    rmSync(path('NOTICE'));
  });

  it('notice credits what a package loads in its own notice, and leaves what was not asked for', () => {
    const files = {
      'pkg/LICENSE': 'SPDX-License-Identifier: Apache-2.0\n',
      'pkg/NOTICE': 'Of the package.\n',
      'pkg/app.py': 'from transformers import AutoModel\nAutoModel.from_pretrained("openai/whisper-tiny")\n',
    };
    mkdirSync(path('pkg'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
    const { status, stdout } = run('notice');
    assert.equal(status, 0);
    assert.match(stdout, /\npkg\/NOTICE was written: 1 of 1 model credited\.\n$/);
    const [root, own] = ['NOTICE', 'pkg/NOTICE'].map(name => readFileSync(path(name), 'utf8'));
    assert.ok(own?.startsWith('Of the package.\n\n=====') && own.includes('\nopenai/whisper-tiny\n'));
    assert.ok(root?.includes('\nopenai/whisper-small\n') && !root.includes('whisper-tiny'));
    // Naming a part of the project takes no credit away from what the rest of it loads.
    assert.equal(run('notice', 'pkg').status, 0);
    assert.equal(readFileSync(path('NOTICE'), 'utf8'), root);
    writeFileSync(path('pkg/NOTICE'), 'Of the package.\n');
    assert.match(run('notice', '--check').stdout, /\npkg\/NOTICE is out of date: /);
    assert.equal(run('notice', '--check').status, 1);
    rmSync(path('pkg'), { recursive: true });
    rmSync(path('NOTICE'));
  });

  it('lists of licenses are kept to, and refused where they cannot be', () => {
    const config = path('ptm-audit.json');
    writeFileSync(config, '{ "allowLicenses": ["MIT OR cc-by-nc-4.0"] }');
    const report = JSON.parse(run('.', '--format', 'json').stdout);
    const denied = report.findings.filter(({ rule }: { rule: string }) => rule === 'license-policy');
    assert.deepEqual(
      denied.map(({ model, severity }: { model: string; severity: string }) => [model, severity]),
      [['huggingface:openai/whisper-small', 'error']],
    );
    writeFileSync(config, '{\n "denyLicenses": ["MIT AND Apache-2.0", "nonsense", "gpl-3.0"] }');
    const { status, stderr } = run('.');
    assert.equal(status, 2);
    assert.match(stderr, /:2: “denyLicenses”: “MIT AND Apache-2\.0” joins licenses by AND/);
    assert.match(stderr, /:2: “denyLicenses”: “nonsense”/);
    rmSync(config);
  });
});
