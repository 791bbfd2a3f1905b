import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'trlx',
  language: 'python',
  modules: ['trlx'],
  calls: [
    { callee: 'train', id: argument(0, 'model_path') },
    { callee: 'ModelConfig', id: argument(0, 'model_path') },
    { callee: 'TokenizerConfig', id: argument(0, 'tokenizer_path'), additional: 'tokenizer' },
  ],
  examples: [
    {
      code: 'import trlx\ntrainer = trlx.train("gpt2", reward_fn=lambda samples, **kwargs: [1])',
      finds: ['gpt2'],
    },
    {
      code: 'import trlx\nfrom trlx.data.configs import ModelConfig, TokenizerConfig, TRLConfig\nconfig = TRLConfig(model=ModelConfig(model_path="lvwerra/gpt2-imdb", num_layers_unfrozen=2), tokenizer=TokenizerConfig(tokenizer_path="org/tokenizer"))\ntrlx.train(reward_fn=score, config=config)',
      finds: ['lvwerra/gpt2-imdb', 'org/tokenizer'],
    },
    { code: 'import trlx\ntrlx.train("./checkpoint")', finds: [] },
  ],
};
