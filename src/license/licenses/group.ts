import type { Clause, License, LicenseFamily } from '../types.ts';

/** Licenses that one file of this folder describes, because they have clauses in common. */
export type LicenseGroup = readonly LicenseEntry[];

export interface LicenseEntry {
  /** An SPDX id; else the hub's id, or the name that cards give beside `other`. GNU ids without `-only` and `-or-later`. */
  readonly id: string;
  /** The hub's id where it is not the SPDX id in lower case. */
  readonly hubId?: string;
  readonly name: string;
  /** In any spelling: `aliasKey` makes them comparable. */
  readonly aliases?: readonly string[];
  readonly family: LicenseFamily;
  readonly clauses: readonly Clause[];
  /** For licenses that neither SPDX nor the hub links. */
  readonly link?: string;
  /** `text` where nothing else is said. */
  readonly source?: License['source'];
}

type Details = Partial<Pick<Clause, 'on' | 'at' | 'limit' | 'reach' | 'text'>>;

export function may(subject: Clause['subject'], words: string, details: Details = {}): Clause {
  return clause('permission', subject, words, details);
}

export function mayNot(subject: Clause['subject'], words: string, details: Details = {}): Clause {
  return clause('prohibition', subject, words, details);
}

export function must(subject: Clause['subject'], words: string, details: Details = {}): Clause {
  return clause('obligation', subject, words, details);
}

/** The rest of the license holds only on this condition. */
export function onlyIf(subject: Clause['subject'], words: string, details: Details = {}): Clause {
  return clause('condition', subject, words, details);
}

function clause(kind: Clause['kind'], subject: Clause['subject'], words: string, details: Details): Clause {
  const { on = [], at, ...rest } = details;
  return { kind, subject, on, at, words, ...rest };
}
