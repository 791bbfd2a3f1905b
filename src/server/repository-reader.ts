import type { Session } from '../audit/types.ts';
import type { Auditor } from './auditor.ts';
import type { Documents } from './documents.ts';
import { uriBelow } from './positions.ts';
import type { Sessions } from './sessions.ts';

/** Keeps what open documents are audited against up to date: the other files of their repository. */
export class RepositoryReader {
  readonly #documents: Documents;
  readonly #sessions: Sessions;
  readonly #auditor: () => Auditor;
  readonly #readings = new Map<string, AbortController>();

  constructor(documents: Documents, sessions: Sessions, auditor: () => Auditor) {
    this.#documents = documents;
    this.#sessions = sessions;
    this.#auditor = auditor;
  }

  /** Reads a workspace folder in the background; its open documents are audited again afterwards. */
  async read(root: string, session: Session): Promise<void> {
    this.stop(root);
    if (!this.#sessions.folders.includes(root)) return;
    const abort = new AbortController();
    this.#readings.set(root, abort);
    try {
      this.audit(root, await session.readRepository({ signal: abort.signal }));
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  stop(root: string): void {
    this.#readings.get(root)?.abort();
    this.#readings.delete(root);
  }

  /** A document was closed, or a file changed on disk. What is open counts, whatever the disk says. */
  async refresh(uris: readonly string[]): Promise<void> {
    const changed = uris.filter(uri => this.#documents.source(uri) === undefined);
    for (const uri of changed) {
      const place = await this.#sessions.knownPlaceOf(uri);
      if (place) this.audit(place.root, await place.session.refresh([place.file]));
    }
  }

  /** Audits those of these files that are open. */
  audit(root: string, files: readonly string[]): void {
    for (const file of files) {
      const uri = uriBelow(root, file);
      if (this.#documents.source(uri)) this.#auditor().schedule(uri, 0);
    }
  }
}
