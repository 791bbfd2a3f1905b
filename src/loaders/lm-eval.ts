import { argument, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

const made = { id: argument(0, 'arg_string'), isOftenOther: true, interpret: pretrained };

export const loader: Loader = {
  library: 'lm-eval',
  language: 'python',
  modules: ['lm_eval'],
  calls: [
    { callee: 'simple_evaluate', id: argument(1, 'model_args'), isOftenOther: true, interpret: pretrained },
    { callee: 'simple_evaluate', id: keyword('model_args.pretrained'), isOftenOther: true },
    ...['HFLM', 'VLLM'].map(model => ({ ...made, callee: `${model}.create_from_arg_string` })),
    { ...made, callee: 'get_model.().create_from_arg_string', isMethod: true },
    ...['HFLM', 'VLLM', 'NEURON_HF', 'SparseMLLM'].map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'pretrained'), interpret: ownedOrRoot }),
    ),
  ],
  examples: [
    {
      code: 'import lm_eval\nfrom lm_eval.models.huggingface import HFLM\nlm_eval.simple_evaluate(model="hf", model_args="pretrained=EleutherAI/pythia-160m,dtype=float", tasks=["arc"])\nHFLM(pretrained="gpt2")\nlm_eval.simple_evaluate(model="hf", model_args={"pretrained": "org/model"})',
      finds: ['pretrained=EleutherAI/pythia-160m,dtype=float', 'gpt2', 'org/model'],
    },
    {
      code: 'import lm_eval\nfrom lm_eval.api.registry import get_model\nfrom lm_eval.models.huggingface import HFLM\nlm_eval.models.get_model("hf").create_from_arg_string("pretrained=EleutherAI/pythia-160m,dtype=float")\nget_model(kind).create_from_arg_string("pretrained=gpt2")\nHFLM.create_from_arg_string("pretrained=org/model")\nlm_eval.models.get_model("gpt3").create_from_arg_string("engine=davinci")',
      finds: ['pretrained=EleutherAI/pythia-160m,dtype=float', 'pretrained=gpt2', 'pretrained=org/model'],
    },
    {
      code: 'import lm_eval\nlm_eval.simple_evaluate(model="openai-completions", model_args="engine=davinci", tasks=["arc"])\nlm_eval.simple_evaluate(model=lm, tasks=["arc"])',
      finds: [],
    },
  ],
};

/** `pretrained=owner/name,revision=main,dtype=float`. */
function pretrained(written: string): Target | undefined {
  const values = new Map(written.split(',').map(part => part.split('=') as [string, string | undefined]));
  const target = ownedOrRoot(values.get('pretrained') ?? '');
  const revision = values.get('revision');
  return target && revision !== undefined ? { ...target, revision } : target;
}
