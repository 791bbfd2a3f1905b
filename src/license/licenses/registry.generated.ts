// Written by scripts/generate-registries.ts from the files of this folder.
import { group as apacheItem } from './apache.ts';
import { group as bsdItem } from './bsd.ts';
import { group as communityItem } from './community.ts';
import { group as copyleftItem } from './copyleft.ts';
import { group as creativeCommonsItem } from './creative-commons.ts';
import { group as dataItem } from './data.ts';
import { group as gnuItem } from './gnu.ts';
import { group as googleItem } from './google.ts';
import { group as llamaItem } from './llama.ts';
import { group as metaResearchItem } from './meta-research.ts';
import { group as mistralItem } from './mistral.ts';
import { group as nonCommercialItem } from './non-commercial.ts';
import { group as noticesItem } from './notices.ts';
import { group as openModelsItem } from './open-models.ts';
import { group as publicDomainItem } from './public-domain.ts';
import { group as qwenItem } from './qwen.ts';
import { group as railItem } from './rail.ts';
import { group as reciprocalItem } from './reciprocal.ts';
import { group as sourceAvailableItem } from './source-available.ts';
import { group as unreadItem } from './unread.ts';
import { group as vendorsItem } from './vendors.ts';
import { group as weakCopyleftItem } from './weak-copyleft.ts';
import type { LicenseGroup } from './group.ts';

export const groups: readonly LicenseGroup[] = [
  apacheItem,
  bsdItem,
  communityItem,
  copyleftItem,
  creativeCommonsItem,
  dataItem,
  gnuItem,
  googleItem,
  llamaItem,
  metaResearchItem,
  mistralItem,
  nonCommercialItem,
  noticesItem,
  openModelsItem,
  publicDomainItem,
  qwenItem,
  railItem,
  reciprocalItem,
  sourceAvailableItem,
  unreadItem,
  vendorsItem,
  weakCopyleftItem,
];
