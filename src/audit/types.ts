import type { Explanation } from '../model/explanation.ts';
import type { Finding } from '../model/finding.ts';
import type { Assets, CacheStore, Clock, Files, Log, Marks, Transport } from '../model/outside.ts';
import type { Configuration, PartialConfiguration, Project } from '../model/project.ts';
import type { ModelKey } from '../model/reference.ts';
import type { AuditReport, ModelAnswer, ReportedReference, Skipped } from '../model/report.ts';
import type { Judgment } from '../model/verdict.ts';
import type { SearchPool } from './search-pool.ts';

/** What a host hands to the core. */
export interface Environment {
  readonly files: Files;
  readonly assets: Assets;
  readonly transport: Transport;
  readonly cache: CacheStore;
  /** With them the report of an earlier run will do where it would be the same: it leaves nothing to audit documents against. */
  readonly marks?: Marks | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Threads that read and search a large repository; left out by hosts without any. */
  readonly openPool?: ((knownIds: readonly string[]) => SearchPool) | undefined;
  /** Shown in reports. */
  readonly root: string;
  readonly version: string;
  /** Tells this build of the program from every other; undefined when it runs from source, which may change any time. */
  readonly build: string | undefined;
  /** A token for the configured endpoint's own host, and for no other. */
  readonly token: string | undefined;
  /** Settings that win over the repository's own files: the command line's flags. */
  readonly overrides: PartialConfiguration;
  /** Settings that the repository's own files win over: the editor's. */
  readonly preferences: PartialConfiguration;
  /** Why the hub's address in either of them cannot be used, in words; it is left out there. */
  readonly endpointProblems?: {
    readonly override?: string | undefined;
    readonly preference?: string | undefined;
  };
  /** False in an untrusted workspace: endpoint and network then never come from the repository's files. */
  readonly isTrusted: boolean;
  /** An explicit configuration file instead of `ptm-audit.json`, relative to the root. */
  readonly configurationFile?: string | undefined;
}

/** A file as an editor holds it. Notebooks come as the texts of all their cells, '' for those without code; each index is a range's `cell`. */
export type SourceDocument =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly cells: readonly string[] };

export interface DocumentAudit {
  readonly references: readonly ReportedReference[];
  readonly models: ReadonlyMap<ModelKey, ModelAnswer>;
  /** What the licenses of each model that was found mean for the project as it is for this file. */
  readonly judgments: ReadonlyMap<ModelKey, Judgment>;
  /** The project as it is for this file. */
  readonly project: Project;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** Other files whose references changed by what this document says now. */
  readonly affected: readonly string[];
}

export interface Progress {
  readonly phase: 'reading' | 'resolving';
  readonly done: number;
  /** Undefined while the number of files is not known yet. */
  readonly total: number | undefined;
}

/** The only door the hosts use. */
export interface Session {
  readonly configuration: Configuration;
  /** Problems in configuration files, each in words with file and line; the session then runs on what could be read. */
  readonly configurationProblems: readonly ConfigurationProblem[];
  /** Whether what a folder declares about its license had a say in an audit. */
  readsLicenseIn(folder: string): boolean;
  /**
   * Audits one open document. `live` asks the hub for what neither cache nor snapshot knows or holds only stale;
   * without it the answer comes at once and never touches the network.
   */
  auditDocument(
    document: SourceDocument,
    options: { live: boolean; signal?: AbortSignal },
  ): Promise<DocumentAudit>;
  /**
   * Reads the whole repository, so that documents are audited with what other files do to their models. Tells in which
   * files references changed by it.
   */
  readRepository(options: { signal?: AbortSignal }): Promise<readonly string[]>;
  /** These files are no longer open, or have changed on disk. Tells in which files references changed by it. */
  refresh(files: readonly string[]): Promise<readonly string[]>;
  /** What the licenses of one model mean for the project, whether or not its code names the model. */
  explain(id: string, signal?: AbortSignal): Promise<Explanation>;
  auditRepository(options: {
    /** Files and folders below the root; empty means all of it. */
    paths?: readonly string[];
    onProgress?: (progress: Progress) => void;
    signal?: AbortSignal;
  }): Promise<AuditReport>;
}

export interface ConfigurationProblem {
  readonly file: string;
  /** One-based; undefined when the whole file is meant. */
  readonly line: number | undefined;
  readonly message: string;
}
