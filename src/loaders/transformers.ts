import {
  argument,
  hubFile,
  huggingFace,
  keyword,
  type Loader,
  type LoadingCall,
  property,
  type Target,
} from './loader.ts';
import { owned, ownedOrRoot } from './targets.ts';

const options = {
  trustRemoteCode: keyword('trust_remote_code'),
  useSafetensors: keyword('use_safetensors'),
  weightsOnly: keyword('weights_only'),
  localFilesOnly: keyword('local_files_only'),
};
const shared = { revision: keyword('revision'), options };

/** Classes that join two published models into one. */
const pair = (callee: string, first: string, second: string): readonly LoadingCall[] =>
  [first, second].map((part, position) => ({
    callee,
    id: argument(position, `${part}_pretrained_model_name_or_path`, `${part}_model_name_or_path`),
    ...(position === 0 ? {} : { additional: 'model' }),
  }));

export const loader: Loader = {
  library: 'transformers',
  language: 'python',
  // It was called by the other names before its second version.
  modules: ['transformers', 'pytorch_transformers', 'pytorch_pretrained_bert'],
  calls: [
    {
      ...shared,
      callee: 'from_pretrained',
      isDistinctive: true,
      id: argument(0, 'pretrained_model_name_or_path', 'pretrained_model_name', 'model_id'),
      // Versions before the fifth also took the address of a file.
      interpret: id => huggingFace(id) ?? hubFile(id),
    },
    {
      ...shared,
      callee: 'pipeline',
      id: argument(1, 'model'),
      options: { ...options, task: argument(0, 'task') },
    },
    ...['config', 'tokenizer', 'feature_extractor', 'image_processor', 'processor'].map(
      (name): LoadingCall => ({ ...shared, callee: 'pipeline', id: keyword(name), additional: 'tokenizer' }),
    ),
    { ...shared, callee: 'pipeline', id: keyword('assistant_model'), additional: 'model' },
    // `transformers.convert_graph_to_onnx.convert(framework, model)`.
    { callee: 'convert_graph_to_onnx.convert', id: argument(1, 'model') },
    { callee: 'convert_graph_to_onnx.convert', id: keyword('tokenizer'), additional: 'tokenizer' },
    { callee: 'convert_graph_to_onnx.load_graph_from_args', id: argument(2, 'model') },
    // `PyTorchBenchmark(args)` loads what its command line was given.
    ...['PyTorchBenchmark', 'TensorFlowBenchmark'].map(
      (callee): LoadingCall => ({ callee, id: property(0, 'models'), interpret: ownedOrRoot }),
    ),
    ...['PyTorchBenchmark', 'TensorFlowBenchmark'].map(
      (callee): LoadingCall => ({ callee, id: keyword('args.models'), interpret: ownedOrRoot }),
    ),
    ...['PyTorchBenchmarkArguments', 'TensorFlowBenchmarkArguments'].map(
      // Where configurations are given too, the names say which is which.
      (callee): LoadingCall => ({ callee, id: keyword('models'), interpret: ownedOrRoot }),
    ),
    ...pair('from_encoder_decoder_pretrained', 'encoder', 'decoder'),
    ...pair('from_vision_text_pretrained', 'vision', 'text'),
    ...pair('from_text_audio_pretrained', 'text', 'audio'),
    ...pair('from_text_vision_pretrained', 'text', 'vision'),
    ...pair('from_sub_models_pretrained', 'text_encoder', 'audio_encoder'),
    ...pair('from_pretrained_question_encoder_generator', 'question_encoder', 'generator'),
    // Early versions of this class took two models.
    {
      callee: 'EncoderDecoderModel.from_pretrained',
      id: argument(1, 'decoder_pretrained_model_name_or_path'),
      additional: 'model',
    },
    {
      ...shared,
      callee: 'load_adapter',
      isMethod: true,
      id: argument(0, 'peft_model_id'),
      unless: { argument: keyword('source'), values: ['ah'] },
      interpret: owned,
    },
    { ...shared, callee: 'cached_file', id: argument(0, 'path_or_repo_id') },
    { ...shared, callee: 'get_file_from_repo', id: argument(0, 'path_or_repo') },
    // Handed on from huggingface_hub.
    { ...shared, callee: 'utils.try_to_load_from_cache', id: argument(0, 'repo_id') },
    { ...shared, callee: 'hub.try_to_load_from_cache', id: argument(0, 'repo_id') },
    // The first argument is a task or a Space with the tool's code; the model it uses stands beside it.
    { callee: 'load_tool', id: argument(1, 'model_repo_id') },
    { callee: 'Agent', id: keyword('model'), isOftenOther: true },
    { callee: 'HfApiEngine', id: argument(0, 'model') },
    { callee: 'HfEngine', id: argument(0, 'model') },
    { callee: 'HfAgent', id: argument(0, 'url_endpoint'), interpret: endpoint },
  ],
  examples: [
    {
      code: 'from transformers import AutoModel\nAutoModel.from_pretrained("google-bert/bert-base-uncased")',
      finds: ['google-bert/bert-base-uncased'],
    },
    {
      code: 'from pytorch_transformers import XLNetModel\nfrom pytorch_pretrained_bert.tokenization import BertTokenizer\nXLNetModel.from_pretrained("org/xlnet")\nBertTokenizer.from_pretrained("bert-base-uncased")',
      finds: ['org/xlnet', 'bert-base-uncased'],
    },
    {
      code: 'from transformers import GenerationConfig\nGenerationConfig.from_pretrained(pretrained_model_name="openai-community/gpt2")',
      finds: ['openai-community/gpt2'],
    },
    {
      code: 'from transformers import BertConfig, BertModel, BertTokenizer\nBertConfig.from_pretrained("https://s3.amazonaws.com/models.huggingface.co/bert/bert-base-cased-config.json")\nBertTokenizer.from_pretrained("https://s3.amazonaws.com/models.huggingface.co/bert/org/mine/vocab.txt")\nBertModel.from_pretrained("https://cdn.huggingface.co/org/mine/pytorch_model.bin")\nBertModel.from_pretrained("https://example.org/mine/pytorch_model.bin")',
      finds: [
        'https://s3.amazonaws.com/models.huggingface.co/bert/bert-base-cased-config.json',
        'https://s3.amazonaws.com/models.huggingface.co/bert/org/mine/vocab.txt',
        'https://cdn.huggingface.co/org/mine/pytorch_model.bin',
      ],
    },
    {
      code: 'import transformers as t\npipe = t.pipeline("summarization", model="facebook/bart-large-cnn")',
      finds: ['facebook/bart-large-cnn'],
    },
    {
      code: 'from transformers import EncoderDecoderModel, pipeline\npipeline("ner", model="dslim/bert-base-NER", tokenizer="google-bert/bert-base-cased")\nEncoderDecoderModel.from_encoder_decoder_pretrained("bert-base-uncased", "gpt2")',
      finds: ['dslim/bert-base-NER', 'google-bert/bert-base-cased', 'bert-base-uncased', 'gpt2'],
    },
    {
      code: 'from transformers import load_tool, HfAgent\nload_tool("text-to-speech", model_repo_id="microsoft/speecht5_tts")\nHfAgent("https://api-inference.huggingface.co/models/bigcode/starcoder")',
      finds: ['microsoft/speecht5_tts', 'https://api-inference.huggingface.co/models/bigcode/starcoder'],
    },
    {
      code: 'from transformers import RagModel, PyTorchBenchmarkArguments, pipeline\nRagModel.from_pretrained_question_encoder_generator("facebook/dpr-question_encoder-single-nq-base", "facebook/bart-large")\nPyTorchBenchmarkArguments(models=["sshleifer/tiny-gpt2"], training=False)\npipeline("ner", model="org/ner", tokenizer=("org/tokenizer", {"use_fast": False}))',
      finds: [
        'facebook/dpr-question_encoder-single-nq-base',
        'facebook/bart-large',
        'sshleifer/tiny-gpt2',
        'org/ner',
        'org/tokenizer',
      ],
    },
    {
      code: 'from transformers import convert_graph_to_onnx\nfrom transformers.convert_graph_to_onnx import convert\nconvert(framework="pt", model="bert-base-cased", output="bert.onnx", opset=11)\nconvert_graph_to_onnx.convert("pt", "gpt2", "out.onnx", 11)',
      finds: ['bert-base-cased', 'gpt2'],
    },
    {
      code: 'from transformers import AutoModel\nAutoModel.from_pretrained("stepfun-ai/step3")',
      finds: ['stepfun-ai/step3'],
    },
    {
      code: 'from transformers import AutoModel, load_tool\nAutoModel.from_pretrained("./checkpoints/best")\nAutoModel.from_pretrained("weights/best.pt").load_adapter("ner_32")\nload_tool("m-ric/text-to-image")\nfor name in ["gpt-4o-mini", "claude-2", "models/mine", "outputs/sft", "saved_dir/last", "mine/checkpoint-100", "mine/epoch-2-step-5602"]:\n    AutoModel.from_pretrained(name)',
      finds: [],
    },
    {
      code: 'from transformers import AutoModel\nfor name in ["openai/gpt-4-turbo", "anthropic/claude-3-opus", "path-to-your-model", "Your_Llama_Path", "xxx-base", "org/does-not-exist"]:\n    AutoModel.from_pretrained(name)\nAutoModel.from_pretrained("openai/gpt-oss-20b")',
      finds: ['openai/gpt-oss-20b'],
    },
  ],
};

/** The address of hosted inference, which ends in the model's id. */
function endpoint(url: string): Target | undefined {
  const [, id] = /^https:\/\/api-inference\.huggingface\.co\/models\/(.+)$/.exec(url) ?? [];
  return id === undefined ? undefined : huggingFace(id);
}
