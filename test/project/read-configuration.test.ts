import assert from 'node:assert/strict';
import type { RuleInfo } from '../../src/model/finding.ts';
import { type ConfigurationInput, readConfiguration } from '../../src/project/read-configuration.ts';
import { memoryFiles } from '../support/memory-files.ts';

const rules: readonly RuleInfo[] = [
  { id: 'license-conflict', severity: 'error', summary: '', docs: '' },
  { id: 'unpinned-revision', severity: 'information', summary: '', docs: '' },
];

function read(entries: Record<string, string>, more: Partial<ConfigurationInput> = {}) {
  const input = {
    overrides: {},
    preferences: {},
    isTrusted: true,
    rules,
    defaultEndpoint: 'https://hub.example',
  };
  return readConfiguration({ ...input, files: memoryFiles(entries), ...more });
}

describe('readConfiguration', () => {
  it('takes each key from its strongest origin', async () => {
    const json =
      '{ // ours\n "license": "MIT", "rules": { "license-conflict": "off" }, "ignorePaths": ["a"], }';
    const toml =
      '[tool.ptm-audit]\nlicense = "ISC"\nignore-models = ["x/*"]\nignorePaths = ["b"]\nuse = ["hosted"]\n';
    const { configuration, problems, origins } = await read(
      { 'ptm-audit.json': json, 'pyproject.toml': toml },
      {
        overrides: { ignorePaths: ['c'] },
        preferences: { use: ['research'], rules: { 'unpinned-revision': 'error' }, network: 'never' },
      },
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      license: 'MIT',
      use: ['hosted'],
      rules: { 'license-conflict': 'off', 'unpinned-revision': 'error' },
      ignorePaths: ['c'],
      ignoreModels: ['x/*'],
      endpoint: 'https://hub.example',
      network: 'never',
    });
    assert.equal(origins.ignorePaths.kind, 'override');
    assert.equal(origins.endpoint.kind, 'default');
    assert.ok(origins.use.kind === 'file');
    assert.equal(origins.use.range?.start.line, 4);
  });

  it('names what is wrong with its line and the nearest right word', async () => {
    const json =
      '{\n "licence": "MIT",\n "use": ["comercial", "hosted"],\n "rules": {\n "licens-conflict": "off",\n "unpinned-revision": "warn" },\n "endpoint": "ftp://x" }';
    const { configuration, problems } = await read({ 'ptm-audit.json': json });
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 5, 6, 7],
    );
    assert.match(problems[0]?.message ?? '', /Did you mean “license”/);
    assert.match(problems[1]?.message ?? '', /Did you mean “commercial”/);
    assert.match(problems[2]?.message ?? '', /Did you mean “license-conflict”/);
    assert.deepEqual(configuration.use, ['hosted']);
    assert.deepEqual(configuration.rules, {});
  });

  it('names the line in pyproject.toml', async () => {
    const toml =
      '[project]\nname = "x"\n\n[tool.ptm-audit]\nnetwork = "often"\n[tool.ptm-audit.rules]\nnothing = "off"\n';
    const { problems } = await read({ 'pyproject.toml': toml });
    assert.deepEqual(
      problems.map(({ file, line }) => `${file}:${line}`),
      ['pyproject.toml:5', 'pyproject.toml:7'],
    );
  });

  it('asks for an explicit file that is not there', async () => {
    const { problems } = await read({}, { configurationFile: 'other.json' });
    assert.deepEqual(problems, [
      { file: 'other.json', line: undefined, message: 'There is no such configuration file.' },
    ]);
  });

  it('takes no address from a repository nobody trusts', async () => {
    const json = '{ "endpoint": "https://evil.example", "network": "always", "license": "MIT" }';
    const { configuration, problems } = await read({ 'ptm-audit.json': json }, { isTrusted: false });
    assert.equal(configuration.endpoint, 'https://hub.example');
    assert.notEqual(configuration.network, undefined);
    assert.equal(configuration.license, 'MIT');
    assert.equal(problems.length, 2);
  });

  for (const broken of [
    '',
    '[]',
    '{',
    '{"rules": {"__proto__": 1}}',
    'null',
    `{"a":${'['.repeat(200_000)}`,
    '{"use": 1}',
  ]) {
    it(`survives ${JSON.stringify(broken.slice(0, 30))}`, async () => {
      const { problems } = await read({
        'ptm-audit.json': broken,
        'pyproject.toml': `[tool.ptm-audit\n${broken}`,
      });
      assert.ok(problems.length >= 2);
    });
  }
});
