import type { CacheStore, Files } from '../model/outside.ts';
import type { Environment } from './types.ts';

/** What was asked of the world outside, with the mark that each answer had. */
export interface Testimony {
  readonly paths: readonly (readonly [path: string, mark: string])[];
  readonly entries: readonly (readonly [key: string, mark: string])[];
}

type World = Pick<Environment, 'files' | 'cache' | 'marks'>;

/** Takes down what an audit asks of the repository and of the cache, beside the sources that it lists. */
export class Witness {
  readonly files: Files;
  readonly cache: CacheStore;
  readonly #marks: World['marks'];
  readonly #paths = new Map<string, string | undefined>();
  readonly #entries = new Map<string, string>();

  constructor({ files, cache, marks }: World) {
    this.#marks = marks;
    this.files = marks ? this.#witnessedFiles(files) : files;
    this.cache = marks ? this.#witnessedCache(cache) : cache;
  }

  #witnessedFiles(files: Files): Files {
    const witnessed =
      <T>(ask: (path: string) => T) =>
      (path: string): T => {
        // Before it is asked: what changes in between shows the next time.
        if (!this.#paths.has(path)) this.#paths.set(path, this.#marks?.ofPath(path));
        return ask(path);
      };
    return {
      ...files,
      read: witnessed(files.read),
      readNow: witnessed(files.readNow),
      readIfPresent: witnessed(files.readIfPresent),
      exists: witnessed(files.exists),
      names: witnessed(files.names),
    };
  }

  #witnessedCache(cache: CacheStore): CacheStore {
    return {
      ...cache,
      get: key => {
        if (!this.#entries.has(key)) this.#entries.set(key, this.#marks?.ofEntry(key) ?? '');
        return cache.get(key);
      },
    };
  }

  /** Undefined where something that was asked may change unseen. */
  testimony(): Testimony | undefined {
    const paths: [string, string][] = [];
    for (const [path, mark] of this.#paths) {
      if (mark === undefined) return undefined;
      paths.push([path, mark]);
    }
    return { paths, entries: [...this.#entries] };
  }
}

/** Whether all that was asked would be answered the same. */
export function stillHolds({ paths, entries }: Testimony, { marks }: World): boolean {
  return (
    marks !== undefined &&
    paths.every(([path, mark]) => marks.ofPath(path) === mark) &&
    entries.every(([key, mark]) => marks.ofEntry(key) === mark)
  );
}
