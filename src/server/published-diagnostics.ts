import type { Connection } from 'vscode-languageserver/node';
import type { AuditedSource } from './auditor.ts';
import { diagnosticsOf } from './diagnostics.ts';

/** What the editor shows of open sources. It knows where each has diagnostics, so that none outlives its text. */
export class PublishedDiagnostics {
  readonly #connection: Connection;
  /** By source: the addresses of its parts when they were last spoken of. */
  readonly #places = new Map<string, readonly string[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  publish(audited: AuditedSource): void {
    const { uri: source, parts } = audited.source;
    const byUri = diagnosticsOf(audited);
    for (const gone of this.#places.get(source) ?? []) if (!byUri.has(gone)) this.#empty(gone);
    for (const { uri, version } of parts) {
      void this.#connection.sendDiagnostics({ uri, version, diagnostics: byUri.get(uri) ?? [] });
    }
    this.#places.set(source, [...byUri.keys()]);
  }

  clear(source: string): void {
    for (const uri of this.#places.get(source) ?? []) this.#empty(uri);
    this.#places.delete(source);
  }

  #empty(uri: string): void {
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
