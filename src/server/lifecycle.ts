import type { InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { version } from '../node/version.ts';
import { folderOf, pathOf } from './positions.ts';
import type { HostState } from './protocol.ts';
import { auditRepositoryCommand, hostNotification } from './protocol.ts';
import type { Server } from './serve.ts';
import type { Sessions } from './sessions.ts';

/** Files of a project, or of a package in it, that a session is made from: a change to one of them asks for a new session. */
const manifests = ['ptm-audit.json', 'pyproject.toml', 'package.json', 'Cargo.toml', 'setup.cfg'];
const licenses = ['license*', 'licence*', 'copying*', 'unlicense*', 'notice*'].map(inAnyCase);
const projectFiles = `**/{${[...manifests, ...licenses].join(',')}}`;

/** The same, for a change that comes. */
const projectFile =
  /\/(ptm-audit\.json|pyproject\.toml|package\.json|Cargo\.toml|setup\.cfg|(licen[sc]e|copying|unlicense|notice)[^/]*)$/i;
/** Files whose constants, helpers and settings other files use. */
const sourceFiles = '**/*.{py,ipynb,js,jsx,mjs,cjs,ts,tsx,mts,cts,sh,yml,yaml,toml,json}';

/** `a*` → `[aA]*` */
function inAnyCase(glob: string): string {
  return glob.replaceAll(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  notebookDocumentSync: { notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' } }] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  documentLinkProvider: {},
  inlayHintProvider: true,
  executeCommandProvider: { commands: [auditRepositoryCommand] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What the client says of itself: at the start, and when settings, trust, folders or project files change. */
export function registerLifecycle({
  connection,
  host,
  sessions,
  auditor,
  reader,
  problems,
  tellStatus,
}: Server): void {
  const startAfresh = () => {
    sessions.reset();
    problems.clear();
    auditor.refreshAll();
  };

  const startUnderNewSettings = () => {
    sessions.revoke();
    startAfresh();
  };

  connection.onInitialize((params): InitializeResult => {
    host.read(params);
    sessions.setFolders(rootsOf(params));
    return { capabilities, serverInfo: { name: 'PTM Audit', version } };
  });
  connection.onInitialized(async () => {
    tellStatus();
    if (host.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(pathsOf(removed));
        sessions.setFolders([...sessions.folders.filter(folder => !gone.has(folder)), ...pathsOf(added)]);
        startAfresh();
      });
    }
    await watchProject({ connection, host });
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    host.readSettings(settings);
    startUnderNewSettings();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // The packages of an environment have such files by the thousands; no session reads them.
    const touched = changes.flatMap(({ uri }) => (projectFile.test(uri) ? uri : []));
    if (touched.some(uri => sessions.readsFrom(folderOf(pathOf(uri) ?? '')))) startAfresh();
    else void isLicenseOfPackage(touched, sessions).then(is => is && startAfresh());
    void reader.refresh(changes.map(({ uri }) => uri));
  });
  connection.onNotification(hostNotification, (state: HostState) => {
    host.state = { ...host.state, ...state };
    startUnderNewSettings();
  });
}

/** Whether one of these files lies in a folder below a root whose license had a say in an audit. */
async function isLicenseOfPackage(uris: readonly string[], sessions: Sessions): Promise<boolean> {
  for (const uri of uris) {
    const place = await sessions.knownPlaceOf(uri);
    if (place?.session.readsLicenseIn(place.file.split('/').slice(0, -1).join('/'))) return true;
  }
  return false;
}

async function watchProject({ connection, host }: Pick<Server, 'connection' | 'host'>): Promise<void> {
  if (host.canWatchSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'ptmAudit' });
  }
  if (host.canWatchFiles) {
    const watchers = [{ globPattern: projectFiles }, { globPattern: sourceFiles }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return pathsOf(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []));
}

function pathsOf(folders: readonly { readonly uri: string }[]): string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}
