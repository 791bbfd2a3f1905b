import { argument, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { ollama, owned, served } from './targets.ts';

const sentenceTransformers = [
  'SentenceTransformersTextEmbedder',
  'SentenceTransformersDocumentEmbedder',
  'SentenceTransformersSparseTextEmbedder',
  'SentenceTransformersSparseDocumentEmbedder',
  'SentenceTransformersDocumentImageEmbedder',
  'SentenceTransformersDiversityRanker',
  'SASEvaluator',
].map(
  (callee): LoadingCall => ({
    callee,
    id: argument(0, 'model', 'model_name_or_path'),
    options: { trustRemoteCode: keyword('trust_remote_code'), localFilesOnly: keyword('local_files_only') },
    interpret: withNamespace,
  }),
);

const modelFirst = [
  'SentenceTransformersSimilarityRanker',
  'TransformersSimilarityRanker',
  'TransformersTextRouter',
  'TransformersZeroShotDocumentClassifier',
  'ExtractiveReader',
  'HuggingFaceLocalGenerator',
  'HuggingFaceLocalChatGenerator',
  'FastembedTextEmbedder',
  'FastembedDocumentEmbedder',
  'FastembedSparseTextEmbedder',
  'FastembedSparseDocumentEmbedder',
  'FastembedRanker',
  'OptimumTextEmbedder',
  'OptimumDocumentEmbedder',
].map((callee): LoadingCall => ({ callee, id: argument(0, 'model', 'model_name') }));

/** Nodes of Haystack 1, which take a revision as `model_version`. */
const nodes = [
  'FARMReader',
  'TransformersReader',
  'TableReader',
  'RCIReader',
  'SentenceTransformersRanker',
  'TransformersSummarizer',
  'TransformersTranslator',
  'TransformersDocumentClassifier',
  'TransformersQueryClassifier',
  'TransformersDocumentLanguageClassifier',
  'TransformersImageToText',
  'QuestionGenerator',
  'EntityExtractor',
].map(
  (callee): LoadingCall => ({
    callee,
    id: argument(0, 'model_name_or_path'),
    revision: argument(1, 'model_version'),
  }),
);

export const loader: Loader = {
  library: 'haystack',
  language: 'python',
  modules: ['haystack', 'haystack_integrations', 'haystack_experimental'],
  calls: [
    ...sentenceTransformers,
    ...modelFirst,
    ...nodes,
    ...nodes.map(
      ({ callee }): LoadingCall => ({ callee, id: keyword('tokenizer'), additional: 'tokenizer' }),
    ),
    ...['NamedEntityExtractor', 'TransformersZeroShotTextRouter'].map(callee => ({
      callee,
      id: keyword('model'),
      // The other backend loads spaCy's pipelines.
      unless: { argument: keyword('backend'), values: ['spacy'] },
      interpret: owned,
    })),
    ...['Generator', 'ChatGenerator', 'TextEmbedder', 'DocumentEmbedder'].flatMap((kind): LoadingCall[] => [
      { callee: `HuggingFaceAPI${kind}`, id: keyword('api_params.model'), interpret: served },
      { callee: `Ollama${kind}`, id: argument(0, 'model'), interpret: ollama },
    ]),
    { callee: 'LocalWhisperTranscriber', id: argument(0, 'model', 'model_name_or_path'), interpret: whisper },
    {
      callee: 'EmbeddingRetriever',
      // Behind the store of documents, which the later of the first versions let alone.
      id: argument(1, 'embedding_model'),
      revision: keyword('model_version'),
      interpret: owned,
    },
    {
      callee: 'DensePassageRetriever',
      id: keyword('query_embedding_model'),
      revision: keyword('model_version'),
    },
    {
      callee: 'DensePassageRetriever',
      id: keyword('passage_embedding_model'),
      revision: keyword('model_version'),
      additional: 'model',
    },
    // Most of what it takes is hosted.
    { callee: 'PromptNode', id: argument(0, 'model_name_or_path'), isOftenOther: true, interpret: owned },
    { callee: 'PromptModel', id: argument(0, 'model_name_or_path'), isOftenOther: true, interpret: owned },
  ],
  examples: [
    {
      code: 'from haystack.nodes import TransformersReader\nTransformersReader(model_name_or_path="org/reader", tokenizer="org/tokenizer", use_gpu=-1)',
      finds: ['org/reader', 'org/tokenizer'],
    },
    {
      code: 'from haystack.components.embedders import SentenceTransformersTextEmbedder\nSentenceTransformersTextEmbedder(model="BAAI/bge-large-en-v1.5")',
      finds: ['BAAI/bge-large-en-v1.5'],
    },
    {
      code: 'from haystack.components.generators import HuggingFaceAPIGenerator, HuggingFaceLocalGenerator\nHuggingFaceAPIGenerator(api_type="serverless_inference_api", api_params={"model": "HuggingFaceH4/zephyr-7b-beta"})\nHuggingFaceLocalGenerator("google/flan-t5-large", task="text2text-generation")',
      finds: ['HuggingFaceH4/zephyr-7b-beta', 'google/flan-t5-large'],
    },
    {
      code: 'from haystack.nodes import DensePassageRetriever, FARMReader\nFARMReader(model_name_or_path="deepset/roberta-base-squad2")\nDensePassageRetriever(store, query_embedding_model="deepset/gbert-base-germandpr-question_encoder", passage_embedding_model="deepset/gbert-base-germandpr-ctx_encoder")',
      finds: [
        'deepset/roberta-base-squad2',
        'deepset/gbert-base-germandpr-question_encoder',
        'deepset/gbert-base-germandpr-ctx_encoder',
      ],
    },
    {
      code: 'from haystack.nodes import EmbeddingRetriever\nclass TitleRetriever(EmbeddingRetriever):\n    def __init__(self, store, embedding_model):\n        super().__init__(store, embedding_model, use_gpu=False)\nTitleRetriever(store, "org/embedder")\nEmbeddingRetriever(document_store=store, embedding_model="org/other")',
      finds: ['org/embedder', 'org/other'],
    },
    {
      code: 'from haystack_integrations.components.generators.ollama import OllamaChatGenerator\nfrom haystack.components.audio import LocalWhisperTranscriber\nOllamaChatGenerator(model="zephyr")\nLocalWhisperTranscriber(model="small")',
      finds: ['zephyr', 'small'],
    },
    {
      code: 'from haystack.nodes import PromptNode\nfrom haystack.components.generators import OpenAIGenerator\nfrom haystack.components.extractors import NamedEntityExtractor\nPromptNode("gpt-3.5-turbo")\nOpenAIGenerator(model="gpt-4o-mini")\nNamedEntityExtractor(backend="spacy", model="en_core_web_sm")\nNamedEntityExtractor(backend="hugging_face", model="./ner")',
      finds: [],
    },
  ],
};

function whisper(id: string): Target | undefined {
  return /^((tiny|base|small|medium)(\.en)?|large(-v[123])?|turbo)$/.test(id)
    ? { hub: 'openai-whisper', target: id }
    : undefined;
}
