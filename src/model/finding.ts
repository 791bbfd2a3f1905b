import type { Credit } from './credit.ts';
import type { ModelKey } from './reference.ts';
import type { SourceRange } from './source.ts';

export type RuleId = string;

export type Severity = 'error' | 'warning' | 'information';
export const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** One thing a person must know, at one place. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly range: SourceRange;
  /** Undefined where the finding is not about one model. */
  readonly model: ModelKey | undefined;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** The rule's page. */
  readonly docs: string;
}

export interface Related {
  readonly message: string;
  readonly range: SourceRange;
}

/** A change that settles a finding. Edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly isPreferred: boolean;
  /** A file that is not there yet and that the edits fill. */
  readonly creates?: string;
  /** What the edits write into a notice, for a host that holds a newer text of it than the audit has read. */
  readonly credit?: Credit;
}

export interface Edit {
  readonly range: SourceRange;
  readonly text: string;
}

/** What reports and editors show of a rule. */
export interface RuleInfo {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly summary: string;
  readonly docs: string;
}
