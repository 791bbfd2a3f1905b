import { argument, type Loader, property } from './loader.ts';

export const loader: Loader = {
  library: 'groundingdino',
  language: 'python',
  // Its repository, which lies beside the code under its own name where nobody installed it.
  modules: ['groundingdino', 'GroundingDINO'],
  calls: [
    { callee: 'get_tokenlizer', id: argument(0, 'text_encoder_type'), additional: 'tokenizer' },
    { callee: 'get_pretrained_language_model', id: argument(0, 'text_encoder_type') },
    // It builds what its settings say, which are a file of Python.
    { callee: 'build_model', id: property(0, 'text_encoder_type') },
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
    {
      code: 'from argparse import Namespace\nfrom GroundingDINO.groundingdino.models import build_model\nargs = Namespace(backbone="swin_T_224_1k", text_encoder_type="bert-base-uncased")\nbuild_model(args)',
      finds: ['bert-base-uncased'],
    },
  ],
};
