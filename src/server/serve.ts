import type { Connection } from 'vscode-languageserver/node';
import { Auditor } from './auditor.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { createDocuments, type Documents } from './documents.ts';
import { registerFeatures } from './features.ts';
import { Host } from './host.ts';
import { registerLifecycle } from './lifecycle.ts';
import { statusNotification } from './protocol.ts';
import { PublishedDiagnostics } from './published-diagnostics.ts';
import { registerRepositoryAudit } from './repository.ts';
import { RepositoryReader } from './repository-reader.ts';
import { Sessions } from './sessions.ts';
import { statusOf } from './status.ts';

/** The language server's parts, made for one client. */
export interface Server {
  readonly connection: Connection;
  readonly host: Host;
  readonly sessions: Sessions;
  readonly auditor: Auditor;
  readonly documents: Documents;
  readonly reader: RepositoryReader;
  readonly problems: ConfigurationProblems;
  tellStatus(): void;
}

/** Wires the language server to one client. */
export function serve(connection: Connection): void {
  const host = new Host(connection);
  const documents = createDocuments();
  const problems = new ConfigurationProblems(connection);
  const sessions = new Sessions({
    log: host.log,
    isTrusted: () => host.isTrusted,
    variables: () => host.variables,
    endpoint: () => host.state.endpoint,
    preferencesOf: root => host.preferencesOf(root),
    onSession: (root, session) => {
      problems.show(root, session.configurationProblems);
      reader.read(root, session).catch(error => connection.console.error(wordsFor(error)));
    },
    onForgotten: root => {
      problems.forget(root);
      reader.stop(root);
    },
  });
  const reader = new RepositoryReader(documents, sessions, () => auditor);
  const published = new PublishedDiagnostics(connection);
  const tellStatus = () => void connection.sendNotification(statusNotification, statusOf(auditor));
  const auditor = new Auditor(documents, sessions, {
    onAudited: audited => {
      published.publish(audited);
      reader.audit(audited.root, audited.audit.affected);
      if (host.canRefreshHints) connection.languages.inlayHint.refresh();
    },
    onUnaudited: uri => published.clear(uri),
    onStateChanged: tellStatus,
    onFailed: (uri, error) => connection.console.error(`${uri}: ${wordsFor(error)}`),
  });

  const server: Server = { connection, host, sessions, auditor, documents, reader, problems, tellStatus };
  registerLifecycle(server);
  registerFeatures(server);
  registerRepositoryAudit(server);
  documents.listen(connection, {
    onOpened: uri => auditor.schedule(uri, 0),
    onEdited: uri => auditor.schedule(uri),
    onClosed: uri => {
      auditor.close(uri);
      published.clear(uri);
      void reader.refresh([uri]);
      sessions.keepOutside(documents.all().map(open => open.uri));
    },
  });
  connection.listen();
}

function wordsFor(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
