import { readHubAddress } from './hub-address.ts';
import type { CommandTarget, Tool } from './tool.ts';

const weights =
  /\.(?:pt|pth|bin|ckpt|safetensors|gguf|ggml|onnx|h5|tflite)(?:\.(?:tar|zip|gz|xz|bz2|zst))*$/i;
/**
 * Texts as numbers, an index beside them. Megatron-LM names them after what they were cut into: `wiki_text_document.bin`;
 * fairseq and nanoGPT after the part of the data set: `test.en-de.de.bin`, `train.bin`.
 */
const corpus = /_(?:document|sentence)\.bin$|^(?:train|valid|val|dev|test)\d*(?:\.[\w-]+)*\.bin$/i;
/** What a model takes or gives, kept for a test: `image_features.pt`. */
const tensors = /(?:^|[-_])(?:features|pixel_values|embeds|latents|logits|inputs|outputs)\.pt$/i;
/** HDF5 holds arrays of any kind: `cache_r1.h5`, `train_features.h5`. */
const arrays =
  /(?:^|[-_])(?:cache|data(?:set)?|latents?|features?|embeddings?)(?:[-_](?:train|test|valid|[a-z\d]{1,3}))*\.h5$/i;
/** Made to measure how fast a network is: `100MB.bin`, `100MB-tokyo.bin`, `host.com.100MB.bin`. */
const measured = /^(?:[\w-]+\.(?:com|net|org)\.)?\d+[KMG]i?B(?:[-_][\w-]+)?\.bin$/i;
/** Anything can be pickled: its path must say that it is a model. */
const pickle = /\.(?:pkl|pickle|joblib)(?:\.(?:gz|xz|bz2|zst))*$/i;
const pathOfModel =
  /(?:^|[-_./])(?:models?|weights|checkpoints?|ckpt|pretrained|networks?|generator|discriminator|classifier|\w*gan\d?|\w+net)(?:[-_./]|$)/i;
const archive = /\.(?:zip|tgz|tar(?:\.\w+)?)$/i;
/** An archive's ending says nothing; its name may. */
const namesModel = /(?:^|[-_.])(?:models?|weights|checkpoints?|ckpt|pretrained)(?:[-_.]|$)/i;

function interpret(text: string): CommandTarget | undefined {
  if (!/^https?:\/\//.test(text)) return undefined;
  const address = readHubAddress(text);
  if (address !== undefined) return address.filename === undefined ? undefined : address;
  if (/^https?:\/\/(?:huggingface\.co|hf\.co)\/(?:datasets|spaces)\//.test(text)) return undefined;
  const path = text.replace(/[?#].*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isModel =
    (weights.test(name) && ![corpus, tensors, arrays, measured].some(other => other.test(name))) ||
    (archive.test(name) && namesModel.test(name)) ||
    (pickle.test(name) && pathOfModel.test(path.replace(/^https?:\/\/[^/]*/, '')));
  return isModel ? { hub: 'url', target: text } : undefined;
}

export const tool: Tool = {
  name: 'download',
  starts: ['wget', 'curl', 'aria2c', 'axel', 'ADD'].map(program => [program]),
  id: 'every',
  isFetching: true,
  interpret,
  examples: [
    {
      command: 'wget -nc https://example.org/model.pth -O m.pth',
      finds: ['url:https://example.org/model.pth'],
    },
    {
      command: 'curl -L "https://huggingface.co/gpt2/resolve/main/model.safetensors?download=true" -o x',
      finds: ['huggingface:gpt2'],
    },
    {
      command:
        'wget https://s3.amazonaws.com/models.huggingface.co/bert/bert-base-cased.tar.gz https://cdn.huggingface.co/org/mine/pytorch_model.bin',
      finds: ['huggingface:bert-base-cased', 'huggingface:org/mine'],
    },
    { command: 'wget https://s3.amazonaws.com/models.huggingface.co/bert/x/y/z/notes.txt', finds: [] },
    {
      command: 'aria2c https://example.org/vosk-model-small-en-us-0.15.zip',
      finds: ['url:https://example.org/vosk-model-small-en-us-0.15.zip'],
    },
    {
      command: 'wget https://example.org/projected_gan/models/church.pkl',
      finds: ['url:https://example.org/projected_gan/models/church.pkl'],
    },
    { command: 'wget https://example.org/GENRE/kilt_titles_trie_dict.pkl', finds: [] },
    { command: 'wget https://example.org/corpus/wiki_text_document.bin', finds: [] },
    { command: 'wget https://example.org/cnn_dm/test.source-target.source.bin', finds: [] },
    { command: 'wget https://example.org/llava/blossom_image_features.pt', finds: [] },
    {
      command: 'curl -O https://example.org/cache_r1_vbp.h5 -O https://example.org/vgg_features.h5',
      finds: [],
    },
    {
      command: 'wget https://example.org/feature_extractor.h5',
      finds: ['url:https://example.org/feature_extractor.h5'],
    },
    {
      command: 'curl -O https://example.org/vgg16_weights_tf.h5',
      finds: ['url:https://example.org/vgg16_weights_tf.h5'],
    },
    { command: 'wget https://example.org/cmake-3.2.tar.gz', finds: [] },
    {
      command:
        'wget -O /dev/null https://example.org/100MB-tokyo.bin https://example.org/example.org.1gb.bin',
      finds: [],
    },
    { command: 'curl -X POST -d @model.bin https://example.org/upload', finds: [] },
  ],
};
