import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { ConfigurationProblem } from '../audit/types.ts';
import { configurationDiagnostic } from './diagnostics.ts';
import { uriBelow } from './positions.ts';

/** Shows what is wrong in configuration files, in those files, open or not. */
export class ConfigurationProblems {
  readonly #connection: Connection;
  readonly #shown = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  show(root: string, problems: readonly ConfigurationProblem[]): void {
    const byUri = new Map<string, Diagnostic[]>();
    for (const problem of problems) {
      const uri = uriBelow(root, problem.file);
      byUri.set(uri, [...(byUri.get(uri) ?? []), configurationDiagnostic(problem)]);
    }
    for (const [uri, diagnostics] of byUri) {
      this.#shown.add(uri);
      void this.#connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  clear(): void {
    for (const uri of this.#shown) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#shown.clear();
  }
}
