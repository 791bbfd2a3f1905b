import { argument, keyword, type Loader } from './loader.ts';

const options = {
  trustRemoteCode: keyword('trust_remote_code'),
  localFilesOnly: keyword('local_files_only'),
};
const shared = { revision: keyword('revision'), options };

export const loader: Loader = {
  library: 'optimum',
  language: 'python',
  modules: ['optimum'],
  calls: [
    {
      ...shared,
      callee: 'from_pretrained',
      id: argument(0, 'model_id', 'pretrained_model_name_or_path', 'model_name_or_path'),
    },
    {
      ...shared,
      callee: 'pipeline',
      id: argument(1, 'model'),
      options: { ...options, task: argument(0, 'task') },
    },
    { ...shared, callee: 'main_export', id: argument(0, 'model_name_or_path') },
    { ...shared, callee: 'get_model_from_task', id: argument(1, 'model_name_or_path') },
  ],
  examples: [
    {
      code: 'from optimum.onnxruntime import ORTModelForSequenceClassification as Model\nModel.from_pretrained("distilbert/distilbert-base-uncased", export=True)',
      finds: ['distilbert/distilbert-base-uncased'],
    },
    {
      code: 'from optimum.intel import OVModelForCausalLM\nOVModelForCausalLM.from_pretrained(model_id="OpenVINO/phi-2-int4-ov")',
      finds: ['OpenVINO/phi-2-int4-ov'],
    },
    {
      code: 'from optimum.onnxruntime import ORTModelForCausalLM\nORTModelForCausalLM.from_pretrained("./exported")',
      finds: [],
    },
  ],
};
