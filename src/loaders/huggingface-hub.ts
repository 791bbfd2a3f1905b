import { argument, huggingFaceAt, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

/** Functions that are methods of `HfApi` too. */
const shared: Omit<LoadingCall, 'callee'> = {
  isMethod: true,
  id: argument(0, 'repo_id'),
  revision: keyword('revision'),
  options: { localFilesOnly: keyword('local_files_only') },
  unless: { argument: keyword('repo_type'), values: ['dataset', 'space'] },
};
const file = { ...shared, options: { ...shared.options, filename: argument(1, 'filename') } };

/** What a client of hosted inference can be asked, each time with a model of its own. */
const tasks =
  `audio_classification audio_to_audio automatic_speech_recognition chat_completion chat.completions.create
  conversational document_question_answering feature_extraction fill_mask image_classification image_segmentation
  image_to_image image_to_text image_to_video object_detection question_answering sentence_similarity summarization
  table_question_answering tabular_classification tabular_regression text_classification text_generation text_to_image
  text_to_speech text_to_video token_classification translation visual_question_answering zero_shot_classification
  zero_shot_image_classification`.split(/\s+/);

const fileSystem = ['open', 'cat_file', 'read_text', 'read_bytes', 'get', 'get_file', 'download'];

export const loader: Loader = {
  library: 'huggingface_hub',
  language: 'python',
  modules: ['huggingface_hub'],
  calls: [
    { ...file, callee: 'hf_hub_download' },
    { ...file, callee: 'hf_hub_url' },
    { ...file, callee: 'cached_download' },
    { ...file, callee: 'try_to_load_from_cache' },
    { ...shared, callee: 'snapshot_download' },
    { ...shared, callee: 'from_pretrained_keras', id: argument(0, 'pretrained_model_name_or_path') },
    { ...shared, callee: 'from_pretrained_fastai' },
    // Classes that mix in ModelHubMixin.
    { ...shared, callee: 'from_pretrained', id: argument(0, 'pretrained_model_name_or_path') },
    { callee: 'InferenceClient', id: argument(0, 'model') },
    { callee: 'AsyncInferenceClient', id: argument(0, 'model') },
    // What it was before.
    { callee: 'InferenceApi', id: argument(0, 'repo_id') },
    ...tasks.map(callee => ({ callee, isMethod: true, id: keyword('model') })),
    ...fileSystem.map(name => ({
      callee: `HfFileSystem.().${name}`,
      isMethod: true,
      id: argument(0, 'path', 'rpath'),
      revision: keyword('revision'),
      isOftenOther: true,
      interpret: repositoryPath,
    })),
  ],
  examples: [
    {
      code: 'from huggingface_hub import hf_hub_download\nhf_hub_download(repo_id="ggml-org/models", filename="tiny.gguf")',
      finds: ['ggml-org/models'],
    },
    {
      code: 'from huggingface_hub import HfApi, snapshot_download as fetch\nfetch("bigscience/bloom-560m")\nHfApi().snapshot_download("bigscience/bloom-1b1")',
      finds: ['bigscience/bloom-560m', 'bigscience/bloom-1b1'],
    },
    {
      code: 'from huggingface_hub import InferenceClient\nclient = InferenceClient("HuggingFaceH4/zephyr-7b-beta")\nclient.text_generation("Hi", model="bigcode/starcoder")\nclient.chat.completions.create(model="Qwen/Qwen3-4B", messages=[])',
      finds: ['HuggingFaceH4/zephyr-7b-beta', 'bigcode/starcoder', 'Qwen/Qwen3-4B'],
    },
    {
      code: 'from torch import nn\nfrom huggingface_hub import HfFileSystem, PyTorchModelHubMixin\nclass Net(nn.Module, PyTorchModelHubMixin):\n    pass\nNet.from_pretrained("ghost/net")\nHfFileSystem().open("openai-community/gpt2@main/config.json")',
      finds: ['ghost/net', 'openai-community/gpt2@main/config.json'],
    },
    {
      code: 'from huggingface_hub.inference_api import InferenceApi\nimport huggingface_hub as hub\nInferenceApi(repo_id="deepset/roberta-base-squad2", token=token)\nhub.InferenceApi("ghost/net", "fill-mask")',
      finds: ['deepset/roberta-base-squad2', 'ghost/net'],
    },
    {
      code: 'from huggingface_hub import try_to_load_from_cache\nfrom transformers.utils import try_to_load_from_cache as find\ntry_to_load_from_cache("Qwen/Qwen-VL-Chat", "SimSun.ttf")\ntry_to_load_from_cache(repo_id="org/data", filename="x", repo_type="dataset")\nfind("Qwen/Qwen3-4B", "config.json")',
      finds: ['Qwen/Qwen-VL-Chat', 'Qwen/Qwen3-4B'],
    },
    {
      code: 'from huggingface_hub import hf_hub_download\nhf_hub_download("org/plates", "license-plate.pt")\nhf_hub_download("org/page", "README.md")\nhf_hub_download("org/terms", filename="LICENSE.txt")',
      finds: ['org/plates'],
    },
    {
      code: 'from huggingface_hub import HfFileSystem, InferenceClient, hf_hub_download\nhf_hub_download("squad", "train.json", repo_type="dataset")\nHfFileSystem().open("datasets/rajpurkar/squad/README.md")\nInferenceClient(model="https://my.endpoint")',
      finds: [],
    },
  ],
};

/** `owner/name@revision/file`; what begins with `datasets/` or `spaces/` is no model. */
function repositoryPath(path: string): Target | undefined {
  const [owner = '', name = '', ...below] = path.replace(/^hf:\/\//, '').split('/');
  const target = below.length > 0 ? huggingFaceAt(`${owner}/${name}`) : undefined;
  const isOther = owner === 'datasets' || owner === 'spaces' || owner === 'buckets';
  return target && !isOther ? { ...target, filename: below.join('/') } : undefined;
}
