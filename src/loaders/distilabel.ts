import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

/** They run a model here. */
const local = ['TransformersLLM', 'vLLM', 'SentenceTransformerEmbeddings', 'vLLMEmbeddings'];
/** They have a service run one, and take its chat template from a tokenizer of the Hub. */
const hosted = ['InferenceEndpointsLLM', 'ClientvLLM'];

export const loader: Loader = {
  library: 'distilabel',
  language: 'python',
  modules: ['distilabel'],
  calls: [
    ...local.map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'model'), revision: keyword('revision') }),
    ),
    ...hosted.map((callee): LoadingCall => ({ callee, id: keyword('tokenizer_id', 'tokenizer') })),
  ],
  examples: [
    {
      code: 'from distilabel.llms import TransformersLLM, vLLM\nTransformersLLM(model="microsoft/phi-2")\nvLLM(model="argilla/notus-7b-v1")',
      finds: ['microsoft/phi-2', 'argilla/notus-7b-v1'],
    },
    {
      code: 'from distilabel.llms import InferenceEndpointsLLM\nInferenceEndpointsLLM(model_id="org/hosted", tokenizer_id="meta-llama/Meta-Llama-3-70B-Instruct")',
      finds: ['meta-llama/Meta-Llama-3-70B-Instruct'],
    },
    {
      code: 'from distilabel.llms import InferenceEndpointsLLM, OpenAILLM\nInferenceEndpointsLLM(model_id="org/hosted")\nOpenAILLM(model="gpt-4")',
      finds: [],
    },
  ],
};
