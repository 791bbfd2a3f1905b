// Tests the packed extension inside VS Code: `node scripts/test-vscode.mjs`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { personPass } from '../test/vscode/person.mjs';
import { packageExtension } from './package-vsix.mjs';
import {
  freshServerData,
  installEditor,
  installExtension,
  launchBrowser,
  startEditor,
} from './vscode-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = join(root, '.vscode-test');
const workspace = join(work, 'workspace');
const suite = join(work, 'suite');
const resultsFile = join(work, 'results.json');
const helper = join(root, 'test/vscode/helper');

const maxBytes = 4 * 1024 * 1024;
const patience = 180_000;

const editorSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

await mkdir(work, { recursive: true });
const vsix = await packAndCheck();
await bundleSuite();
await freshWorkspace();
if (process.env.VSCODE_TEST_ELECTRON === '1') await testInDesktop(vsix);
else await testInBrowser(vsix);

async function packAndCheck() {
  if (process.env.PTM_AUDIT_SKIP_BUILD !== '1') {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  }
  const file = await packageExtension(join(work, 'ptm-audit.vsix'));
  const { size } = await stat(file);
  if (size > maxBytes) throw new Error(`The package has ${size} bytes; ${maxBytes} are the limit.`);
  await checkContent();
  console.log(`Packed ${(size / 1024 / 1024).toFixed(2)} MB.`);
  return file;
}

/** What must be in the package, and that nothing else is. */
async function checkContent() {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const cwd = join(work, 'stage');
  const files = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const allowed =
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE|THIRD-PARTY-NOTICES\.txt|media\/icon\.png|syntaxes\/[\w.-]+\.json|dist\/extension\.cjs|dist\/[\w.-]+\.js|dist\/assets\/[\w.-]+)$/;
  const strays = files.filter(file => !allowed.test(file));
  const required = ['package.json', 'dist/extension.cjs', 'dist/server.js', 'media/icon.png'];
  const missing = required.filter(file => !files.includes(file));
  if (strays.length > 0) throw new Error(`The package holds what it should not: ${strays.join(', ')}`);
  if (missing.length > 0) throw new Error(`The package lacks ${missing.join(', ')}`);
}

async function bundleSuite() {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: join(suite, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  await writeFile(join(suite, 'package.json'), '{ "type": "commonjs" }\n');
}

/** A copy, so that no test can change the fixture. */
async function freshWorkspace() {
  await rm(workspace, { recursive: true, force: true });
  await cp(join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
}

async function testInDesktop(file) {
  const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } = await import(
    '@vscode/test-electron'
  );
  const vscodeExecutablePath = await downloadAndUnzipVSCode();
  const [cli, ...options] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  execFileSync(cli, [...options, '--install-extension', file, '--force'], { stdio: 'inherit' });
  await rm(resultsFile, { force: true });
  const launchArgs = [workspace, '--disable-workspace-trust'];
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: helper,
    extensionTestsPath: join(suite, 'index.js'),
    launchArgs,
  });
  await report();
}

async function testInBrowser(file) {
  await installEditor();
  const data = join(work, 'server-data');
  await freshServerData(data, editorSettings);
  installExtension(file, data);
  const editor = await startEditor(data);
  const browser = await launchBrowser();
  try {
    await runSuite(browser, editor);
    await freshWorkspace();
    await personPass({ browser, address: editor.address, workspace, screenshots: join(work, 'screenshots') });
  } finally {
    await browser.close();
    editor.stop();
  }
}

async function runSuite(browser, { address, port }) {
  await rm(resultsFile, { force: true });
  const remote = path => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(helper)],
    ['extensionTestsPath', remote(join(suite, 'index.js'))],
    ['skipWelcome', 'true'],
  ];
  const page = await browser.newPage();
  const said = [];
  page.on('console', message => said.push(message.text()));
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  await page.goto(`${address}/?${query}`);
  const end = Date.now() + patience;
  while (!existsSync(resultsFile) && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 250));
  if (!existsSync(resultsFile)) {
    await mkdir(join(work, 'screenshots'), { recursive: true });
    await page.screenshot({ path: join(work, 'screenshots/no-results.png') });
    throw new Error(
      `No results after ${patience / 1000} s. The browser said:\n${said.slice(-30).join('\n')}`,
    );
  }
  await page.close();
  await report();
}

async function report() {
  const { passed, failed, failures } = JSON.parse(await readFile(resultsFile, 'utf8'));
  for (const title of passed) console.log(`  ✓ ${title}`);
  for (const { title, error } of failures) console.error(`  ✗ ${title}\n${error}`);
  console.log(`${passed.length} passed, ${failed} failed inside the editor.`);
  if (failed > 0) process.exitCode = 1;
}
