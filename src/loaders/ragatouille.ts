import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'ragatouille',
  language: 'python',
  modules: ['ragatouille'],
  calls: [
    { callee: 'RAGPretrainedModel.from_pretrained', id: argument(0, 'pretrained_model_name_or_path') },
    // `model_name` is the name of the one that is trained.
    { callee: 'RAGTrainer', id: argument(1, 'pretrained_model_name') },
  ],
  examples: [
    {
      code: 'from ragatouille import RAGPretrainedModel\nRAG = RAGPretrainedModel.from_pretrained("colbert-ir/colbertv2.0")',
      finds: ['colbert-ir/colbertv2.0'],
    },
    {
      code: 'from ragatouille import RAGTrainer\nRAGTrainer(model_name="mine", pretrained_model_name="google-bert/bert-base-uncased")',
      finds: ['google-bert/bert-base-uncased'],
    },
    {
      code: 'from ragatouille import RAGPretrainedModel\nRAGPretrainedModel.from_index(".ragatouille/colbert/indexes/books")',
      finds: [],
    },
  ],
};
