import { ownedOrRoot } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

const isFromHub = {
  key: 'type',
  values: ['HfModel', 'HFModel', 'hfmodel', 'DiffusersModel', 'diffusersmodel'],
};

/** A workflow of Microsoft's Olive: `olive run --config workflow.json`. */
export const format: SettingsFormat = {
  name: 'olive',
  marks: ['passes', 'systems', 'engine', 'evaluators', 'target', 'workflow_id'].map(key => [
    'input_model',
    key,
  ]),
  models: [
    { id: 'input_model.model_path', when: isFromHub, interpret: ownedOrRoot },
    { id: 'input_model.adapter_path', when: isFromHub, interpret: ownedOrRoot },
    // Workflows of older versions put all of it under `config`.
    ...['hf_config.model_name', 'config.hf_config.model_name'].map(path => ({
      id: `input_model.${path}`,
      interpret: ownedOrRoot,
    })),
  ],
  examples: [
    {
      file: 'workflow.json',
      text: '{"input_model": {"type": "HfModel", "model_path": "org/model", "task": "text-generation"}, "passes": {"conversion": {"type": "OnnxConversion"}}}',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'workflow.yaml',
      text: 'input_model:\n  type: HfModel\n  model_path: org/model\n  adapter_path: org/adapter\nsystems:\n  local: {type: LocalSystem}\n',
      finds: ['huggingface:org/model', 'huggingface:org/adapter'],
    },
    {
      file: 'older.json',
      text: '{"input_model": {"type": "PyTorchModel", "config": {"hf_config": {"model_name": "org/model"}}}, "passes": {}}',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'local.json',
      text: '{"input_model": {"type": "ONNXModel", "model_path": "out/model"}, "passes": {}}',
      finds: [],
    },
    {
      file: 'other.json',
      text: '{"input_model": {"type": "HfModel", "model_path": "org/model"}}',
      finds: [],
    },
  ],
};
