import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, Position, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const fromSource = ['--import', 'tsx', join(repository, 'src/server/main.ts')];

export interface ClientOptions {
  /** What Node.js runs; by default the server from source. */
  readonly server?: readonly string[];
  readonly folders?: readonly string[];
  /** The answer to `workspace/configuration`; undefined for a client that cannot be asked. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly variables?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
}

/** An editor that speaks to a language server in a process of its own, over its standard streams. */
export class Client {
  readonly connection: ProtocolConnection;
  /** All that was published, the oldest first. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What was shown to the person. */
  readonly shown: string[] = [];
  /** What the server asked to be told of. */
  readonly registered: { method: string; registerOptions?: unknown }[] = [];
  settings: unknown;
  readonly #process: ChildProcess;
  readonly #versions = new Map<string, number>();

  constructor(options: ClientOptions) {
    this.settings = options.settings;
    const { HF_TOKEN: _, HF_ENDPOINT: __, ...inherited } = process.env;
    this.#process = spawn(process.execPath, [...(options.server ?? fromSource), '--stdio'], {
      cwd: repository,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...inherited, HF_TOKEN_PATH: join(tmpdir(), 'no-such-token'), ...options.variables },
    });
    const { stdout, stdin } = this.#process;
    if (!stdout || !stdin) throw new Error('The server has no streams.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#listen();
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    connection.onUnhandledNotification(() => undefined);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: never[] }) => {
      this.registered.push(...registrations);
      return null;
    });
    connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      this.shown.push(message);
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => null);
    connection.listen();
  }

  async initialize(options: ClientOptions): Promise<void> {
    const workspace = {
      workspaceFolders: true,
      ...(options.settings === undefined ? {} : { configuration: true }),
      ...options.capabilities?.workspace,
    };
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: (options.folders ?? []).map(folder => ({ uri: uriOf(folder), name: folder })),
      capabilities: { ...options.capabilities, workspace },
      initializationOptions: options.initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string, languageId = 'python'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text; gives the new version. */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async hover(uri: string, position: Position): Promise<string> {
    const answer = await this.connection.sendRequest<{ contents: { value: string } } | null>(
      'textDocument/hover',
      { textDocument: { uri }, position },
    );
    return answer?.contents.value ?? '';
  }

  async hints(uri: string): Promise<{ label: string; position: Position }[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    const hints = await this.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range,
    });
    return (hints ?? []) as { label: string; position: Position }[];
  }

  /** What the editor shows of an address now; undefined before anything was published. */
  latest(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast(params => params.uri === uri);
  }

  rules(uri: string): string[] | undefined {
    return this.latest(uri)
      ?.diagnostics.map(({ code }) => String(code))
      .sort();
  }

  /** Returns when the server has read all that was sent before. */
  async heard(): Promise<void> {
    await this.connection.sendRequest('ptmAudit/noSuchRequest').catch(() => undefined);
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>(resolve => this.#process.once('exit', () => resolve()));
    try {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    } catch {
      this.#process.kill();
    }
    await ended;
    this.connection.dispose();
  }
}

export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const client = new Client(options);
  await client.initialize(options);
  return client;
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** A folder with these files. The caller removes it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ptm-audit-server-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Waits until `look` gives something, and says what it waited for when it does not. */
type Look<T> = T | undefined | false;

export async function eventually<T>(what: string, look: () => Look<T> | Promise<Look<T>>): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(5);
  }
  throw new Error(`Waited 10 s in vain for ${what}.`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
