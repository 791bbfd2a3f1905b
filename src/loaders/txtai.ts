import { argument, keyword, type Loader, type LoadingCall, property, type Target } from './loader.ts';
import { ggufFile, owned, ownedOrRoot, routed } from './targets.ts';

/** First parts by which the library hands a name on to LiteLLM. Some are the names of organisations on a hub as well. */
const hosted =
  /^(openai|azure|azure_ai|anthropic|bedrock|cohere|databricks|deepseek|fireworks_ai|gemini|groq|mistral|openrouter|perplexity|replicate|together_ai|vertex_ai|voyage|xai)\//;

const pathFirst = [
  'Caption',
  'CrossEncoder',
  'Entity',
  'Labels',
  'LateEncoder',
  'Objects',
  'Questions',
  'Sequences',
  'Similarity',
  'Summary',
  'TextToAudio',
  'TextToSpeech',
  'Transcription',
  'Translation',
].map((callee): LoadingCall => ({ callee, id: argument(0, 'path') }));

export const loader: Loader = {
  library: 'txtai',
  language: 'python',
  modules: ['txtai'],
  calls: [
    ...pathFirst,
    { callee: 'Embeddings', id: property(0, 'path'), isOftenOther: true, interpret },
    { callee: 'Embeddings', id: keyword('path', 'config.path'), isOftenOther: true, interpret },
    ...['LLM', 'Generator'].map(callee => ({
      callee,
      id: argument(0, 'path'),
      isOftenOther: true,
      interpret,
    })),
    ...['RAG', 'Extractor'].map(callee => ({
      callee,
      id: argument(1, 'path'),
      isOftenOther: true,
      interpret,
    })),
    { callee: 'HFPipeline', id: argument(1, 'path') },
    ...[
      'VectorsFactory.create',
      'SparseVectorsFactory.create',
      'ScoringFactory.create',
      'DenseVectorsFactory.create',
    ].map((callee): LoadingCall => ({ callee, id: property(0, 'path'), isOftenOther: true, interpret })),
    { callee: 'Embeddings', id: property(0, 'tokenizer'), additional: 'tokenizer', interpret: ownedOrRoot },
    // Unlike a language model, what answers questions may have a name without an owner.
    { callee: 'RAG', id: argument(1, 'path'), interpret: ownedOrRoot },
  ],
  examples: [
    {
      code: 'from txtai import Embeddings\nEmbeddings({"path": "sentence-transformers/nli-mpnet-base-v2", "content": True})\nEmbeddings(path="intfloat/e5-base")',
      finds: ['sentence-transformers/nli-mpnet-base-v2', 'intfloat/e5-base'],
    },
    {
      code: 'from txtai.pipeline import Summary, LLM, RAG\nSummary("sshleifer/distilbart-cnn-12-6")\nLLM("TheBloke/Mistral-7B-OpenOrca-GGUF/mistral-7b-openorca.Q4_K_M.gguf")\nRAG(embeddings, "ollama/llama3.1", template="")',
      finds: [
        'sshleifer/distilbart-cnn-12-6',
        'TheBloke/Mistral-7B-OpenOrca-GGUF/mistral-7b-openorca.Q4_K_M.gguf',
        'ollama/llama3.1',
      ],
    },
    {
      code: 'from txtai import Embeddings, LLM\nEmbeddings()\nEmbeddings({"path": "openai/text-embedding-3-small"})\nLLM("gpt-4o")\nLLM("bedrock/anthropic.claude-v2")',
      finds: [],
    },
  ],
};

function interpret(id: string): Target | undefined {
  const target = routed(id);
  if (target || hosted.test(id)) return target;
  return id.endsWith('.gguf') ? ggufFile(id) : owned(id);
}
