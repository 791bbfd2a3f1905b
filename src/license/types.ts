/** What a license text of a hub, a manifest or a person means. */
export type LicenseIdentity =
  | {
      readonly kind: 'spdx';
      /** A valid SPDX expression. A license SPDX does not list stands in it as `LicenseRef-…`. */
      readonly expression: string;
      /**
       * Set when a GNU license was named without `-only` or `-or-later`. The expression then says `-only`, and a
       * judgment holds only where it is the same for `-or-later`.
       */
      readonly mayBeOrLater?: true;
    }
  /** A license with an id of its own and none of SPDX: `llama3.1`, `gemma`. */
  | { readonly kind: 'named'; readonly ref: string; readonly hubId: string }
  /** The source names no license. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string };

export type LicenseFamily =
  | 'permissive'
  | 'public-domain'
  | 'weak-copyleft'
  | 'copyleft'
  | 'network-copyleft'
  | 'non-commercial'
  | 'use-restricted'
  | 'unknown';

/** One license and what its text says. */
export interface License {
  /** Its SPDX id, or `LicenseRef-…` where SPDX does not list it. */
  readonly id: string;
  /** The hub's id, or the name cards give it beside `other`; undefined where neither knows it. */
  readonly hubId: string | undefined;
  readonly name: string;
  /** What else people call it. */
  readonly aliases: readonly string[];
  readonly family: LicenseFamily;
  readonly clauses: readonly Clause[];
  /** What it asks for, a few words each: its clauses without those that every license has. */
  readonly plain: readonly string[];
  /** Where a person reads it. */
  readonly link: string | undefined;
  readonly source: LicenseSource;
}

/**
 * Where the clauses come from: this license's own text; the text of a relative with the same clauses, such as another
 * version or port; parts of the text, or its publisher's summary; or only its name. In the last two cases a clause that
 * is missing says nothing.
 */
export type LicenseSource = 'text' | 'relative' | 'excerpt' | 'unread';

/** One thing a license permits, forbids, asks for, or makes everything else depend on. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly subject: ClauseSubject;
  /** The acts that bring it into play, any of them; empty: whatever is done. */
  readonly on: readonly Act[];
  /** Where it stands in the text, as the text counts: `section 1.b.i`; undefined where the text does not count. */
  readonly at: string | undefined;
  /** In plain words: `show “Built with Llama”`. */
  readonly words: string;
  /** The number or place on which it depends. */
  readonly limit?: Limit;
  /** How far an obligation of `same-license`, `disclose-source` or `pass-terms-on` reaches. */
  readonly reach?: Reach;
  /** What must be shown, word by word, or the word a name must begin with. */
  readonly text?: string;
}

/**
 * A permission names what may be done, a prohibition what may not, an obligation what must be done in return. All that
 * is permitted ends where a condition is not met: beyond a number, in a territory, outside a purpose.
 */
export type ClauseKind = 'permission' | 'prohibition' | 'obligation' | 'condition';

/** What somebody does with a model, as far as licenses tell it apart. */
export type Act =
  /** Loads and runs it. */
  | 'use'
  /** Does so for gain. */
  | 'commercial'
  /** Fine-tunes, merges, quantizes or otherwise changes it. */
  | 'modify'
  /** Hands on the weights, changed or not. */
  | 'distribute'
  /** Hands on weights that were changed. */
  | 'distribute-modified'
  /** Hands on a product that uses it, wherever the weights lie. */
  | 'supply'
  /** Lets others use it over a network. */
  | 'host'
  /** Hands on or publishes what it generated. */
  | 'share-outputs'
  /** Trains or improves another model with what it generated. */
  | 'train-on-outputs'
  | 'advertise';

export type Limit =
  /** More than `over` users in a month; `asOf` is the day that counts, where only one does. */
  | { readonly kind: 'users'; readonly over: number; readonly per: 'month'; readonly asOf?: string }
  | { readonly kind: 'revenue'; readonly over: number; readonly currency: string; readonly per: 'year' }
  /** ISO 3166 codes and `EU` where the license grants nothing. `of` narrows it to a kind of model. */
  | { readonly kind: 'territory'; readonly excluded: readonly string[]; readonly of?: 'multimodal' };

/** The changed files; what derives from the work; the whole that contains it; what it generates, too. */
export type Reach = 'files' | 'derivatives' | 'whole' | 'outputs';

/** A closed vocabulary. A comment says what is not plain. */
export type ClauseSubject =
  // What may be done.
  | 'use'
  | 'private-use'
  | 'commercial-use'
  | 'distribution'
  | 'modification'
  /** Handing on changed versions. */
  | 'derivatives'
  | 'sublicensing'
  /** Handing on under other terms. */
  | 'relicensing'
  | 'sale'
  | 'hosting'
  /** Use beyond test and evaluation. */
  | 'production-use'
  | 'outputs'
  | 'commercial-outputs'
  | 'training-on-outputs'
  | 'static-linking'
  | 'patent'
  | 'trademark'
  | 'endorsement'
  | 'warranty'
  | 'liability'
  | 'reverse-engineering'
  | 'technical-measures'
  /** Going around its safety mechanisms. */
  | 'safeguards'
  /** Offering what competes with the licensor. */
  | 'competition'
  // What must be done.
  | 'copyright-notice'
  | 'license-text'
  | 'notice'
  | 'attribution'
  | 'state-changes'
  | 'original'
  | 'disclose-source'
  | 'install-information'
  | 'same-license'
  | 'pass-terms-on'
  /** Changed versions bear another name. */
  | 'rename'
  /** The name of what is made from it begins with a word. */
  | 'naming'
  /** A sentence is shown where people see it. */
  | 'display'
  | 'contact'
  | 'registration'
  | 'indemnity'
  | 'payment'
  | 'update'
  | 'acceptance'
  // What it depends on.
  | 'research'
  | 'field-of-use'
  | 'law'
  | 'users'
  | 'revenue'
  | 'territory'
  | 'patent-peace';
