import type { Lookup, WeightFormat } from '../model/record.ts';
import type { ModelReference, OptionValue } from '../model/reference.ts';
import { defineRule, type RuleVerdict } from './rule.ts';
import { turnSwitch } from './support/edits.ts';
import { isPublished } from './support/publication.ts';
import { asOf, plain, shownId } from './support/words.ts';

type Message = 'safetensorsOff' | 'weightsOnlyOff' | 'pickleFile' | 'onlyPickle';

export const rule = defineRule({
  id: 'unsafe-weights',
  severity: 'warning',
  summary: 'The weights come as pickle, which can run code when they are read.',
  rationale:
    'A pickle is a program: reading it can run anything. Safetensors holds numbers only. Load safetensors, or keep `weights_only=True`, which lets PyTorch read tensors and nothing else.',
  messages: {
    safetensorsOff: "'{id}' is loaded with safetensors switched off, so pickled weights can run code.",
    weightsOnlyOff: "'{id}' is loaded with weights_only switched off, so its pickle can run code.",
    pickleFile: "The file '{file}' of '{id}' is a pickle, which can run code when it is read.",
    onlyPickle:
      "'{id}' offers its PyTorch weights only as pickle{since}, which can run code when it is read.",
  },
  examples: [
    {
      title: 'Safetensors switched off',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased", use_safetensors=False)
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ safetensorsOff
`,
      models: { 'google-bert/bert-base-uncased': {} },
    },
    {
      title: 'A pickled file',
      code: `from huggingface_hub import hf_hub_download
path = hf_hub_download(repo_id="someone/model", filename="weights.pt")
#                               ^^^^^^^^^^^^^ pickleFile
`,
      models: { 'someone/model': {} },
    },
    {
      title: 'A repository with nothing but pickle',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
#                                  ^^^^^^^^^^^^^ onlyPickle
`,
      models: { 'someone/model': { weightFormats: ['pickle'] } },
    },
    {
      title: 'Safetensors beside pickle',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
`,
      models: { 'someone/model': { weightFormats: ['pickle', 'safetensors'] } },
    },
    {
      title: 'ONNX beside pickle: PyTorch reads the pickle',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
#                                  ^^^^^^^^^^^^^ onlyPickle
`,
      models: { 'someone/model': { weightFormats: ['pickle', 'onnx'] } },
    },
    {
      title: 'Transformers.js reads ONNX only',
      language: 'typescript',
      code: `import { pipeline } from '@huggingface/transformers';
const pipe = await pipeline('fill-mask', 'someone/model');
`,
      models: { 'someone/model': { weightFormats: ['pickle'] } },
    },
    {
      title: 'TensorFlow reads weights of its own',
      code: `from transformers import TFAutoModel
model = TFAutoModel.from_pretrained("someone/model")
`,
      models: { 'someone/model': { weightFormats: ['pickle'] } },
    },
    {
      title: 'A tokenizer brings no weights',
      code: `from transformers import AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained("someone/model")
`,
      models: { 'someone/model': { weightFormats: ['pickle'] } },
    },
  ],
  isAboutCall: true,
  check({ reference, lookup }) {
    if (!isPublished(reference, lookup)) return [];
    const said = [...switchedOff(reference), ...pickleFile(reference, lookup)];
    return said.length > 0 ? said : onlyPickle(reference, lookup);
  },
});

type Verdicts = readonly RuleVerdict<Message>[];

function switchedOff(reference: ModelReference): Verdicts {
  const { useSafetensors, weightsOnly } = reference.options;
  return [
    ...switchVerdict('safetensorsOff', 'Use safetensors', useSafetensors, reference),
    ...switchVerdict('weightsOnlyOff', 'Read weights only', weightsOnly, reference),
  ];
}

function switchVerdict(
  message: Message,
  title: string,
  option: OptionValue<boolean> | undefined,
  reference: ModelReference,
): Verdicts {
  if (option?.value !== false) return [];
  return [
    {
      message,
      data: { id: shownId(reference) },
      related: [{ message: 'It is switched off here.', range: option.range }],
      fixes: turnSwitch(option, reference, title, true),
    },
  ];
}

function pickleFile(reference: ModelReference, lookup: Lookup): Verdicts {
  const { filename, weightsOnly } = reference.options;
  if (filename === undefined || weightsOnly !== undefined) return [];
  if (!isPickle(filename.value, formatsOf(lookup))) return [];
  return [
    {
      message: 'pickleFile',
      data: { id: shownId(reference), file: plain(filename.value) },
      related: [{ message: 'The file is named here.', range: filename.range }],
    },
  ];
}

/** Converted models use `.bin` for formats of their own: ggml, OpenVINO, and `model.bin` of CTranslate2 and fastText. */
function isPickle(file: string, formats: readonly WeightFormat[]): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(?:pt|pth|ckpt|pkl|pickle|joblib)$/.test(name)) return true;
  if (!name.endsWith('.bin') || /^(?:ggml|openvino)/.test(name)) return false;
  return name !== 'model.bin' || formats.includes('pickle');
}

/** What a download of the whole repository may be for instead. */
const otherFormats: readonly WeightFormat[] = ['gguf', 'onnx', 'openvino', 'coreml'];

function onlyPickle(reference: ModelReference, lookup: Lookup): Verdicts {
  const formats = formatsOf(lookup);
  if (lookup.state !== 'found' || !formats.includes('pickle') || formats.includes('safetensors')) return [];
  const { filename, weightsOnly } = reference.options;
  if (reference.weights !== 'pytorch' || filename !== undefined || weightsOnly?.value === true) return [];
  if (!readsPickle(reference, formats)) return [];
  const data = { id: shownId(reference), since: asOf(lookup.from, lookup.at) };
  return [{ message: 'onlyPickle', data, severity: 'information' }];
}

/** A library that loads with PyTorch takes the pickle, whatever lies beside it for others. */
function readsPickle({ loader }: ModelReference, formats: readonly WeightFormat[]): boolean {
  if (loader?.startsWith('transformers.js.')) return false;
  return !loader?.startsWith('huggingface_hub.') || !formats.some(format => otherFormats.includes(format));
}

function formatsOf(lookup: Lookup): readonly WeightFormat[] {
  return (lookup.state === 'found' && lookup.record.weightFormats) || [];
}
