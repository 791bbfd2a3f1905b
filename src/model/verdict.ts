import type { LicenseFact } from './record.ts';

/** What a clause, or a pair of licenses, means for a project. */
export interface Statement {
  readonly kind: VerdictKind;
  readonly topic: Topic;
  /** `certain` under what is known; `conditional` where `condition` must hold, `remote` where that is not likely. */
  readonly certainty: Certainty;
  /** Half a sentence whose subject is the license: `forbids commercial use`. Of an unknown: a whole one without its full stop. */
  readonly reason: string;
  /** What of the project meets it: `and the project's use is commercial`. */
  readonly circumstance: string | undefined;
  /** What must hold: `if you distribute the project`. Undefined for what is certain. */
  readonly condition: string | undefined;
  /** The license that says so: its SPDX id or `LicenseRef-…`; as its source writes it where nobody knows it. */
  readonly license: string;
  /** The license by the name people know. */
  readonly licenseName: string;
  /** Where it stands in the text: `section 4.a`. */
  readonly at: string | undefined;
  /** True where the license asks for it in so many words: a credit, a sentence to show, a name. */
  readonly spoken?: boolean;
  /** True for a limit on which everything depends that the license grants: a number of users, a revenue, a territory. */
  readonly isCondition?: boolean;
  /** The sentence to show, word by word, where the license prescribes one and `reason` does not hold it. */
  readonly text?: string;
  /** What else the judgment rests on, besides the license's own text. */
  readonly source: string | undefined;
}

/** `permitted` is said of a license that asks for nothing here. */
export type VerdictKind = 'conflict' | 'unknown' | 'obligation' | 'permitted';
export type Certainty = 'certain' | 'conditional' | 'remote';

export type Topic =
  /** Whether the project's own license leaves room for the model's. */
  | 'project-license'
  /** What it may be used for at all: commerce, production, anything but research. */
  | 'purpose'
  /** What may be handed on, changed or offered. */
  | 'sharing'
  /** Limits on fields, users, revenue, places and outputs. */
  | 'restriction'
  /** What must be done in return. */
  | 'duty'
  /** The license itself cannot be told. */
  | 'license';

/** A statement and whose license makes it. */
export interface BoundStatement extends Statement {
  /** Ids from the model itself to the one whose license speaks; the model alone for its own. */
  readonly chain: readonly string[];
  readonly fact: LicenseFact;
}

/** What the licenses behind a model mean for a project. */
export interface Judgment {
  /** The strongest statement; the others follow, strongest first. */
  readonly verdict: BoundStatement;
  readonly others: readonly BoundStatement[];
  /** What is not known of the models and data sets behind it, in words. */
  readonly gaps: readonly string[];
}

/** What the code does with a model besides loading it, as far as it surely shows. */
export type ProjectAct =
  /** Trains it further. */
  | 'fine-tunes'
  /** Hands on what it made of it: pushes it to a hub. */
  | 'publishes'
  /** Its weights lie in the repository or in an image built from it. */
  | 'bundles';
