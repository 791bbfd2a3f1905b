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

export interface LicenseTerms {
  readonly name: string;
  readonly family: LicenseFamily;
  readonly isNonCommercial: boolean;
  /** What it asks for, a few words each. */
  readonly plain: readonly string[];
  readonly link: string | undefined;
}
