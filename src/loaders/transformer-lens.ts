import { argument, keyword, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

/** Its own short names (`pythia-70m`) stand for models of the Hub, whose owner it knows; they are no ids. */
export const loader: Loader = {
  library: 'transformer-lens',
  language: 'python',
  modules: ['transformer_lens'],
  calls: [
    'HookedTransformer.from_pretrained',
    'HookedTransformer.from_pretrained_no_processing',
    'TransformerBridge.boot_transformers',
  ].map(callee => ({
    callee,
    id: argument(0, 'model_name'),
    revision: keyword('revision'),
    interpret: ownedOrRoot,
  })),
  examples: [
    {
      code: 'from transformer_lens import HookedTransformer\nHookedTransformer.from_pretrained_no_processing("openai-community/gpt2", device="cpu")\nHookedTransformer.from_pretrained(model_name="EleutherAI/pythia-70m")',
      finds: ['openai-community/gpt2', 'EleutherAI/pythia-70m'],
    },
    {
      code: 'from transformer_lens.model_bridge import TransformerBridge\nTransformerBridge.boot_transformers("gpt2", device="cpu")',
      finds: ['gpt2'],
    },
    {
      code: 'from transformer_lens import HookedTransformer\nHookedTransformer.from_pretrained("solu-1l")\nHookedTransformer(config)',
      finds: [],
    },
  ],
};
