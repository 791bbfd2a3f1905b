import { argument, keyword, type Loader } from './loader.ts';

/** Classes that run an open model. Those for hosted services (`OpenAIServerModel`, `LiteLLMModel`) load no weights. */
const models = ['TransformersModel', 'VLLMModel', 'MLXModel', 'InferenceClientModel', 'HfApiModel'];

export const loader: Loader = {
  library: 'smolagents',
  language: 'python',
  modules: ['smolagents'],
  calls: models.map(callee => ({
    callee,
    id: argument(0, 'model_id'),
    options: { trustRemoteCode: keyword('trust_remote_code') },
  })),
  examples: [
    {
      code: 'from smolagents import CodeAgent, TransformersModel\nmodel = TransformersModel(model_id="HuggingFaceTB/SmolLM2-1.7B-Instruct")\nagent = CodeAgent(tools=[], model=model)',
      finds: ['HuggingFaceTB/SmolLM2-1.7B-Instruct'],
    },
    {
      code: 'from smolagents import OpenAIServerModel, load_tool\nOpenAIServerModel(model_id="gpt-4o")\nload_tool("m-ric/text-to-image", trust_remote_code=True)',
      finds: [],
    },
  ],
};
