import { argument, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'contextualized-topic-models',
  language: 'python',
  modules: ['contextualized_topic_models'],
  calls: [
    {
      callee: 'TopicModelDataPreparation',
      id: argument(0, 'contextualized_model'),
      interpret: withNamespace,
    },
    ...['bert_embeddings_from_file', 'bert_embeddings_from_list'].map(callee => ({
      callee,
      id: argument(1, 'sbert_model_to_load'),
      interpret: withNamespace,
    })),
  ],
  examples: [
    {
      code: 'from contextualized_topic_models.utils.data_preparation import TopicModelDataPreparation, bert_embeddings_from_list\nTopicModelDataPreparation("all-mpnet-base-v2")\nbert_embeddings_from_list(texts, "org/encoder")',
      finds: ['all-mpnet-base-v2', 'org/encoder'],
    },
    {
      code: 'from contextualized_topic_models.utils.data_preparation import TopicModelDataPreparation\nTopicModelDataPreparation()',
      finds: [],
    },
  ],
};
