import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { version } from '../node/version.ts';
import { Auditor } from './auditor.ts';
import { codeActions } from './code-actions.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { createDocuments } from './documents.ts';
import { Host } from './host.ts';
import { hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { pathOf } from './positions.ts';
import type { AuditRepositoryParams, HostState } from './protocol.ts';
import * as protocol from './protocol.ts';
import { auditRepository } from './repository.ts';
import { Sessions } from './sessions.ts';
import { statusOf } from './status.ts';

/** Files a session is made from: a change to one of them asks for a new session. */
const projectFiles =
  '**/{ptm-audit.json,pyproject.toml,package.json,setup.cfg,LICENSE*,LICENCE*,COPYING*,.gitignore}';

/** Wires the language server to one client. */
export function serve(connection: Connection): void {
  const host = new Host(connection);
  const documents = createDocuments();
  const problems = new ConfigurationProblems(connection);
  const sessions = new Sessions({
    log: host.log,
    isTrusted: () => host.isTrusted,
    variables: () => host.variables,
    preferencesOf: root => host.preferencesOf(root),
    onSession: (root, session) => problems.show(root, session.configurationProblems),
  });
  const auditor = new Auditor(documents, sessions, {
    onAudited: audited => {
      for (const [uri, diagnostics] of diagnosticsOf(audited)) {
        void connection.sendDiagnostics({ uri, diagnostics });
      }
      if (canRefreshHints) connection.languages.inlayHint.refresh();
    },
    onStateChanged: tellStatus,
    onFailed: (uri, error) => connection.console.error(`${uri}: ${words(error)}`),
  });
  function tellStatus(): void {
    void connection.sendNotification(protocol.statusNotification, statusOf(auditor));
  }
  let canRefreshHints = false;
  let roots: readonly string[] = [];

  const startAfresh = () => {
    sessions.reset();
    problems.clear();
    auditor.refreshAll();
  };

  connection.onInitialize((params): InitializeResult => {
    const { workspace } = params.capabilities;
    host.state = (params.initializationOptions ?? {}) as HostState;
    host.canAnswerSettings = workspace?.configuration === true;
    host.canEditSnippets = workspace?.workspaceEdit?.snippetEditSupport === true;
    host.canWatchFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    host.canWatchSettings = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    canRefreshHints = workspace?.inlayHint?.refreshSupport === true;
    roots = rootsOf(params);
    sessions.setFolders(roots);
    return { capabilities, serverInfo: { name: 'PTM Audit', version } };
  });

  connection.onInitialized(async () => {
    tellStatus();
    if (host.canWatchSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'ptmAudit' });
    }
    if (host.canWatchFiles) {
      const watchers = [{ globPattern: projectFiles }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(folder => pathOf(folder.uri)));
      roots = [...roots.filter(root => !gone.has(root)), ...pathsOf(added)];
      sessions.setFolders(roots);
      startAfresh();
    });
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    const given: unknown = (settings as { ptmAudit?: unknown } | null | undefined)?.ptmAudit;
    if (given !== undefined) host.state = { ...host.state, settings: given };
    startAfresh();
  });
  connection.onDidChangeWatchedFiles(startAfresh);
  connection.onNotification(protocol.hostNotification, (state: HostState) => {
    host.state = { ...host.state, ...state };
    startAfresh();
  });

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const audited = await auditor.current(uri);
    const editorShowsProblems = host.state.showsProblemsInHover === true;
    return audited && hoverAt(audited, uri, position, { now: new Date(), editorShowsProblems });
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range }) => {
    const audited = await auditor.current(uri);
    return audited && codeActions(audited, uri, range, host.canEditSnippets);
  });
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const audited = await auditor.current(uri);
    return audited && documentLinks(audited, uri);
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const audited = await auditor.current(uri);
    return audited && inlayHints(audited, uri, range);
  });

  connection.onRequest(protocol.auditRepositoryRequest, (params: AuditRepositoryParams, token) => {
    const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
    return auditRepository(sessions, params, progress, token).catch(error => {
      throw token.isCancellationRequested ? cancelled() : error;
    });
  });
  connection.onExecuteCommand(async ({ arguments: given }, token) => {
    const folder: unknown = given?.[0];
    const progress = await connection.window.createWorkDoneProgress();
    progress.token.onCancellationRequested(() => progress.done());
    const params = typeof folder === 'string' ? { folder } : {};
    const stop = token.isCancellationRequested ? token : progress.token;
    return auditRepository(sessions, params, progress, stop).catch(error => {
      throw stop.isCancellationRequested ? cancelled() : error;
    });
  });

  documents.listen(connection, {
    onOpened: uri => auditor.schedule(uri, 0),
    onEdited: uri => auditor.schedule(uri),
    onClosed: (source, uri) => {
      const last = auditor.close(uri);
      for (const part of (last?.source ?? source)?.parts ?? []) {
        void connection.sendDiagnostics({ uri: part.uri, diagnostics: [] });
      }
    },
  });
  connection.listen();
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  notebookDocumentSync: { notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' } }] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  documentLinkProvider: {},
  inlayHintProvider: true,
  executeCommandProvider: { commands: [protocol.auditRepositoryCommand] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return pathsOf(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
}

function pathsOf(folders: readonly { readonly uri: string }[]): string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The audit was cancelled.');
}

function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
