import { argument, keyword, type Loader } from './loader.ts';

const classes = [
  'FlagModel',
  'BGEM3FlagModel',
  'FlagLLMModel',
  'FlagICLModel',
  'FlagReranker',
  'FlagLLMReranker',
  'LayerWiseFlagLLMReranker',
  'LightWeightFlagLLMReranker',
  'from_finetuned',
];

export const loader: Loader = {
  library: 'FlagEmbedding',
  language: 'python',
  modules: ['FlagEmbedding'],
  calls: classes.map(callee => ({
    callee,
    id: argument(0, 'model_name_or_path'),
    options: { trustRemoteCode: keyword('trust_remote_code') },
  })),
  examples: [
    {
      code: 'from FlagEmbedding import BGEM3FlagModel, FlagReranker\nBGEM3FlagModel("BAAI/bge-m3", use_fp16=True)\nFlagReranker("BAAI/bge-reranker-v2-m3")',
      finds: ['BAAI/bge-m3', 'BAAI/bge-reranker-v2-m3'],
    },
    {
      code: 'from FlagEmbedding import FlagAutoModel\nFlagAutoModel.from_finetuned("BAAI/bge-base-en-v1.5")',
      finds: ['BAAI/bge-base-en-v1.5'],
    },
    { code: 'from FlagEmbedding import FlagModel\nFlagModel("/data/bge-large-zh")', finds: [] },
  ],
};
