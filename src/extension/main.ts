import * as vscode from 'vscode';
import type { Running } from './client.ts';
import { registerCommands } from './commands.ts';
import { createStatusItem } from './status.ts';

/** What the extension tells other extensions, and its own tests. */
export interface PublicApi {
  /** How long `activate` took. */
  readonly activationMilliseconds: number;
  /** Resolves when the language server answers. */
  readonly ready: Promise<void>;
}

let starting: Promise<Running> | undefined;

/** Only what must be there at once happens here: the client's library loads afterwards, in its own time. */
export function activate(context: vscode.ExtensionContext): PublicApi {
  const startedAt = performance.now();
  const output = vscode.window.createOutputChannel('PTM Audit', { log: true });
  const status = createStatusItem();
  context.subscriptions.push(output, status);

  const start = async (): Promise<Running> => {
    const { startClient } = await import('./client.ts');
    return startClient(context, output, status.show);
  };
  starting = new Promise<void>(resolve => setImmediate(resolve)).then(start);
  starting.catch(error => {
    output.error(error instanceof Error ? error : String(error));
    status.show({ state: 'error', findings: 0, message: 'The language server did not start.' });
  });
  registerCommands(context, output, starting);

  const activationMilliseconds = performance.now() - startedAt;
  output.debug(`activated in ${activationMilliseconds.toFixed(1)} ms`);
  return { activationMilliseconds, ready: starting.then(() => undefined) };
}

export async function deactivate(): Promise<void> {
  const running = await starting?.catch(() => undefined);
  await running?.client.stop();
}
