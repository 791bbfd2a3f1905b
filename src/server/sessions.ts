import { createSession } from '../audit/session.ts';
import type { Session } from '../audit/types.ts';
import type { Log } from '../model/outside.ts';
import type { PartialConfiguration } from '../model/project.ts';
import { createEnvironment } from '../node/environment.ts';
import { fileBelow, folderOf, pathOf } from './positions.ts';

/** A file and the session that audits it. */
export interface Place {
  readonly session: Session;
  /** The folder the session was made for. */
  readonly root: string;
  readonly file: string;
}

export interface SessionHost {
  readonly log: Log;
  isTrusted(): boolean;
  /** Environment variables, the token an editor keeps among them. */
  variables(): Readonly<Record<string, string | undefined>>;
  preferencesOf(root: string): Promise<PartialConfiguration>;
  onSession(root: string, session: Session): void;
}

/** One session per workspace folder; a file outside of all folders gets one for the folder it lies in. */
export class Sessions {
  readonly #host: SessionHost;
  readonly #sessions = new Map<string, Promise<Session>>();
  #folders: readonly string[] = [];

  constructor(host: SessionHost) {
    this.#host = host;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(paths: readonly string[]): void {
    this.#folders = paths;
    this.reset();
  }

  /** Forgets all sessions: settings, trust, the token or a file they were made from has changed. */
  reset(): void {
    this.#sessions.clear();
  }

  /** Undefined for what does not lie on this machine's disk. */
  async placeOf(uri: string): Promise<Place | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const root = this.#rootOf(path);
    const file = fileBelow(root, path);
    return file === undefined ? undefined : { session: await this.of(root), root, file };
  }

  of(root: string): Promise<Session> {
    const known = this.#sessions.get(root);
    if (known) return known;
    const session = this.#create(root);
    this.#sessions.set(root, session);
    // A session that could not be made is made anew the next time somebody asks.
    session.catch(() => {
      if (this.#sessions.get(root) === session) this.#sessions.delete(root);
    });
    return session;
  }

  #rootOf(path: string): string {
    const around = this.#folders.filter(folder => fileBelow(folder, path) !== undefined);
    return (
      around.reduce((nearest, folder) => (folder.length > nearest.length ? folder : nearest), '') ||
      folderOf(path)
    );
  }

  async #create(root: string): Promise<Session> {
    const preferences = await this.#host.preferencesOf(root);
    const session = await createSession(
      await createEnvironment({
        root,
        preferences,
        log: this.#host.log,
        isTrusted: this.#host.isTrusted(),
        variables: this.#host.variables(),
      }),
    );
    this.#host.onSession(root, session);
    return session;
  }
}
