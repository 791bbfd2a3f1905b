import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

/** Trainers that take the model as an object or as an id. */
const trainers = [
  ...['SFT', 'DPO', 'KTO', 'GRPO', 'RLOO', 'Reward', 'AsyncGRPO'],
  ...['ORPO', 'CPO', 'BCO', 'GKD', 'OnlineDPO', 'NashMD', 'XPO', 'TPO', 'GOLD', 'MiniLLM'],
].map(name => `${name}Trainer`);

/** What some take second. */
const beside: readonly (readonly [string, readonly string[]])[] = [
  ['ref_model', ['DPO', 'KTO', 'BCO', 'OnlineDPO', 'NashMD', 'XPO']],
  ['reward_funcs', ['GRPO', 'RLOO', 'AsyncGRPO']],
  ['teacher_model', ['GKD', 'GOLD', 'MiniLLM']],
];

export const loader: Loader = {
  library: 'trl',
  language: 'python',
  modules: ['trl'],
  calls: [
    // Mostly the model is an object, loaded elsewhere.
    ...trainers.map(callee => ({ callee, id: argument(0, 'model'), isOftenOther: true })),
    ...beside.flatMap(([argumentName, names]) =>
      names.map(
        (name): LoadingCall => ({
          callee: `${name}Trainer`,
          id: argument(1, argumentName),
          additional: 'model',
        }),
      ),
    ),
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
  ],
  examples: [
    {
      code: 'from trl import SFTTrainer\ntrainer = SFTTrainer(model="Qwen/Qwen2.5-0.5B", train_dataset=data)',
      finds: ['Qwen/Qwen2.5-0.5B'],
    },
    {
      code: 'from trl import DPOTrainer, AutoModelForCausalLMWithValueHead as Policy\npolicy = Policy.from_pretrained("openai-community/gpt2")\nDPOTrainer("trl-lib/Qwen2-0.5B-SFT", args=args)',
      finds: ['openai-community/gpt2', 'trl-lib/Qwen2-0.5B-SFT'],
    },
    {
      code: 'from trl import GKDTrainer, GRPOTrainer\nGRPOTrainer("Qwen/Qwen2-0.5B-Instruct", reward_funcs="trl-lib/reward-model")\nGKDTrainer(model=model, teacher_model="Qwen/Qwen2-1.5B-Instruct")',
      finds: ['Qwen/Qwen2-0.5B-Instruct', 'trl-lib/reward-model', 'Qwen/Qwen2-1.5B-Instruct'],
    },
    {
      code: 'from trl import SFTConfig, SFTTrainer\nargs = SFTConfig(output_dir="out", hub_model_id="me/out")\nSFTTrainer(args=args, train_dataset="trl-lib/Capybara")\nSFTTrainer("./base")',
      finds: [],
    },
  ],
};
