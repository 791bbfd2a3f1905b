import type { DatasetRecord } from '../model/background.ts';
import type { CacheStore, Clock, Log, Transport } from '../model/outside.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import type { HubAddresses } from './addresses.ts';

/** What a hub needs of the world to answer. */
export interface HubEnvironment {
  readonly transport: Transport;
  readonly cache: CacheStore;
  readonly snapshot: Snapshot;
  readonly clock: Clock;
  readonly log: Log;
  /** Base address of the Hugging Face API. */
  readonly endpoint: string;
  /** Why nobody knows which Hugging Face hub is meant: then none is asked. */
  readonly endpointProblem?: string | undefined;
  readonly token: string | undefined;
  /** Whether an id must not leave this machine. */
  readonly isPrivate: (id: string) => boolean;
  /** Where the other hubs answer, if not at their public addresses: for tests. */
  readonly addresses?: Partial<HubAddresses>;
}

/** Facts that ship with the program. */
export interface Snapshot {
  /** The day the facts were gathered. ISO 8601 date. */
  readonly date: string;
  /** By canonical Hugging Face id. */
  record(id: string): ModelRecord | undefined;
  has(id: string): boolean;
  /** The id a legacy or renamed id answers with today. */
  renamed(id: string): string | undefined;
  /** `resnet50` → `timm/resnet50.a1_in1k`: what a bare timm architecture or `arch.tag` loads. */
  timm(name: string): string | undefined;
  /** By the id the hub uses today, or by the bare name a data set had before 2024: `squad`. */
  dataset(id: string): DatasetRecord | undefined;
  downloads(id: string): number | undefined;
  ids(): readonly string[];
}

/** One hub: turns what a loading call asks for into a lookup. */
export interface HubClient {
  readonly hub: Hub;
  /** From tables, snapshot and cache alone. `live` may then ask the network. */
  lookup(reference: HubQuery, environment: HubEnvironment, options: LookupOptions): Promise<Lookup>;
}

export interface HubQuery {
  readonly target: string;
  /** Undefined means the default branch. */
  readonly revision: string | undefined;
}

export interface LookupOptions {
  readonly mayAskNetwork: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Waits minutes for a hub whose limit is used up, as an audit does. */
  readonly isPatient?: boolean | undefined;
  /** Somebody looks at an editor and waits: passes before an audit. */
  readonly isInteractive?: boolean | undefined;
}
