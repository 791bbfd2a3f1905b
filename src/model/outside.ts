/** The outside world as the core sees it. Each host hands in what it has. */

/** Reads the repository under audit. Paths are relative to its root with `/` between their parts; '' is the root. */
export interface Files {
  /** Rejects with a `ReadError` whose message a person can read. */
  read(path: string): Promise<Uint8Array>;
  /** As `read`, at once. Throws what `read` rejects with. */
  readNow(path: string): Uint8Array;
  /** Undefined when there is no such file. Rejects as `read` does. */
  readIfPresent(path: string): Promise<Uint8Array | undefined>;
  /** Whether a file or a folder of this path lies below the root. */
  exists(path: string): Promise<boolean>;
  /** Names of the files directly in a folder; empty when there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** Every file below the root that is not ignored, a folder's at a time; what cannot be entered is told to `onSkipped`. */
  walk(options: WalkOptions): AsyncIterable<readonly FileEntry[]>;
}

export interface WalkOptions {
  /** Files and folders to walk instead of the whole. What is named is read even where an ignore file leaves it out. */
  readonly paths?: readonly string[] | undefined;
  /** Globs in the syntax of .gitignore, beside those of the repository's own ignore files. */
  readonly ignore: readonly string[];
  /** Whether a file is yielded, by its path or its name alone. */
  readonly isWanted: (path: string) => boolean;
  readonly onSkipped: (path: string, why: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface FileEntry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written. Milliseconds since the epoch. */
  readonly modified: number;
}

/** A file that could not be read; the message is for people. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

/** HTTP as the hubs need it. It never throws for a status: only a `TransportError` when no whole reply came. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportReply>;
}

export interface TransportRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** Waits for a hub's next window when its limit is used up, which can take minutes; without it only seconds. */
  readonly isPatient?: boolean | undefined;
  /** Somebody looks at an editor and waits for it: it passes before those that wait for a place at its host. */
  readonly isInteractive?: boolean | undefined;
  /** Asked at the moment of sending: false leaves out the token, which may have proved worthless while the request waited. */
  readonly mayCarryToken?: (() => boolean) | undefined;
  /** A longer body is refused. Without it the transport's own bound holds. */
  readonly maxBytes?: number | undefined;
}

export interface TransportReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The address that answered, after redirects. */
  readonly url: string;
}

/** No whole reply came: time-out, refused connection, cut off, too large. The message is for people and names no secret. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
}

/** Remembers hub answers between runs and across processes. It never throws: what cannot be read is absent. */
export interface CacheStore {
  get(key: string): Promise<CacheEntry | undefined>;
  set(key: string, value: unknown): Promise<void>;
  /** Does work that one process at a time had better do, so that the others find what it kept. */
  exclusively<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Tells whether what was asked of a host would be answered the same again, without asking. */
export interface Marks {
  /** Changes with a file, with the names in a folder, or with there being nothing; undefined where it may change unseen. */
  ofPath(path: string): string | undefined;
  /** Changes with what is kept under a key. */
  ofEntry(key: string): string;
}

export interface CacheEntry {
  readonly value: unknown;
  /** When it was stored. ISO 8601. */
  readonly at: string;
}

/** Files that ship with the program. */
export interface Assets {
  read(name: AssetName): Promise<Uint8Array>;
}
export type AssetName = 'web-tree-sitter.wasm' | 'tree-sitter-python.wasm' | 'snapshot.json.gz';

export interface Clock {
  now(): Date;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
}
