import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const shared: Omit<LoadingCall, 'callee'> = {
  id: argument(
    0,
    'model_name_or_path',
    'pretrained_model_name_or_path',
    'quant_path',
    'model_path',
    'model_id_or_path',
  ),
  revision: keyword('revision'),
  options: {
    trustRemoteCode: keyword('trust_remote_code'),
    useSafetensors: keyword('use_safetensors', 'safetensors'),
    filename: keyword('model_basename', 'quant_filename'),
  },
};

/** AutoGPTQ, its successor GPTQModel and AutoAWQ load what they quantized or are about to quantize. */
export const loader: Loader = {
  library: 'auto-gptq',
  language: 'python',
  modules: ['auto_gptq', 'gptqmodel', 'awq'],
  calls: [
    { ...shared, callee: 'from_quantized' },
    { ...shared, callee: 'from_pretrained' },
    { ...shared, callee: 'GPTQModel.load' },
  ],
  examples: [
    {
      code: 'from auto_gptq import AutoGPTQForCausalLM\nAutoGPTQForCausalLM.from_quantized("TheBloke/Llama-2-7B-GPTQ", device="cuda:0")',
      finds: ['TheBloke/Llama-2-7B-GPTQ'],
    },
    {
      code: 'from awq import AutoAWQForCausalLM\nAutoAWQForCausalLM.from_quantized(quant_path="TheBloke/Mistral-7B-v0.1-AWQ")',
      finds: ['TheBloke/Mistral-7B-v0.1-AWQ'],
    },
    {
      code: 'from gptqmodel import GPTQModel\nGPTQModel.load("ModelCloud/Llama-3.2-1B-gptqmodel-4bit")',
      finds: ['ModelCloud/Llama-3.2-1B-gptqmodel-4bit'],
    },
    {
      code: 'from auto_gptq import AutoGPTQForCausalLM\nAutoGPTQForCausalLM.from_quantized(quantized_dir)\nAutoGPTQForCausalLM.from_quantized("./out")',
      finds: [],
    },
  ],
};
