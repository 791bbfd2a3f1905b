import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { ConfigurationProblem } from '../audit/types.ts';
import { configurationDiagnostic } from './diagnostics.ts';
import { uriBelow } from './positions.ts';

/** Shows what is wrong in configuration files, in those files, open or not. */
export class ConfigurationProblems {
  readonly #connection: Connection;
  /** By session: the files that have problems. */
  readonly #shown = new Map<string, readonly string[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  show(root: string, problems: readonly ConfigurationProblem[]): void {
    const byUri = new Map<string, Diagnostic[]>();
    for (const problem of problems) {
      const uri = uriBelow(root, problem.file);
      const diagnostics = byUri.get(uri) ?? [];
      diagnostics.push(configurationDiagnostic(problem));
      byUri.set(uri, diagnostics);
    }
    for (const gone of this.#shown.get(root) ?? []) if (!byUri.has(gone)) this.#send(gone, []);
    for (const [uri, diagnostics] of byUri) this.#send(uri, diagnostics);
    this.#shown.set(root, [...byUri.keys()]);
  }

  forget(root: string): void {
    for (const uri of this.#shown.get(root) ?? []) this.#send(uri, []);
    this.#shown.delete(root);
  }

  clear(): void {
    for (const root of [...this.#shown.keys()]) this.forget(root);
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}
