/** What a notice says of one model. Every text is one line. */
export interface Credit {
  readonly id: string;
  readonly authors: string;
  /** Its license by name, and where a person reads it. */
  readonly license: string;
  readonly url: string;
  readonly bases: readonly string[];
  readonly changes: string;
  /** Whole sentences: the licenses above it, and what all of them ask of whoever receives it. */
  readonly terms: readonly string[];
  /** Sentences that a license wants to be shown, word by word. */
  readonly sentences: readonly string[];
}
