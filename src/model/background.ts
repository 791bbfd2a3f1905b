import type { BaseModel, LicenseFact, Lookup, RecordOrigin } from './record.ts';

/** What stands behind a model: the models it was made from, up to the roots, and the data sets it names. */
export interface Background {
  /** Nearest first, each model once, whichever ways lead to it. The model itself is not among them. */
  readonly ancestors: readonly Ancestor[];
  readonly datasets: readonly Dataset[];
  /** Why the walk ended before it reached every root, in words; undefined where it reached them all. */
  readonly cut: string | undefined;
}

/** Behind a model of which nothing is known. */
export const unknownBackground: Background = {
  ancestors: [],
  datasets: [],
  cut: 'nothing is known of the model itself',
};

/** One model that another was made from. */
export interface Ancestor {
  /** As the model that was made from it names it; what it resolves to stands in the lookup. */
  readonly id: string;
  /** The model that was made from it: the `id` of an ancestor nearer by, or the id that the model itself has today. */
  readonly of: string;
  readonly relation: BaseModel['relation'];
  /** Steps from the model itself: 1 for its own base models. */
  readonly depth: number;
  readonly lookup: Lookup;
}

/** One data set that a model names as its own. */
export interface Dataset {
  readonly id: string;
  readonly lookup: DatasetLookup;
}

/** Ignorance is a value here too. */
export type DatasetLookup =
  | {
      readonly state: 'found';
      readonly record: DatasetRecord;
      readonly from: RecordOrigin;
      /** When the facts were read from their source. ISO 8601. */
      readonly at: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unreachable'; readonly why: string };

export interface DatasetRecord {
  /** The id the hub uses today. */
  readonly id: string;
  /** Undefined when nobody said; an empty id means that the source names none. */
  readonly license: LicenseFact | undefined;
  readonly gated: false | 'auto' | 'manual' | undefined;
  /** Where a person reads more. */
  readonly url: string;
}
