import type { CardFacts } from '../../src/model/record.ts';

/** A card that documents nothing. */
export const bareCard: CardFacts = {
  hasLicense: false,
  hasDatasets: false,
  hasLanguage: false,
  hasTask: false,
  hasLibrary: false,
  hasBaseModel: false,
  hasEvaluation: false,
  hasPaper: false,
};
