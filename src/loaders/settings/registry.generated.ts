// Written by scripts/generate-registries.ts from the files of this folder.
import { format as axolotlItem } from './axolotl.ts';
import { format as litellmItem } from './litellm.ts';
import { format as llamaFactoryItem } from './llama-factory.ts';
import { format as mergekitItem } from './mergekit.ts';
import { format as rasaItem } from './rasa.ts';
import { format as trussItem } from './truss.ts';
import type { SettingsFormat } from './settings-format.ts';

export const formats: readonly SettingsFormat[] = [
  axolotlItem,
  litellmItem,
  llamaFactoryItem,
  mergekitItem,
  rasaItem,
  trussItem,
];
