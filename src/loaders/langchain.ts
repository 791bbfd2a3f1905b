import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { modelScope, ollama, owned, served, spacyPipeline } from './targets.ts';

const modelKeywords: Omit<LoadingCall, 'callee' | 'id'> = {
  revision: keyword('model_kwargs.revision'),
  options: {
    trustRemoteCode: keyword('model_kwargs.trust_remote_code'),
    localFilesOnly: keyword('model_kwargs.local_files_only'),
  },
};

const embeddings = [
  'HuggingFaceEmbeddings',
  'HuggingFaceBgeEmbeddings',
  'HuggingFaceInstructEmbeddings',
  'SentenceTransformerEmbeddings',
  'IpexLLMBgeEmbeddings',
];
const inference = [
  'HuggingFaceEndpoint',
  'HuggingFaceHub',
  'HuggingFaceEndpointEmbeddings',
  'HuggingFaceHubEmbeddings',
  'HuggingFaceInferenceAPIEmbeddings',
];
const local = [
  'ChatHuggingFace',
  'HuggingFaceCrossEncoder',
  'SelfHostedHuggingFaceEmbeddings',
  'SelfHostedHuggingFaceInstructEmbeddings',
  'SelfHostedHuggingFaceLLM',
  'FastEmbedEmbeddings',
];

export const loader: Loader = {
  library: 'langchain',
  language: 'python',
  modules: [
    'langchain',
    'langchain_text_splitters',
    'langchain_classic',
    'langchain_community',
    'langchain_experimental',
    'langchain_huggingface',
    'langchain_ollama',
    'langchain_qdrant',
  ],
  calls: [
    ...embeddings.map(callee => ({
      ...modelKeywords,
      callee,
      isDistinctive: true,
      id: keyword('model_name', 'model'),
      interpret: withNamespace,
    })),
    ...inference.map(callee => ({
      callee,
      id: keyword('repo_id', 'model', 'model_name'),
      interpret: served,
    })),
    ...local.map(callee => ({ ...modelKeywords, callee, id: keyword('model_id', 'model_name') })),
    { ...modelKeywords, callee: 'from_model_id', id: argument(0, 'model_id') },
    { callee: 'SpacyTextSplitter', id: keyword('pipeline'), interpret: spacyPipeline },
    {
      callee: 'SentenceTransformersTokenTextSplitter',
      id: keyword('model_name'),
      interpret: withNamespace,
    },
    { callee: 'Model2vecEmbeddings', id: argument(0, 'model') },
    { callee: 'FastEmbedSparse', id: argument(0, 'model_name'), interpret: owned },
    {
      callee: 'VLLM',
      id: keyword('model'),
      revision: keyword('vllm_kwargs.revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
    { callee: 'CTransformers', id: keyword('model'), options: { filename: keyword('model_file') } },
    {
      callee: 'ModelScopeEmbeddings',
      id: keyword('model_id'),
      revision: keyword('model_revision'),
      interpret: modelScope,
    },
    ...['Ollama', 'OllamaLLM', 'ChatOllama', 'OllamaEmbeddings', 'OllamaFunctions'].map(callee => ({
      callee,
      id: keyword('model'),
      interpret: ollama,
    })),
    {
      callee: 'init_chat_model',
      id: argument(0, 'model'),
      variant: keyword('model_provider'),
      isOftenOther: true,
      interpret: provided,
    },
    {
      callee: 'init_embeddings',
      id: argument(0, 'model'),
      variant: keyword('provider'),
      isOftenOther: true,
      interpret: provided,
    },
  ],
  examples: [
    {
      code: 'from langchain_huggingface import HuggingFaceEmbeddings\nHuggingFaceEmbeddings(model_name="all-MiniLM-L6-v2")\nHuggingFaceEmbeddings(model="BAAI/bge-m3")',
      finds: ['all-MiniLM-L6-v2', 'BAAI/bge-m3'],
    },
    {
      code: 'from langchain_community.llms import HuggingFaceHub, HuggingFacePipeline\nHuggingFacePipeline.from_model_id(model_id="gpt2", task="text-generation")\nHuggingFaceHub(repo_id="google/flan-t5-xxl")',
      finds: ['gpt2', 'google/flan-t5-xxl'],
    },
    {
      code: 'from langchain.text_splitter import SpacyTextSplitter\nfrom langchain_text_splitters import SentenceTransformersTokenTextSplitter\nSpacyTextSplitter(pipeline="zh_core_web_sm", chunk_size=2048)\nSpacyTextSplitter(pipeline="sentencizer")\nSentenceTransformersTokenTextSplitter(model_name="all-mpnet-base-v2", chunk_overlap=0)',
      finds: ['zh_core_web_sm', 'all-mpnet-base-v2'],
    },
    {
      code: 'from langchain_qdrant import FastEmbedSparse\nFastEmbedSparse(model_name="Qdrant/bm25")',
      finds: ['Qdrant/bm25'],
    },
    {
      code: 'from langchain_ollama import ChatOllama, OllamaEmbeddings\nChatOllama(model="llama3.2:1b")\nOllamaEmbeddings(model="nomic-embed-text")',
      finds: ['llama3.2:1b', 'nomic-embed-text'],
    },
    {
      code: 'from langchain.chat_models import init_chat_model\ninit_chat_model("ollama:mistral")\ninit_chat_model("phi3", model_provider="ollama")',
      finds: ['ollama:mistral', 'phi3'],
    },
    {
      code: 'from langchain.chat_models import init_chat_model\nfrom langchain_community.llms import LlamaCpp\nfrom langchain_openai import ChatOpenAI\ninit_chat_model("gpt-4o", model_provider="openai")\nLlamaCpp(model_path="model.gguf")\nChatOpenAI(model="gpt-4o")',
      finds: [],
    },
    {
      code: 'from langchain_huggingface import ChatHuggingFace, HuggingFaceEndpoint\nllm = HuggingFaceEndpoint(endpoint_url="https://example.org")\nChatHuggingFace(llm=llm)\nHuggingFaceEndpoint(model="https://example.org")',
      finds: [],
    },
  ],
};

/** `provider:model`, or the model alone where another argument says the provider. */
function provided(id: string, provider: string | undefined): Target | undefined {
  const [, ahead, behind = ''] = /^(ollama|huggingface):(.+)$/.exec(id) ?? [];
  const name = ahead === undefined ? id : behind;
  switch (provider ?? ahead) {
    case 'ollama':
      return ollama(name);
    case 'huggingface':
      return huggingFace(name);
    default:
      return undefined;
  }
}
