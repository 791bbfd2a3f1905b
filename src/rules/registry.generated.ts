// Written by scripts/generate-registries.ts from the files of this folder.
import { rule as cardIncompleteItem } from './card-incomplete.ts';
import { rule as licenseConflictItem } from './license-conflict.ts';
import { rule as licenseMissingItem } from './license-missing.ts';
import { rule as licenseUnknownItem } from './license-unknown.ts';
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
  licenseMissingItem,
  licenseUnknownItem,
  nameLookAlikeItem,
  nameMovedItem,
  nameNotFoundItem,
  remoteCodeItem,
  unpinnedRevisionItem,
  unsafeWeightsItem,
];
