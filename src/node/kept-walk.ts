import { join } from 'node:path';
import type { CacheStore, Clock } from '../model/outside.ts';
import { infoOf, timeOf } from './stamp.ts';

/** What a walk found in a folder. */
export interface KeptFolder {
  /** Below the root. */
  readonly path: string;
  /** When something in it came, went or was renamed last; undefined where that was just before the walk, or nobody can tell. */
  readonly stamp?: number | undefined;
  /** Of the files that belong to the repository, links among them. */
  readonly names: readonly string[];
  readonly links?: readonly string[] | undefined;
}

/** What a walk of a whole repository found. The next one finds the same where nothing of it has changed. */
export interface KeptWalk {
  readonly top: string | undefined;
  /** Files that decided what belongs to the repository, with the time of each; undefined for one that is not there. */
  readonly standsOn: readonly (readonly [file: string, stamp?: number | undefined])[];
  readonly folders: readonly KeptFolder[];
}

export interface WalkKeeper {
  recall(ignore: readonly string[]): Promise<KeptWalk | undefined>;
  keep(ignore: readonly string[], walk: KeptWalk): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Keeps walks in a cache; `build` tells which program decided what is of interest. */
export function createWalkKeeper(cache: CacheStore, clock: Clock, root: string, build: string): WalkKeeper {
  const keyOf = (ignore: readonly string[]) => `walk ${build} ${JSON.stringify(ignore)} ${root}`;
  return {
    async recall(ignore) {
      const stored = (await cache.get(keyOf(ignore)))?.value as Partial<KeptWalk> | undefined;
      const { top, standsOn, folders } = stored ?? {};
      const isWhole =
        Array.isArray(standsOn) &&
        Array.isArray(folders) &&
        standsOn.every(isFile) &&
        folders.every(isFolder);
      return isWhole ? { top, standsOn, folders } : undefined;
    },
    keep: (ignore, walk) => cache.set(keyOf(ignore), walk),
    now: () => clock.now().getTime(),
  };
}

function isFile(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string';
}

function isFolder(value: Partial<KeptFolder> | null): boolean {
  return typeof value?.path === 'string' && isTexts(value.names) && (!value.links || isTexts(value.links));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(one => typeof one === 'string');
}

/** Whether nothing has come or gone since, and what decided is as it was. The files themselves may be others. */
export function isCurrent(
  { top, standsOn, folders }: KeptWalk,
  root: string,
  topNow: string | undefined,
): boolean {
  if (top !== topNow) return false;
  if (!standsOn.every(([file, stamp]) => stampOf(file) === (stamp ?? undefined))) return false;
  return folders.every(({ path, stamp }) => stamp !== undefined && stampOf(join(root, path)) === stamp);
}

/** Milliseconds by which a folder must be older than the walk: file systems tell times in steps of up to two seconds. */
export const settled = 2_000;

/** Takes down what a walk finds, and what that stands on. */
export class WalkNotes {
  readonly #top: string | undefined;
  readonly #start: number;
  readonly #standsOn = new Map<string, number | undefined>();
  readonly #folders: KeptFolder[] = [];

  constructor(top: string | undefined, start: number) {
    this.#top = top;
    this.#start = start;
  }

  standOn(file: string): void {
    const stamp = stampOf(file);
    // A time that no file can have: what was just written may be written again within one step of the clock.
    this.#standsOn.set(file, stamp === undefined || this.#isSettled(stamp) ? stamp : -1);
  }

  #isSettled(stamp: number): boolean {
    return stamp < this.#start - settled;
  }

  /** To be said before a folder is read: what changes while it is read shows the next time. */
  enter(root: string, path: string): void {
    const stamp = stampOf(join(root, path));
    const isSettled = stamp !== undefined && this.#isSettled(stamp);
    this.#folders.push({ path, names: [], ...(isSettled && { stamp }) });
  }

  /** The files of the folder that was entered last. */
  hold(names: readonly string[], links: ReadonlySet<string>): void {
    const linked = names.filter(name => links.has(name));
    this.#change({ names, ...(linked.length > 0 && { links: linked }) });
  }

  /** The folder that was entered last could not be read. */
  doubt(): void {
    this.#change({ stamp: undefined });
  }

  #change(change: Partial<KeptFolder>): void {
    const last = this.#folders.pop();
    if (last) this.#folders.push({ ...last, ...change });
  }

  get walk(): KeptWalk {
    return { top: this.#top, standsOn: [...this.#standsOn], folders: this.#folders };
  }
}

/** When a file or what a folder lists changed last, behind links. Milliseconds; undefined where it cannot be looked at. */
function stampOf(location: string): number | undefined {
  const info = infoOf(location);
  return info && timeOf(info);
}
