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
      allowLicenses: [],
      denyLicenses: [],
      ignoreModels: ['x/*'],
      privateModels: [],
      endpoint: 'https://hub.example',
      network: 'never',
    });
    assert.equal(origins.ignorePaths.kind, 'override');
    assert.equal(origins.endpoint.kind, 'default');
    assert.ok(origins.use.kind === 'file');
    assert.equal(origins.use.range?.start.line, 4);
  });

  it('adds up what no hub may be told: a repository takes nothing from a person’s own list', async () => {
    const { configuration } = await read(
      { 'ptm-audit.json': '{ "privateModels": ["lab/*"] }' },
      { preferences: { privateModels: ['my-company/*'] } },
    );
    assert.deepEqual(configuration.privateModels, ['lab/*', 'my-company/*']);
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

  describe('of a file that is wrong in very many places', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => index);
    const files: Record<string, Record<string, string>> = {
      'unknown keys': { 'ptm-audit.json': `{\n${many.map(index => `"key${index}": 1`).join(',\n')}\n}` },
      'unknown rules': {
        'ptm-audit.json': `{ "rules": {\n${many.map(index => `"rule${index}": "off"`).join(',\n')} } }`,
      },
      'the same key': {
        'ptm-audit.json': `{\n${many.map(() => '"license": "none of them"').join(',\n')}\n}`,
      },
      'wrong items': { 'ptm-audit.json': `{ "use": [\n${many.map(index => `${index}`).join(',\n')}] }` },
      'no JSON': { 'ptm-audit.json': `{\n${many.map(index => `key${index}`).join('\n')}` },
      'unknown keys in TOML': {
        'pyproject.toml': `[tool.ptm-audit]\n${many.map(index => `key${index} = 1`).join('\n')}\n`,
      },
      'unknown rules in TOML': {
        'pyproject.toml': `[tool.ptm-audit.rules]\n${many.map(index => `rule${index} = "off"`).join('\n')}\n`,
      },
      'a line of blanks': { 'pyproject.toml': `[tool.ptm-audit]\nkey = 1\n${' '.repeat(500_000)}\n` },
    };
    for (const [name, entries] of Object.entries(files)) {
      // Where the time grows with the square of the size, the suite's own limit ends it.
      it(`names the first of ${name} and ends`, async () => {
        const { problems } = await read(entries);
        assert.ok(problems.length > 0 && problems.length <= 51, `${problems.length} problems`);
      });
    }

    it('counts the problems it does not name', async () => {
      const { problems } = await read(files['unknown keys'] ?? {});
      assert.equal(problems[49]?.line, 51);
      assert.deepEqual(problems[50], {
        file: 'ptm-audit.json',
        line: undefined,
        message: 'The file has 59950 more problems.',
      });
    });
  });
});
