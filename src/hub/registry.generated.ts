// Written by scripts/generate-registries.ts from the files of this folder.
import { client as clipItem } from './clip.ts';
import { client as huggingFaceItem } from './hugging-face.ts';
import { client as kaggleItem } from './kaggle.ts';
import { client as kerasItem } from './keras.ts';
import { client as modelscopeItem } from './modelscope.ts';
import { client as ollamaItem } from './ollama.ts';
import { client as openClipItem } from './open-clip.ts';
import { client as openaiWhisperItem } from './openai-whisper.ts';
import { client as pytorchHubItem } from './pytorch-hub.ts';
import { client as pytorchItem } from './pytorch.ts';
import { client as spacyItem } from './spacy.ts';
import { client as timmItem } from './timm.ts';
import { client as ultralyticsItem } from './ultralytics.ts';
import { client as urlItem } from './url.ts';
import type { HubClient } from './types.ts';

export const clients: readonly HubClient[] = [
  clipItem,
  huggingFaceItem,
  kaggleItem,
  kerasItem,
  modelscopeItem,
  ollamaItem,
  openClipItem,
  openaiWhisperItem,
  pytorchHubItem,
  pytorchItem,
  spacyItem,
  timmItem,
  ultralyticsItem,
  urlItem,
];
