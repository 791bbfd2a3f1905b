import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const adapter: Omit<LoadingCall, 'callee'> = {
  id: argument(1, 'model_id'),
  revision: keyword('revision'),
  options: {
    trustRemoteCode: keyword('trust_remote_code'),
    useSafetensors: keyword('use_safetensors'),
    localFilesOnly: keyword('local_files_only'),
  },
};
const whole: Omit<LoadingCall, 'callee'> = { ...adapter, id: argument(0, 'pretrained_model_name_or_path') };

export const loader: Loader = {
  library: 'peft',
  language: 'python',
  modules: ['peft'],
  calls: [
    ...['PeftConfig', 'LoraConfig', 'PeftConfigMixin'].map(name => ({
      ...whole,
      callee: `${name}.from_pretrained`,
    })),
    ...[
      '',
      'ForCausalLM',
      'ForSeq2SeqLM',
      'ForSequenceClassification',
      'ForTokenClassification',
      'ForQuestionAnswering',
      'ForFeatureExtraction',
    ].flatMap(task => [
      { ...whole, callee: `AutoPeftModel${task}.from_pretrained` },
      { ...adapter, callee: `PeftModel${task}.from_pretrained` },
    ]),
    { ...adapter, callee: 'PeftMixedModel.from_pretrained' },
    { callee: 'check_if_peft_model', id: argument(0, 'model_name_or_path') },
    { ...adapter, callee: 'load_adapter', id: argument(0, 'model_id'), isMethod: true },
  ],
  examples: [
    {
      code: 'from peft import PeftModel\nmodel = PeftModel.from_pretrained(base, "tloen/alpaca-lora-7b")',
      finds: ['tloen/alpaca-lora-7b'],
    },
    {
      code: 'from peft import AutoPeftModelForCausalLM\nAutoPeftModelForCausalLM.from_pretrained("ybelkada/opt-350m-lora")',
      finds: ['ybelkada/opt-350m-lora'],
    },
    { code: 'from peft import PeftModel\nmodel = PeftModel.from_pretrained(base, output_dir)', finds: [] },
  ],
};
