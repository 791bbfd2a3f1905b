import type { Background } from './background.ts';
import type { Finding, RuleInfo, Severity } from './finding.ts';
import type { Project } from './project.ts';
import type { PublisherLookup } from './publisher.ts';
import type { Lookup } from './record.ts';
import type { ModelKey, ModelReference } from './reference.ts';
import type { ScanLookup } from './security-scan.ts';
import type { Judgment } from './verdict.ts';

/** The audit of a whole repository: what every report is written from. */
export interface AuditReport {
  readonly tool: { readonly name: string; readonly version: string };
  /** The root as the host names it: a path in the terminal. */
  readonly root: string;
  readonly project: Project;
  readonly references: readonly ReportedReference[];
  readonly models: readonly ReportedModel[];
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly rules: readonly RuleInfo[];
  readonly summary: Summary;
}

export interface ReportedReference {
  readonly reference: ModelReference;
  /** What the reference resolves to; undefined when the code decides at run time. */
  readonly model: ModelKey | undefined;
}

/** What was learned of a model and of what stands behind it. */
export interface ModelAnswer {
  readonly lookup: Lookup;
  readonly background: Background;
  /** Undefined where no account of the Hugging Face Hub publishes the model. */
  readonly publisher: PublisherLookup | undefined;
  /** Undefined where no scanner of the Hugging Face Hub looks at the model. */
  readonly scan: ScanLookup | undefined;
}

export interface ReportedModel extends ModelAnswer {
  readonly key: ModelKey;
  /** What its licenses mean for the project; undefined where it was not found. */
  readonly judgment?: Judgment | undefined;
}

/** A file, or a part of it, that the audit did not read, and why. Nothing is left out in silence. */
export interface Skipped {
  readonly file: string;
  readonly why: string;
}

export interface Summary {
  /** Source files looked at. */
  readonly files: number;
  readonly references: number;
  readonly models: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Models nothing could be learned of, because the network was off or failed. Those that are not asked are none of them. */
  readonly unresolved: number;
  /** References whose model only the run decides. */
  readonly undecided: number;
  /** When the oldest fact shown was read from its source: ISO 8601; undefined without facts. */
  readonly oldestFact: string | undefined;
}
