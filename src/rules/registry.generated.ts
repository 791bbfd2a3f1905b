// Written by scripts/generate-registries.ts from the files of this folder.
import { rule as cardIncompleteItem } from './card-incomplete.ts';
import { rule as licenseConflictItem } from './license-conflict.ts';
import { rule as licenseDatasetItem } from './license-dataset.ts';
import { rule as licenseDriftItem } from './license-drift.ts';
import { rule as licenseMissingItem } from './license-missing.ts';
import { rule as licenseNoncommercialItem } from './license-noncommercial.ts';
import { rule as licenseObligationItem } from './license-obligation.ts';
import { rule as licensePolicyItem } from './license-policy.ts';
import { rule as licenseUnknownItem } from './license-unknown.ts';
import { rule as licenseUseRestrictionItem } from './license-use-restriction.ts';
import { rule as nameLookAlikeItem } from './name-look-alike.ts';
import { rule as nameMovedItem } from './name-moved.ts';
import { rule as nameNotFoundItem } from './name-not-found.ts';
import { rule as remoteCodeItem } from './remote-code.ts';
import { rule as unpinnedRevisionItem } from './unpinned-revision.ts';
import { rule as unsafeWeightsItem } from './unsafe-weights.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  cardIncompleteItem,
  licenseConflictItem,
  licenseDatasetItem,
  licenseDriftItem,
  licenseMissingItem,
  licenseNoncommercialItem,
  licenseObligationItem,
  licensePolicyItem,
  licenseUnknownItem,
  licenseUseRestrictionItem,
  nameLookAlikeItem,
  nameMovedItem,
  nameNotFoundItem,
  remoteCodeItem,
  unpinnedRevisionItem,
  unsafeWeightsItem,
];
