// Written by scripts/generate-registries.ts from the files of this folder.
import { loader as diffusersItem } from './diffusers.ts';
import { loader as huggingfaceHubItem } from './huggingface-hub.ts';
import { loader as openaiWhisperItem } from './openai-whisper.ts';
import { loader as peftItem } from './peft.ts';
import { loader as sentenceTransformersItem } from './sentence-transformers.ts';
import { loader as spacyItem } from './spacy.ts';
import { loader as timmItem } from './timm.ts';
import { loader as torchHubItem } from './torch-hub.ts';
import { loader as torchvisionItem } from './torchvision.ts';
import { loader as transformersJsItem } from './transformers-js.ts';
import { loader as transformersItem } from './transformers.ts';
import { loader as ultralyticsItem } from './ultralytics.ts';
import type { Loader } from './loader.ts';

export const loaders: readonly Loader[] = [
  diffusersItem,
  huggingfaceHubItem,
  openaiWhisperItem,
  peftItem,
  sentenceTransformersItem,
  spacyItem,
  timmItem,
  torchHubItem,
  torchvisionItem,
  transformersJsItem,
  transformersItem,
  ultralyticsItem,
];
