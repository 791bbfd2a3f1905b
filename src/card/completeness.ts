import type { CardFacts, FoundLookup } from '../model/record.ts';

/** What a card documents of the fields that count for its model. */
export interface Completeness {
  /** Field names in plain words. */
  readonly documented: readonly string[];
  readonly missing: readonly string[];
  /** Those of the missing fields without which a model can hardly be judged. */
  readonly missingImportant: readonly string[];
  readonly total: number;
}

interface CardField {
  readonly name: string;
  readonly isImportant: boolean;
  isDocumented(card: CardFacts): boolean;
  /** Whether the field can be expected of this model and its absence be seen. Left out where it always can. */
  counts?(lookup: FoundLookup): boolean;
}

/** The fields the studies of model documentation measure, as far as a card's metadata can show them. */
const fields: readonly CardField[] = [
  { name: 'license', isImportant: true, isDocumented: card => card.hasLicense },
  { name: 'task', isImportant: true, isDocumented: card => card.hasTask },
  { name: 'library', isImportant: true, isDocumented: card => card.hasLibrary },
  { name: 'data sets', isImportant: true, isDocumented: card => card.hasDatasets },
  {
    name: 'language',
    isImportant: true,
    isDocumented: card => card.hasLanguage,
    counts: lookup => lookup.record.card?.hasLanguage === true || speaksLanguage(lookup.record.task),
  },
  {
    name: 'evaluation',
    isImportant: true,
    isDocumented: card => card.hasEvaluation,
    counts: lookup => lookup.record.card?.hasEvaluation === true || showsEvaluation(lookup),
  },
  { name: 'paper', isImportant: false, isDocumented: card => card.hasPaper },
];

/** Undefined where nobody read the card. A base model is no field: most models have none to name. */
export function completenessOf(lookup: FoundLookup): Completeness | undefined {
  const { card } = lookup.record;
  if (card === undefined) return undefined;
  const counted = fields.filter(field => field.counts?.(lookup) ?? true);
  const missing = counted.filter(field => !field.isDocumented(card));
  return {
    documented: counted.filter(field => field.isDocumented(card)).map(field => field.name),
    missing: missing.map(field => field.name),
    missingImportant: missing.filter(field => field.isImportant).map(field => field.name),
    total: counted.length,
  };
}

/** One or two gaps are the rule on the hub, not the exception. */
const fewestGaps = 3;

export function isIncomplete({ missingImportant }: Completeness): boolean {
  return missingImportant.length >= fewestGaps;
}

/** The snapshot's cards are read from tags, and tags do not tell whether there are results. */
function showsEvaluation(lookup: FoundLookup): boolean {
  return lookup.from === 'live' || lookup.from === 'cache';
}

const withoutLanguage =
  /^(image-(?!text|to-text)|object-|depth-|video-(?!text)|mask-|keypoint-|unconditional-|zero-shot-(image|object)|robotics|reinforcement-|tabular-|time-series|audio-(classification|to-audio)|voice-|graph-)/;

/** Models of pictures, sounds and numbers speak no language, and of a model without a task nobody knows. */
function speaksLanguage(task: string | undefined): boolean {
  return task !== undefined && !withoutLanguage.test(task);
}
