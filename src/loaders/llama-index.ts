import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { ollama, served } from './targets.ts';

const remoteCode = { trustRemoteCode: keyword('trust_remote_code') };
const tokenizer: Omit<LoadingCall, 'callee'> = {
  id: keyword('tokenizer_name'),
  revision: keyword('tokenizer_kwargs.revision'),
  additional: 'tokenizer',
};

export const loader: Loader = {
  library: 'llama-index',
  language: 'python',
  modules: ['llama_index'],
  calls: [
    ...['HuggingFaceLLM', 'IpexLLM'].flatMap(callee => [
      {
        callee,
        id: keyword('model_name'),
        revision: keyword('model_kwargs.revision'),
        options: { trustRemoteCode: keyword('model_kwargs.trust_remote_code') },
        // A model that was loaded before goes in as `model`.
        unless: { argument: keyword('model') },
      },
      { ...tokenizer, callee },
    ]),
    {
      callee: 'HuggingFaceEmbedding',
      id: argument(0, 'model_name'),
      revision: keyword('revision', 'model_kwargs.revision'),
      options: remoteCode,
      unless: { argument: keyword('model') },
      interpret: withNamespace,
    },
    ...[
      'HuggingFaceInferenceAPI',
      'HuggingFaceInferenceAPIEmbedding',
      'HuggingFaceInferenceAPIEmbeddings',
    ].map(callee => ({ callee, id: keyword('model_name', 'model'), interpret: served })),
    { callee: 'InstructorEmbedding', id: argument(0, 'model_name'), interpret: withNamespace },
    { callee: 'FastEmbedEmbedding', id: argument(0, 'model_name') },
    { callee: 'create_and_save_optimum_model', id: argument(0, 'model_name_or_path') },
    { callee: 'SentenceTransformerRerank', id: keyword('model'), options: remoteCode },
    { callee: 'FlagEmbeddingReranker', id: keyword('model') },
    { callee: 'ColbertRerank', id: keyword('model') },
    { callee: 'Vllm', id: argument(0, 'model'), options: remoteCode },
    { callee: 'Ollama', id: argument(0, 'model'), interpret: ollama },
    { callee: 'OllamaEmbedding', id: argument(0, 'model_name'), interpret: ollama },
    { callee: 'resolve_embed_model', id: argument(0, 'embed_model'), isOftenOther: true, interpret: local },
    { callee: 'from_defaults', id: keyword('embed_model'), isOftenOther: true, interpret: local },
  ],
  examples: [
    {
      code: 'from llama_index.llms.huggingface import HuggingFaceLLM\nHuggingFaceLLM(model_name="HuggingFaceH4/zephyr-7b-beta", tokenizer_name="HuggingFaceH4/zephyr-7b-alpha")',
      finds: ['HuggingFaceH4/zephyr-7b-beta', 'HuggingFaceH4/zephyr-7b-alpha'],
    },
    {
      code: 'from llama_index.embeddings.huggingface import HuggingFaceEmbedding\nfrom llama_index.core import ServiceContext\nHuggingFaceEmbedding("BAAI/bge-small-en-v1.5")\nServiceContext.from_defaults(embed_model="local:BAAI/bge-base-en")',
      finds: ['BAAI/bge-small-en-v1.5', 'local:BAAI/bge-base-en'],
    },
    {
      code: 'from llama_index.llms.ollama import Ollama\nfrom llama_index.embeddings.ollama import OllamaEmbedding\nOllama(model="llama3.1:latest")\nOllamaEmbedding(model_name="mxbai-embed-large")',
      finds: ['llama3.1:latest', 'mxbai-embed-large'],
    },
    {
      code: 'from llama_index.llms.huggingface import HuggingFaceLLM\nfrom llama_index.llms.openai import OpenAI\nHuggingFaceLLM(model=model, model_name="mine", tokenizer=tokenizer)\nOpenAI(model="gpt-4o")',
      finds: [],
    },
  ],
};

/** `local:owner/name`. Without the prefix it is no text but an object, or the name of a default. */
function local(id: string): Target | undefined {
  return id.startsWith('local:') ? huggingFace(id.slice('local:'.length)) : undefined;
}
