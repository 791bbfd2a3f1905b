import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'model2vec',
  language: 'python',
  modules: ['model2vec'],
  calls: [
    { callee: 'StaticModel.from_pretrained', id: argument(0, 'path') },
    { callee: 'StaticModelPipeline.from_pretrained', id: argument(0, 'path') },
    { callee: 'StaticModelForClassification.from_pretrained', id: argument(0) },
    { callee: 'distill', id: argument(0, 'model_name') },
  ],
  examples: [
    {
      code: 'from model2vec import StaticModel\nStaticModel.from_pretrained("minishlab/potion-base-8M")\nStaticModel.from_pretrained("./potion")',
      finds: ['minishlab/potion-base-8M'],
    },
    {
      code: 'from model2vec.distill import distill\ndistill(model_name="BAAI/bge-base-en-v1.5", pca_dims=256)',
      finds: ['BAAI/bge-base-en-v1.5'],
    },
  ],
};
