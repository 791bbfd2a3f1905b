// Written by scripts/generate-registries.ts from the files of this folder.
import { tool as fastchatDeltaItem } from './fastchat-delta.ts';
import { tool as fastchatItem } from './fastchat.ts';
import { tool as gitCloneItem } from './git-clone.ts';
import { tool as hfDownloadItem } from './hf-download.ts';
import { tool as llamaCppItem } from './llama-cpp.ts';
import { tool as llamaRecipesItem } from './llama-recipes.ts';
import { tool as lmEvalItem } from './lm-eval.ts';
import { tool as lmdeployItem } from './lmdeploy.ts';
import { tool as mlxItem } from './mlx.ts';
import { tool as modelWheelsItem } from './model-wheels.ts';
import { tool as msSwiftItem } from './ms-swift.ts';
import { tool as mtebItem } from './mteb.ts';
import { tool as oliveItem } from './olive.ts';
import { tool as ollamaItem } from './ollama.ts';
import { tool as optimumCliItem } from './optimum-cli.ts';
import { tool as sglangItem } from './sglang.ts';
import { tool as spacyDownloadItem } from './spacy-download.ts';
import { tool as tensorrtLlmItem } from './tensorrt-llm.ts';
import { tool as textGenerationInferenceItem } from './text-generation-inference.ts';
import { tool as vllmItem } from './vllm.ts';
import { tool as weightFilesItem } from './weight-files.ts';
import type { Tool } from './tool.ts';

export const tools: readonly Tool[] = [
  fastchatDeltaItem,
  fastchatItem,
  gitCloneItem,
  hfDownloadItem,
  llamaCppItem,
  llamaRecipesItem,
  lmEvalItem,
  lmdeployItem,
  mlxItem,
  modelWheelsItem,
  msSwiftItem,
  mtebItem,
  oliveItem,
  ollamaItem,
  optimumCliItem,
  sglangItem,
  spacyDownloadItem,
  tensorrtLlmItem,
  textGenerationInferenceItem,
  vllmItem,
  weightFilesItem,
];
