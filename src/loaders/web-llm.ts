import { argument, type Loader, type LoadingCall, property, type Target } from './loader.ts';

/** Where the model stands among the arguments, and behind it the configuration. */
const callees: readonly (readonly [callee: string, position: number])[] = [
  ['CreateMLCEngine', 0],
  ['CreateServiceWorkerMLCEngine', 0],
  ['CreateExtensionServiceWorkerMLCEngine', 0],
  ['CreateWebWorkerMLCEngine', 1],
];

export const loader: Loader = {
  library: '@mlc-ai/web-llm',
  language: 'ecmascript',
  modules: ['@mlc-ai/web-llm'],
  calls: [
    ...callees.map(
      ([callee, position]): LoadingCall => ({
        callee,
        id: argument(position),
        // A list of one's own says where each id leads.
        unless: { argument: property(position + 1, 'appConfig') },
        interpret,
      }),
    ),
    { callee: 'reload', isMethod: true, id: argument(0), interpret },
  ],
  examples: [
    {
      code: "import { CreateMLCEngine } from '@mlc-ai/web-llm';\nconst engine = await CreateMLCEngine('Llama-3.1-8B-Instruct-q4f32_1-MLC', { initProgressCallback });",
      finds: ['Llama-3.1-8B-Instruct-q4f32_1-MLC'],
    },
    {
      code: "import * as webllm from '@mlc-ai/web-llm';\nwebllm.CreateWebWorkerMLCEngine(worker, 'Phi-3.5-mini-instruct-q4f16_1-MLC-1k');\nconst engine = new webllm.MLCEngine();\nengine.reload('gemma-2-2b-it-q4f16_1-MLC');",
      finds: ['Phi-3.5-mini-instruct-q4f16_1-MLC-1k', 'gemma-2-2b-it-q4f16_1-MLC'],
    },
    {
      code: "import { CreateMLCEngine } from '@mlc-ai/web-llm';\nCreateMLCEngine('my-model');\nCreateMLCEngine('Llama-3-MLC', { appConfig: { model_list: [] } });",
      finds: [],
    },
  ],
};

/** Ids that ship with the library are their repository's name; what follows `MLC` only bounds the memory. */
function interpret(id: string): Target | undefined {
  const [, name] = /^([\w.-]+-MLC)(-\w+)?$/.exec(id) ?? [];
  return name === undefined ? undefined : { hub: 'huggingface', target: `mlc-ai/${name}` };
}
