import {
  type ArgumentPlace,
  argument,
  huggingFace,
  keyword,
  type Loader,
  type LoadingCall,
  type Target,
} from './loader.ts';

export const loader: Loader = {
  library: 'paddlenlp',
  language: 'python',
  modules: ['paddlenlp'],
  calls: [
    ...fromPretrained(argument(0, 'pretrained_model_name_or_path')),
    {
      callee: 'Taskflow',
      id: argument(1, 'model'),
      options: { task: argument(0, 'task') },
      interpret: paddleName,
    },
  ],
  examples: [
    {
      code: 'from paddlenlp.transformers import AutoModel\nAutoModel.from_pretrained("ernie-3.0-base-zh")',
      finds: ['ernie-3.0-base-zh'],
    },
    {
      code: 'from paddlenlp import Taskflow\nfrom paddlenlp.transformers import AutoTokenizer\nTaskflow("information_extraction", model="uie-base")\nAutoTokenizer.from_pretrained("PaddlePaddle/ernie-1.0-base-zh", from_hf_hub=True)',
      finds: ['uie-base', 'PaddlePaddle/ernie-1.0-base-zh'],
    },
    {
      code: 'from paddlenlp.transformers import AutoModel\nAutoModel.from_pretrained("./checkpoint")\nAutoModel.from_pretrained("me/model", from_aistudio=True)',
      finds: [],
    },
  ],
};

/** PaddlePaddle's libraries ask its own store unless told otherwise. */
export function fromPretrained(id: ArgumentPlace): readonly LoadingCall[] {
  const callee = 'from_pretrained';
  return [
    { callee, id, requires: keyword('from_hf_hub') },
    {
      callee,
      id,
      unless: { argument: keyword('from_aistudio'), values: [true] },
      interpret: paddleName,
    },
  ];
}

export function paddleName(name: string): Target | undefined {
  return huggingFace(name) && { hub: 'paddle', target: name };
}
