import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'groundingdino',
  language: 'python',
  modules: ['groundingdino'],
  calls: [
    { callee: 'get_tokenlizer', id: argument(0, 'text_encoder_type'), additional: 'tokenizer' },
    { callee: 'get_pretrained_language_model', id: argument(0, 'text_encoder_type') },
  ],
  examples: [
    {
      code: 'from groundingdino.util import get_tokenlizer\nget_tokenlizer.get_tokenlizer("bert-base-uncased")\nget_tokenlizer.get_pretrained_language_model(text_encoder_type="roberta-base")',
      finds: ['bert-base-uncased', 'roberta-base'],
    },
    {
      code: 'from groundingdino.util.get_tokenlizer import get_tokenlizer\nget_tokenlizer("bert-base-uncased")',
      finds: ['bert-base-uncased'],
    },
    {
      code: 'from groundingdino.util.inference import load_model\nload_model("config.py", "bert-base-uncased")',
      finds: [],
    },
  ],
};
