import type { RecordOrigin } from './record.ts';

/** A model card as its publisher wrote it. A stranger's text: nobody renders it. */
export interface CardText {
  readonly text: string;
}

export type CardTextLookup =
  | {
      readonly state: 'found';
      readonly record: CardText;
      readonly from: RecordOrigin;
      /** When it was read from its source. ISO 8601. */
      readonly at: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unreachable'; readonly why: string };
