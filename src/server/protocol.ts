/** What the server and its clients say to each other beyond the Language Server Protocol: names and plain shapes. */

/** Audits one workspace folder whole. Reports work-done progress and can be cancelled. */
export const auditRepositoryRequest = 'ptmAudit/auditRepository';
/** Server to client: what the status item shows. */
export const statusNotification = 'ptmAudit/status';
/** Client to server: the workspace became trusted, or the token or the person's own address of the hub changed. */
export const hostNotification = 'ptmAudit/host';
/** The same audit for editors that have no client of ours. */
export const auditRepositoryCommand = 'ptmAudit.server.auditRepository';

/** What a client may hand over in `initializationOptions`, and later in `ptmAudit/host`. */
export interface HostState {
  /** False in a workspace the person has not trusted. Absent means trusted. */
  readonly isTrusted?: boolean;
  /** A token for the hub; never read from settings, which others can see. */
  readonly token?: string | undefined;
  /**
   * The hub's address by the person's own settings, never by a workspace's: its host alone, or else the public hub's, is
   * sent the token.
   */
  readonly endpoint?: string | undefined;
  /** True when the editor itself puts the diagnostics of a place above its hover, so that the hover need not. */
  readonly showsProblemsInHover?: boolean;
  /** Settings for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

export interface AuditRepositoryParams {
  /** URI of the folder; absent means the first one. */
  readonly folder?: string | undefined;
  /** Of the page's content security policy, so that the report's own script may run. */
  readonly nonce?: string | undefined;
  readonly workDoneToken?: string | number | undefined;
}

export interface AuditRepositoryResult {
  /** URI of the folder that was audited: the places in `html` are relative to it. */
  readonly folder: string;
  readonly html: string;
  readonly summary: AuditSummary;
}

export interface AuditSummary {
  readonly files: number;
  readonly references: number;
  readonly models: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number };
  readonly unresolved: number;
  readonly skipped: number;
}

export type StatusState = 'checking' | 'clean' | 'findings' | 'offline' | 'error';

export interface Status {
  readonly state: StatusState;
  /** In all open documents. */
  readonly findings: number;
  /** True when there are findings and none is worse than information. */
  readonly hasOnlyNotes?: boolean;
  /** When the oldest fact shown was read from its source. ISO 8601. */
  readonly oldestFact?: string | undefined;
  /** Why, when the state is `offline` or `error`. */
  readonly message?: string | undefined;
}
