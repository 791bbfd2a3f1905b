import type { Loader } from './loader.ts';
import { loader as diffusers } from './diffusers.ts';
import { loader as huggingfaceHub } from './huggingface-hub.ts';
import { loader as openaiWhisper } from './openai-whisper.ts';
import { loader as peft } from './peft.ts';
import { loader as sentenceTransformers } from './sentence-transformers.ts';
import { loader as spacy } from './spacy.ts';
import { loader as timm } from './timm.ts';
import { loader as torchHub } from './torch-hub.ts';
import { loader as torchvision } from './torchvision.ts';
import { loader as transformers } from './transformers.ts';
import { loader as transformersJs } from './transformers-js.ts';
import { loader as ultralytics } from './ultralytics.ts';

export const loaders: readonly Loader[] = [diffusers, huggingfaceHub, openaiWhisper, peft, sentenceTransformers, spacy, timm, torchHub, torchvision, transformers, transformersJs, ultralytics];
