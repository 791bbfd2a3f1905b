import { argument, type Loader, type Target } from './loader.ts';
import { owned } from './targets.ts';

/** Where one of these stands in the name or as the kind of model, a service of that name ranks. */
const services = /cohere|jina|voyage|mixedbread\.ai|pinecone|isaacus|text-embeddings-inference/;
const hostedKinds = /^(rankgpt.*|llm-relevance-filter)$/;

export const loader: Loader = {
  library: 'rerankers',
  language: 'python',
  modules: ['rerankers'],
  calls: [
    {
      callee: 'Reranker',
      id: argument(0, 'model_name'),
      variant: argument(2, 'model_type'),
      isOftenOther: true,
      interpret,
    },
  ],
  examples: [
    {
      code: 'from rerankers import Reranker\nReranker("mixedbread-ai/mxbai-rerank-large-v1", model_type="cross-encoder")\nReranker("jinaai/jina-reranker-v2-base-multilingual", model_type="cross-encoder")',
      finds: ['mixedbread-ai/mxbai-rerank-large-v1', 'jinaai/jina-reranker-v2-base-multilingual'],
    },
    {
      code: 'from rerankers import Reranker\nReranker("cross-encoder")\nReranker("jina", api_key=key)\nReranker("rerank-english-v3.0", model_type="cohere")\nReranker("openai/gpt-4", model_type="rankgpt")',
      finds: [],
    },
  ],
};

/** A bare name is a kind of model, whose default depends on the language. */
function interpret(id: string, kind: string | undefined): Target | undefined {
  const isHosted = services.test(kind ?? id) || hostedKinds.test(kind ?? '');
  return isHosted ? undefined : owned(id);
}
