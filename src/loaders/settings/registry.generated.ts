// Written by scripts/generate-registries.ts from the files of this folder.
import { format as alpacaEvalItem } from './alpaca-eval.ts';
import { format as axolotlItem } from './axolotl.ts';
import { format as deeppavlovItem } from './deeppavlov.ts';
import { format as haystackItem } from './haystack.ts';
import { format as kserveItem } from './kserve.ts';
import { format as lavisItem } from './lavis.ts';
import { format as litellmItem } from './litellm.ts';
import { format as llamaFactoryItem } from './llama-factory.ts';
import { format as llmFoundryItem } from './llm-foundry.ts';
import { format as mergekitItem } from './mergekit.ts';
import { format as nemoItem } from './nemo.ts';
import { format as oliveItem } from './olive.ts';
import { format as presidioItem } from './presidio.ts';
import { format as rasaItem } from './rasa.ts';
import { format as tritonVllmItem } from './triton-vllm.ts';
import { format as trlItem } from './trl.ts';
import { format as trussItem } from './truss.ts';
import type { SettingsFormat } from './settings-format.ts';

export const formats: readonly SettingsFormat[] = [
  alpacaEvalItem,
  axolotlItem,
  deeppavlovItem,
  haystackItem,
  kserveItem,
  lavisItem,
  litellmItem,
  llamaFactoryItem,
  llmFoundryItem,
  mergekitItem,
  nemoItem,
  oliveItem,
  presidioItem,
  rasaItem,
  tritonVllmItem,
  trlItem,
  trussItem,
];
