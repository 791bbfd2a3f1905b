import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Log } from '../model/outside.ts';
import type { PartialConfiguration } from '../model/project.ts';
import type { HostState } from './protocol.ts';
import { preferencesFrom } from './settings.ts';

/** What the client told of itself: trust, token, settings, and what it can do. */
export class Host {
  state: HostState = {};
  hasWorkspaceFolders = false;
  canAnswerSettings = false;
  canEditSnippets = false;
  canCreateFiles = false;
  canRefreshHints = false;
  canWatchFiles = false;
  canWatchSettings = false;
  readonly log: Log;
  readonly #connection: Connection;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.log = {
      info: message => connection.console.info(message),
      warn: message => connection.console.warn(message),
    };
  }

  read({ capabilities: { workspace }, initializationOptions }: InitializeParams): void {
    this.state = (initializationOptions ?? {}) as HostState;
    this.hasWorkspaceFolders = workspace?.workspaceFolders === true;
    this.canAnswerSettings = workspace?.configuration === true;
    this.canEditSnippets = workspace?.workspaceEdit?.snippetEditSupport === true;
    this.canCreateFiles = workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    this.canRefreshHints = workspace?.inlayHint?.refreshSupport === true;
    this.canWatchFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.canWatchSettings = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  /** Clients that cannot be asked for settings send them whole when they change. */
  readSettings(settings: unknown): void {
    const given: unknown = (settings as { ptmAudit?: unknown } | null | undefined)?.ptmAudit;
    if (given !== undefined) this.state = { ...this.state, settings: given };
  }

  get isTrusted(): boolean {
    return this.state.isTrusted !== false;
  }

  /** The token takes the place the hub's own tools look in; whoever gave one here means it for this program. */
  get variables(): Readonly<Record<string, string | undefined>> {
    const { token } = this.state;
    return token ? { ...process.env, HF_TOKEN: token } : process.env;
  }

  async preferencesOf(root: string): Promise<PartialConfiguration> {
    return preferencesFrom(await this.#settingsOf(root), problem => this.#tell(problem));
  }

  async #settingsOf(root: string): Promise<unknown> {
    if (!this.canAnswerSettings) return this.state.settings;
    const scopeUri = URI.file(root).toString();
    return this.#connection.workspace.getConfiguration({ scopeUri, section: 'ptmAudit' });
  }

  /** Once: every session reads the same settings. */
  #tell(problem: string): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#connection.window.showWarningMessage(problem);
  }
}
