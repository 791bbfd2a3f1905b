import { owned } from '../targets.ts';
import type { SettingsFormat, SettingsModel } from './settings-format.ts';

const params = 'components.*.params';
const parameters = 'components.*.init_parameters';
/** Components that load what they are told; others ask a service. */
const when: SettingsModel['when'] = {
  key: 'type',
  values:
    /\b(SentenceTransformers|Transformers|HuggingFaceLocal|Fastembed|Optimum|ExtractiveReader|NamedEntityExtractor)\w*$/,
  isAbove: true,
};

/** Pipelines of Haystack, which its own server is started with: of the first version by `params`, of the second by `init_parameters`. */
export const format: SettingsFormat = {
  name: 'haystack',
  marks: [
    ['pipelines', 'components'],
    ['connections', 'components'],
  ],
  models: [
    { id: `${params}.model_name_or_path`, revision: 'model_version', interpret: owned },
    ...['embedding_model', 'query_embedding_model', 'passage_embedding_model'].map(key => ({
      id: `${params}.${key}`,
      revision: 'model_version',
      interpret: owned,
    })),
    { id: `${params}.tokenizer`, interpret: owned, isTokenizer: true },
    { id: `${parameters}.model`, when, interpret: owned },
    { id: `${parameters}.model_name_or_path`, when, interpret: owned },
  ],
  examples: [
    {
      file: 'rest_api/pipelines.yaml',
      text: 'version: 1.0.0\ncomponents:\n  - name: Store\n    type: ElasticsearchDocumentStore\n    params:\n      host: elastic\n  - name: Retriever\n    type: TitleRetriever\n    params:\n      document_store: Store\n      embedding_model: org/embedder\n      model_format: transformers\n  - name: Reader\n    type: TransformersReader\n    params:\n      model_name_or_path: org/reader\n      tokenizer: org/tokenizer\npipelines:\n  - name: query\n    nodes:\n      - name: Reader\n        inputs: [Retriever]\n',
      finds: ['huggingface:org/embedder', 'huggingface:org/reader', 'huggingface:org/tokenizer'],
    },
    {
      file: 'pipeline.yml',
      text: 'components:\n  embedder:\n    type: haystack.components.embedders.SentenceTransformersTextEmbedder\n    init_parameters:\n      model: org/embedder\n  llm:\n    type: haystack_integrations.components.generators.nvidia.generator.NvidiaGenerator\n    init_parameters:\n      model: meta/llama3-8b-instruct\nconnections:\n  - sender: embedder.embedding\n    receiver: retriever.query_embedding\n',
      finds: ['huggingface:org/embedder'],
    },
    {
      file: 'openapi.yaml',
      text: 'components:\n  schemas:\n    - params:\n        model_name_or_path: org/model\n',
      finds: [],
    },
  ],
};
