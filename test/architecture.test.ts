import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

describe('fences between folders', function () {
  this.timeout(20_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-audit-fences-'));
    put('tsconfig.json', '{}');
    put('src/rules/rule.ts', 'export const rule = 1;');
    put('src/model/noun.ts', `import { rule } from '../rules/rule.ts';\nimport 'node:fs';\nexport { rule };`);
    put('src/extension/main.ts', `import '../audit/session.ts';`);
    put('src/audit/session.ts', `import 'vscode';\nimport 'axios';`);
  });
  after(() => rmSync(folder, { recursive: true }));

  function put(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it('stop every forbidden import', () => {
    const config = join(repository, '.dependency-cruiser.cjs');
    const args = [cruiser, '--config', config, '--output-type', 'json', 'src'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    assert.deepEqual([...new Set(summary.violations.map(violation => violation.rule.name))].sort(), [
      'built-ins-only-in-hosts',
      'extension-speaks-the-protocol',
      'model-stays-in-its-room',
      'sockets-only-in-node',
      'vscode-only-in-the-extension',
    ]);
  });
});

describe('a span', () => {
  it('is copied as plain data, because those of facts have no ends of their own to be spread', () => {
    const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
    const spreads = files
      .filter(file => file.endsWith('.ts'))
      .filter(file =>
        /\.\.\.[\w.]*[sS]pan\b(?!\()/.test(readFileSync(join(repository, 'src', file), 'utf8')),
      );
    assert.deepEqual(spreads, []);
  });
});
