// Written by scripts/generate-registries.ts from the files of this folder.
import { group as copyleftItem } from './copyleft.ts';
import { group as creativeCommonsItem } from './creative-commons.ts';
import { group as dataItem } from './data.ts';
import { group as llamaItem } from './llama.ts';
import { group as modelsItem } from './models.ts';
import { group as permissiveItem } from './permissive.ts';
import { group as publicDomainItem } from './public-domain.ts';
import { group as railItem } from './rail.ts';
import { group as researchItem } from './research.ts';
import type { LicenseGroup } from './group.ts';

export const groups: readonly LicenseGroup[] = [
  copyleftItem,
  creativeCommonsItem,
  dataItem,
  llamaItem,
  modelsItem,
  permissiveItem,
  publicDomainItem,
  railItem,
  researchItem,
];
