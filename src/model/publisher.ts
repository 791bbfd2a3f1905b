import type { RecordOrigin } from './record.ts';

/** Who publishes a model: the account its id begins with. */
export interface Publisher {
  readonly name: string;
  readonly kind: 'organization' | 'person';
  /** As the account calls itself. */
  readonly fullName: string | undefined;
  /** Whether the hub has confirmed that an organisation is who it says; undefined for persons, whom it does not confirm. */
  readonly isVerified: boolean | undefined;
  readonly followers: number | undefined;
  /** Number of models it publishes. */
  readonly models: number | undefined;
  /** When the account was made. ISO 8601; undefined where the hub does not say. */
  readonly since: string | undefined;
  readonly url: string;
}

export type PublisherLookup =
  | {
      readonly state: 'found';
      readonly record: Publisher;
      readonly from: RecordOrigin;
      /** When the facts were read from their source. ISO 8601. */
      readonly at: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unreachable'; readonly why: string };
