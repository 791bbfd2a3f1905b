import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'huggingface_sb3',
  language: 'python',
  modules: ['huggingface_sb3'],
  calls: [
    {
      callee: 'load_from_hub',
      id: argument(0, 'repo_id'),
      options: { filename: argument(1, 'filename') },
    },
  ],
  examples: [
    {
      code: 'from huggingface_sb3 import load_from_hub\ncheckpoint = load_from_hub(repo_id="sb3/demo-hf-CartPole-v1", filename="ppo-CartPole-v1.zip")',
      finds: ['sb3/demo-hf-CartPole-v1'],
    },
    {
      code: 'from huggingface_sb3 import package_to_hub\npackage_to_hub(model=model, repo_id="me/ppo-LunarLander-v2", env_id=env)',
      finds: [],
    },
  ],
};
