import type { Connection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Log } from '../model/outside.ts';
import type { PartialConfiguration } from '../model/project.ts';
import type { HostState } from './protocol.ts';
import { preferencesFrom } from './settings.ts';

/** What the client told of itself: trust, token, settings, and what it can do. */
export class Host {
  state: HostState = {};
  canAnswerSettings = false;
  canEditSnippets = false;
  canWatchFiles = false;
  canWatchSettings = false;
  readonly log: Log;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.log = {
      info: message => connection.console.info(message),
      warn: message => connection.console.warn(message),
    };
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
    if (!this.canAnswerSettings) return preferencesFrom(this.state.settings);
    const scopeUri = URI.file(root).toString();
    return preferencesFrom(
      await this.#connection.workspace.getConfiguration({ scopeUri, section: 'ptmAudit' }),
    );
  }
}
