import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient/node';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { HostState, Status } from '../server/protocol.ts';
import { hostNotification, statusNotification } from '../server/protocol.ts';
import { tokenKey } from './token.ts';

export interface Running {
  readonly client: LanguageClient;
}

const languages = ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

const documentSelector: DocumentSelector = [
  ...languages.map(language => ({ language, scheme: 'file' })),
  { language: 'python', notebook: { notebookType: 'jupyter-notebook' } },
  // A fix writes into what is open of a notice, saved or not.
  { scheme: 'file', pattern: '**/{NOTICE,NOTICES,Notice,Notices,notice,notices}{,.txt,.md}' },
];

/** Starts the language server in a process of its own and keeps it told of trust and token. */
export async function startClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  onStatus: (status: Status) => void,
): Promise<Running> {
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { env: proxyVariables() },
  };
  const hostState = async (): Promise<HostState> => ({
    isTrusted: vscode.workspace.isTrusted,
    token: (await context.secrets.get(tokenKey)) ?? '',
    endpoint: ownEndpoint(),
    showsProblemsInHover: true,
  });

  const client = new LanguageClient('ptmAudit', 'PTM Audit', server, {
    documentSelector,
    outputChannel: output,
    initializationOptions: await hostState(),
    // Hovers quote model cards, which strangers write.
    markdown: { isTrusted: false, supportHtml: false },
  });
  client.onNotification(statusNotification, onStatus);

  const tellHost = async () => client.sendNotification(hostNotification, await hostState());
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(tellHost),
    vscode.workspace.onDidChangeConfiguration(change =>
      change.affectsConfiguration('ptmAudit.endpoint') ? tellHost() : undefined,
    ),
    context.secrets.onDidChange(({ key }) => (key === tokenKey ? tellHost() : undefined)),
  );
  await client.start();
  return { client };
}

/**
 * The editor's own proxy, in the variables the server's HTTP client reads; whoever set those by hand means them. A change
 * counts from the next start on.
 */
function proxyVariables(): Record<string, string> {
  const http = vscode.workspace.getConfiguration('http');
  const proxy = http.get<string>('proxy')?.trim();
  const direct = http.get<readonly string[]>('noProxy') ?? [];
  const variables = ['HTTPS_PROXY', 'HTTP_PROXY'].filter(
    name => process.env[name] === undefined && process.env[name.toLowerCase()] === undefined,
  );
  if (!proxy || variables.length === 0) return {};
  const noProxy = direct.length > 0 ? { NO_PROXY: direct.join(',') } : {};
  return { ...Object.fromEntries(variables.map(name => [name, proxy])), ...noProxy };
}

/** By the person's settings alone: a workspace must not choose who gets the token. */
function ownEndpoint(): string {
  return vscode.workspace.getConfiguration('ptmAudit').inspect<string>('endpoint')?.globalValue ?? '';
}
