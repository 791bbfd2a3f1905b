import { argument, keyword, type Loader } from './loader.ts';
import { paddleName } from './targets.ts';

const id = argument(0, 'pretrained_model_name_or_path');

export const loader: Loader = {
  library: 'paddlenlp',
  language: 'python',
  modules: ['paddlenlp'],
  calls: [
    { callee: 'from_pretrained', id, requires: keyword('from_hf_hub') },
    {
      callee: 'from_pretrained',
      id,
      unless: { argument: keyword('from_aistudio'), values: [true] },
      interpret: paddleName,
    },
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
