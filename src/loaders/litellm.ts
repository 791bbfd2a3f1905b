import { argument, keyword, type Loader, type Target } from './loader.ts';
import { routed } from './targets.ts';

const tasks = ['completion', 'text_completion', 'embedding', 'rerank', 'transcription', 'responses'];

export const loader: Loader = {
  library: 'litellm',
  language: 'python',
  modules: ['litellm'],
  calls: tasks
    .flatMap(task => [task, `a${task}`, `batch_${task}`])
    .map(callee => ({
      callee,
      id: argument(0, 'model'),
      variant: keyword('custom_llm_provider'),
      isOftenOther: true,
      interpret,
    })),
  examples: [
    {
      code: 'from litellm import completion\ncompletion(model="huggingface/WizardLM/WizardCoder-Python-34B-V1.0", messages=messages)',
      finds: ['huggingface/WizardLM/WizardCoder-Python-34B-V1.0'],
    },
    {
      code: 'import litellm\nlitellm.acompletion(model="ollama/llama2", messages=[])\nlitellm.embedding("huggingface/together/BAAI/bge-base-en-v1.5", input=[])',
      finds: ['ollama/llama2', 'huggingface/together/BAAI/bge-base-en-v1.5'],
    },
    {
      code: 'from litellm import completion\ncompletion(model="gpt-4o")\ncompletion(model="anthropic/claude-3-sonnet")\ncompletion(model="huggingface/https://my.endpoint")',
      finds: [],
    },
  ],
};

function interpret(id: string, provider: string | undefined): Target | undefined {
  return routed(provider === undefined || id.startsWith(`${provider}/`) ? id : `${provider}/${id}`);
}
