import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { owned } from './targets.ts';

const adapter: Omit<LoadingCall, 'callee'> = {
  isMethod: true,
  id: argument(0, 'adapter_name_or_path'),
  revision: argument(2, 'version'),
  options: { useSafetensors: keyword('use_safetensors') },
  // Names of AdapterHub's own, now archived collection.
  unless: { argument: keyword('source'), values: ['ah'] },
  interpret: owned,
};

export const loader: Loader = {
  library: 'adapters',
  language: 'python',
  modules: ['adapters'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { trustRemoteCode: keyword('trust_remote_code'), useSafetensors: keyword('use_safetensors') },
    },
    { ...adapter, callee: 'load_adapter' },
    { ...adapter, callee: 'load_adapter_setup', id: argument(0, 'adapter_setup_name_or_path') },
  ],
  examples: [
    {
      code: 'from adapters import AutoAdapterModel\nmodel = AutoAdapterModel.from_pretrained("FacebookAI/roberta-base")\nmodel.load_adapter("AdapterHub/roberta-base-pf-imdb", set_active=True)',
      finds: ['FacebookAI/roberta-base', 'AdapterHub/roberta-base-pf-imdb'],
    },
    {
      code: 'from adapters import AutoAdapterModel\nmodel = AutoAdapterModel.from_pretrained(path)\nmodel.load_adapter("sentiment/sst-2@ukp", source="ah")\nmodel.load_adapter("ner_32")',
      finds: [],
    },
  ],
};
