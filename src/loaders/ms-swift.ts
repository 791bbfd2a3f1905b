import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { modelScope, owned } from './targets.ts';

const engines = ['PtEngine', 'TransformersEngine', 'VllmEngine', 'SglangEngine', 'LmdeployEngine'];
const settings = [
  'Base',
  'Train',
  'Pretrain',
  'Sft',
  'RLHF',
  'Infer',
  'Deploy',
  'Rollout',
  'App',
  'WebUI',
  'Eval',
  'Export',
  'Sampling',
].map(kind => `${kind}Arguments`);

const calls: readonly LoadingCall[] = [
  ...[...engines, 'get_model_tokenizer', 'get_model_processor', 'safe_snapshot_download'].map(callee => ({
    callee,
    id: argument(0, 'model_id_or_path'),
    revision: keyword('revision'),
  })),
  ...settings.map(callee => ({
    callee,
    id: keyword('model', 'model_id_or_path'),
    revision: keyword('model_revision'),
  })),
  ...['ref_model', 'reward_model', 'teacher_model'].map(name => ({
    callee: 'RLHFArguments',
    id: keyword(name),
    revision: keyword(`${name}_revision`),
    additional: 'model' as const,
  })),
];

/** Models come from ModelScope unless the run is told otherwise. */
export const loader: Loader = {
  library: 'ms-swift',
  language: 'python',
  modules: ['swift'],
  calls: [
    ...calls.map(
      (call): LoadingCall => ({
        ...call,
        unless: { argument: keyword('use_hf'), values: [true] },
        interpret: modelScope,
      }),
    ),
    ...calls.map((call): LoadingCall => ({ ...call, requires: keyword('use_hf'), interpret: owned })),
  ],
  examples: [
    {
      code: 'from swift.llm import PtEngine, InferArguments, infer_main\nPtEngine("Qwen/Qwen2.5-7B-Instruct", max_batch_size=2)\ninfer_main(InferArguments(model="OpenGVLab/InternVL2-8B"))',
      finds: ['Qwen/Qwen2.5-7B-Instruct', 'OpenGVLab/InternVL2-8B'],
    },
    {
      code: 'from swift.llm import SftArguments, get_model_tokenizer\nSftArguments(model_type="qwen-7b-chat", model_id_or_path="qwen/Qwen-7B-Chat")\nget_model_tokenizer("qwen-7b-chat")',
      finds: ['qwen/Qwen-7B-Chat'],
    },
    {
      code: 'from swift.llm import TrainArguments\nTrainArguments(model="./output/checkpoint-100")',
      finds: [],
    },
  ],
};
