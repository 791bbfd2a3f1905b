import { address, argument, huggingFaceAt, type Loader, type LoadingCall, type Target } from './loader.ts';
import { spacyPipeline, weightsAt } from './targets.ts';

const archives = { isOftenOther: true, interpret: archive };
const pipeline = { isOftenOther: true, interpret: spacyPipeline };
const transformer = { id: argument(0, 'model_name') };

export const loader: Loader = {
  library: 'allennlp',
  language: 'python',
  modules: ['allennlp', 'allennlp_models'],
  calls: [
    { ...archives, callee: 'from_path', id: argument(0, 'archive_path') },
    { ...archives, callee: 'load_archive', id: argument(0, 'archive_file') },
    // It fetches data sets and programs just as well.
    { ...archives, callee: 'cached_path', id: argument(0, 'url_or_filename'), interpret: cachedFile },
    { callee: 'load_predictor', id: argument(0, 'model_id'), interpret: card },
    { ...pipeline, callee: 'get_spacy_model', id: argument(0, 'spacy_model_name') },
    ...['SpacyTokenizer', 'SpacyWordSplitter', 'SpacySentenceSplitter'].map(
      (callee): LoadingCall => ({ ...pipeline, callee, id: argument(0, 'language') }),
    ),
    { ...transformer, callee: 'PretrainedTransformerEmbedder' },
    { ...transformer, callee: 'PretrainedTransformerMismatchedEmbedder' },
    { ...transformer, callee: 'PretrainedTransformerTokenizer' },
    { ...transformer, callee: 'PretrainedTransformerIndexer' },
  ],
  examples: [
    {
      code: 'from allennlp.predictors.predictor import Predictor\nPredictor.from_path("hf://allenai/bidaf-elmo")\nPredictor.from_path("https://storage.googleapis.com/allennlp-public-models/bert-base-srl-2020.11.19.tar.gz")',
      finds: [
        'hf://allenai/bidaf-elmo',
        'https://storage.googleapis.com/allennlp-public-models/bert-base-srl-2020.11.19.tar.gz',
      ],
    },
    {
      code: 'from allennlp_models.pretrained import load_predictor\nfrom allennlp.modules.token_embedders import PretrainedTransformerEmbedder as Embedder\nload_predictor("rc-bidaf")\nEmbedder("roberta-large")',
      finds: ['rc-bidaf', 'roberta-large'],
    },
    {
      code: 'from allennlp.common.util import get_spacy_model\nfrom allennlp.data.tokenizers import SpacyTokenizer\nget_spacy_model("en_core_web_md", True, True, False)\nSpacyTokenizer(language="de_core_news_sm", pos_tags=True)',
      finds: ['en_core_web_md', 'de_core_news_sm'],
    },
    {
      code: 'from allennlp.data.tokenizers.word_splitter import SpacyWordSplitter\nfrom allennlp.data.tokenizers.sentence_splitter import SpacySentenceSplitter\nSpacyWordSplitter(language="en_core_web_sm", pos_tags=True)\nSpacyWordSplitter("fr_core_news_md")\nSpacySentenceSplitter("de_core_news_sm", rule_based=True)',
      finds: ['en_core_web_sm', 'fr_core_news_md', 'de_core_news_sm'],
    },
    {
      code: 'from .splitters import SpacyWordSplitter\nSpacyWordSplitter(language="en_core_web_sm")',
      finds: [],
    },
    {
      code: 'from allennlp.models.archival import load_archive\nload_archive("output/model.tar.gz")\nload_archive(args.path)',
      finds: [],
    },
    {
      code: 'from allennlp.common.file_utils import cached_path\ncached_path("https://example.org/models/lm-2018.tar.gz")\ncached_path("https://example.org/elmo_weights.hdf5")',
      finds: ['https://example.org/models/lm-2018.tar.gz', 'https://example.org/elmo_weights.hdf5'],
    },
    {
      code: 'from allennlp.common.file_utils import cached_path\ncached_path("https://example.org/training.txt")\ncached_path("https://example.org/atis.db")\ncached_path("https://example.org/tools/executor.jar")\ncached_path("https://example.org/datasets/news.tar.gz")',
      finds: [],
    },
  ],
};

/** An address, or `hf://owner/name` with an optional file behind it. */
function archive(path: string): Target | undefined {
  if (!path.startsWith('hf://')) return address(path);
  const [owner = '', name = '', ...below] = path.slice('hf://'.length).split('/');
  const isRoot = below.length === 0 && /\.(bin|json|th|gz)$/.test(name);
  const target = huggingFaceAt(isRoot ? owner : `${owner}/${name}`);
  const filename = isRoot ? name : below.join('/');
  return target && filename ? { ...target, filename } : target;
}

function cachedFile(path: string): Target | undefined {
  return path.startsWith('hf://') ? archive(path) : weightsAt(path);
}

/** A name from the library's own list of models. */
function card(name: string): Target | undefined {
  return /^[a-z]+(-[a-z0-9.]+)+$/.test(name) ? { hub: 'library', target: `allennlp/${name}` } : undefined;
}
