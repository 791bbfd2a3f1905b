import { createSession } from '../audit/session.ts';
import type { Session } from '../audit/types.ts';
import type { Log } from '../model/outside.ts';
import type { PartialConfiguration } from '../model/project.ts';
import { createEnvironment } from '../node/environment.ts';
import { fileBelow, folderOf, pathOf, rootOf } from './positions.ts';

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
  /** The hub's address by the person's own settings. */
  endpoint(): string | undefined;
  preferencesOf(root: string): Promise<PartialConfiguration>;
  onSession(root: string, session: Session): void;
  onForgotten(root: string): void;
}

/** Packages somebody else wrote: "Go to Definition" opens their files, and nobody means to audit them. */
const installedPackages = new Set(['node_modules', 'site-packages', 'dist-packages', '.venv', 'venv']);

/** Sessions for folders outside the workspace, kept at once. */
const mostOutside = 8;

/**
 * One session per workspace folder. A file outside of all folders gets one for the folder it lies in, which is forgotten
 * when no file of that folder is open any more.
 */
export class Sessions {
  readonly #host: SessionHost;
  readonly #sessions = new Map<string, Promise<Session>>();
  #folders: readonly string[] = [];
  #permission = new AbortController();

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

  /** Ends when settings, trust or the token change: what was begun under the old ones asks hubs no more. */
  get permission(): AbortSignal {
    return this.#permission.signal;
  }

  revoke(): void {
    this.#permission.abort();
    this.#permission = new AbortController();
  }

  /** Tells whether a session reads a file of this folder when it is made. */
  readsFrom(folder: string): boolean {
    return this.#folders.includes(folder) || this.#sessions.has(folder);
  }

  /** Forgets what was made for files outside the workspace, but for those that are still open. */
  keepOutside(open: readonly string[]): void {
    const needed = new Set(open.flatMap(uri => this.#placeOf(uri)?.root ?? []));
    for (const root of this.#outside()) if (!needed.has(root)) this.#forget(root);
  }

  /** Undefined for what does not lie on this machine's disk, and for installed packages unless nothing else is open. */
  async placeOf(uri: string): Promise<Place | undefined> {
    const place = this.#placeOf(uri);
    return place && { session: await this.of(place.root), ...place };
  }

  /** As `placeOf`, for a session that is there already. */
  async knownPlaceOf(uri: string): Promise<Place | undefined> {
    const place = this.#placeOf(uri);
    const session = place && this.#sessions.get(place.root);
    return session && { session: await session, ...place };
  }

  of(root: string): Promise<Session> {
    const known = this.#sessions.get(root);
    // Moved to the end: the first are those that were not needed for longest.
    if (known) this.#sessions.delete(root);
    const session = known ?? this.#create(root);
    this.#sessions.set(root, session);
    if (!known) this.#announce(root, session);
    const outside = this.#outside();
    for (const oldest of outside.slice(0, Math.max(0, outside.length - mostOutside))) this.#forget(oldest);
    return session;
  }

  /** Nothing is said of a session that was forgotten before it was ready; one that failed is made anew when asked for. */
  #announce(root: string, session: Promise<Session>): void {
    const isCurrent = () => this.#sessions.get(root) === session;
    session.then(
      made => isCurrent() && this.#host.onSession(root, made),
      () => isCurrent() && this.#sessions.delete(root),
    );
  }

  #forget(root: string): void {
    this.#sessions.delete(root);
    this.#host.onForgotten(root);
  }

  #outside(): string[] {
    return [...this.#sessions.keys()].filter(root => !this.#folders.includes(root));
  }

  #placeOf(uri: string): { root: string; file: string } | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const folder = this.#folderAround(path);
    const root = folder ?? folderOf(path);
    const file = fileBelow(root, path);
    const way = folder === undefined && this.#folders.length > 0 ? fileBelow(rootOf(path), path) : file;
    const isInstalled = way?.split('/').some(name => installedPackages.has(name));
    return file === undefined || isInstalled ? undefined : { root, file };
  }

  #folderAround(path: string): string | undefined {
    return this.#folders
      .filter(folder => fileBelow(folder, path) !== undefined)
      .toSorted((a, b) => b.length - a.length)[0];
  }

  async #create(root: string): Promise<Session> {
    const preferences = await this.#host.preferencesOf(root);
    return createSession(
      await createEnvironment({
        root,
        preferences,
        log: this.#host.log,
        isTrusted: this.#host.isTrusted(),
        tokenEndpoint: this.#host.endpoint(),
        variables: this.#host.variables(),
      }),
    );
  }
}
