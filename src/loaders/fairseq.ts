import { argument, huggingFaceAt, keyword, type Loader, type Target } from './loader.ts';

/** Names the library's models know an archive for. Anything else is a folder. */
const published =
  /^(bart|camembert|conv|dynamicconv|lightconv|gottbert|roberta|transformer|transformer_lm|xlmr|xmod)\.(base|large|xl|xxl|v0|stories|gbw|glu|no_glu|wiki103|wmt\d\d|iwslt\d\d)(\.[\w-]+)*$/;

export const loader: Loader = {
  library: 'fairseq',
  language: 'python',
  modules: ['fairseq'],
  calls: [
    {
      callee: 'load_model_ensemble_and_task_from_hf_hub',
      id: argument(0, 'model_id'),
      interpret: huggingFaceAt,
    },
    {
      callee: 'from_pretrained',
      id: argument(0, 'model_name_or_path'),
      options: { filename: keyword('checkpoint_file') },
      isOftenOther: true,
      interpret: archive,
    },
  ],
  examples: [
    {
      code: 'from fairseq.checkpoint_utils import load_model_ensemble_and_task_from_hf_hub\nload_model_ensemble_and_task_from_hf_hub("facebook/fastspeech2-en-ljspeech", arg_overrides={})',
      finds: ['facebook/fastspeech2-en-ljspeech'],
    },
    {
      code: 'from fairseq.models.transformer import TransformerModel\nTransformerModel.from_pretrained("transformer.wmt19.en-de", checkpoint_file="model1.pt")',
      finds: ['transformer.wmt19.en-de'],
    },
    {
      code: 'from fairseq.models.roberta import RobertaModel\nRobertaModel.from_pretrained("checkpoints/", "model.pt")\nRobertaModel.from_pretrained("my_roberta", checkpoint_file="model.pt")',
      finds: [],
    },
  ],
};

function archive(name: string): Target | undefined {
  return published.test(name) ? { hub: 'library', target: `fairseq/${name}` } : undefined;
}
