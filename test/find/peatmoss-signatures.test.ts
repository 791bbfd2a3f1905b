import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayLoadModels } from '../../src/find/prefilter.ts';
import { findInText } from '../support/find-in-text.ts';

interface Usage {
  readonly code: string;
  /** Hub and target of each model the code loads, in source order. */
  readonly loads: readonly string[];
}

const fixture = path.join(import.meta.dirname, '../fixtures/peatmoss-signatures.json');
const signatures = JSON.parse(readFileSync(fixture, 'utf8')) as readonly (readonly [string, string])[];

/** How code uses each library, as its own documentation shows it. */
const usages = new Map<string, Usage>([
  ['spacy load', one('import spacy\nspacy.load("en_core_web_sm")', 'spacy:en_core_web_sm')],
  [
    'transformers from_pretrained',
    hub(
      'from transformers import AutoModel\nAutoModel.from_pretrained("ID")',
      'google-bert/bert-base-uncased',
    ),
  ],
  [
    'transformers pipeline',
    hub(
      'from transformers import pipeline\npipeline("fill-mask", model="ID")',
      'distilbert/distilroberta-base',
    ),
  ],
  [
    'allennlp from_path',
    hub('from allennlp.predictors import Predictor\nPredictor.from_path("hf://ID")', 'allenai/bidaf-elmo'),
  ],
  [
    'asteroid from_pretrained',
    hub(
      'from asteroid.models import BaseModel\nBaseModel.from_pretrained("ID")',
      'JorisCos/ConvTasNet_Libri2Mix_sepclean_8k',
    ),
  ],
  [
    'espnet2 from_pretrained',
    hub(
      'from espnet2.bin.tts_inference import Text2Speech\nText2Speech.from_pretrained("ID")',
      'espnet/kan-bayashi_ljspeech_vits',
    ),
  ],
  [
    'nemo from_pretrained',
    hub(
      'import nemo.collections.asr as nemo_asr\nnemo_asr.models.ASRModel.from_pretrained("ID")',
      'nvidia/stt_en_conformer_ctc_large',
    ),
  ],
  [
    'paddlenlp from_pretrained',
    hub(
      'from paddlenlp.transformers import AutoModel\nAutoModel.from_pretrained("ID", from_hf_hub=True)',
      'PaddlePaddle/ernie-1.0-base-zh',
    ),
  ],
  [
    'pyannote from_pretrained',
    hub(
      'from pyannote.audio import Pipeline\nPipeline.from_pretrained("ID")',
      'pyannote/speaker-diarization',
    ),
  ],
  [
    'sentence_transformers SentenceTransformer',
    hub(
      'from sentence_transformers import SentenceTransformer\nSentenceTransformer("ID")',
      'sentence-transformers/all-mpnet-base-v2',
    ),
  ],
  [
    'speechbrain from_hparams',
    hub(
      'from speechbrain.pretrained import EncoderClassifier\nEncoderClassifier.from_hparams(source="ID")',
      'speechbrain/spkrec-ecapa-voxceleb',
    ),
  ],
  [
    'tensorflow_tts from_pretrained',
    hub(
      'from tensorflow_tts.inference import TFAutoModel\nTFAutoModel.from_pretrained("ID")',
      'tensorspeech/tts-fastspeech2-ljspeech-en',
    ),
  ],
  [
    'timm create_model',
    {
      code: 'import timm\ntimm.create_model("hf_hub:timm/resnet50.a1_in1k", pretrained=True)',
      loads: ['huggingface:timm/resnet50.a1_in1k'],
    },
  ],
  [
    'stanza download;Pipeline',
    {
      code: 'import stanza\nstanza.download("en")\nnlp = stanza.Pipeline("en")',
      loads: ['library:stanza/en', 'library:stanza/en'],
    },
  ],
  [
    // The study cut the name of the function short.
    'fairseq load',
    hub(
      'from fairseq.checkpoint_utils import load_model_ensemble_and_task_from_hf_hub\nload_model_ensemble_and_task_from_hf_hub("ID")',
      'facebook/fastspeech2-en-ljspeech',
    ),
  ],
  [
    'flair load',
    hub('from flair.models import SequenceTagger\nSequenceTagger.load("ID")', 'flair/ner-english'),
  ],
  [
    'huggingface_hub from_pretrained_keras',
    hub(
      'from huggingface_hub import from_pretrained_keras\nfrom_pretrained_keras("ID")',
      'keras-io/ocr-for-captcha',
    ),
  ],
  [
    // What the hub shows for scikit-learn: joblib loads the file that the hub's library fetches.
    'huggingface_hub load',
    hub(
      'import joblib\nfrom huggingface_hub import hf_hub_download\nmodel = joblib.load(hf_hub_download("ID", "sklearn_model.joblib"))',
      'julien-c/wine-quality',
    ),
  ],
  [
    'huggingface_hub from_pretrained_fastai',
    hub(
      'from huggingface_hub import from_pretrained_fastai\nfrom_pretrained_fastai("ID")',
      'espejelomar/identify-my-cat',
    ),
  ],
  [
    'huggingface_hub hf_hub_download',
    hub(
      'from huggingface_hub import hf_hub_download\nhf_hub_download(repo_id="ID", filename="config.json")',
      'lysandre/arxiv-nlp',
    ),
  ],
  [
    'bertopic load',
    hub('from bertopic import BERTopic\nBERTopic.load("ID")', 'MaartenGr/BERTopic_Wikipedia'),
  ],
  [
    'diffusers from_pretrained',
    hub(
      'from diffusers import DiffusionPipeline\nDiffusionPipeline.from_pretrained("ID")',
      'stabilityai/sdxl-turbo',
    ),
  ],
  [
    'open_clip create_model_and_transforms; get_tokenizer',
    {
      code: 'import open_clip\nopen_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")\nopen_clip.get_tokenizer("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")',
      loads: [
        'huggingface:laion/CLIP-ViT-B-32-laion2B-s34B-b79K',
        'huggingface:laion/CLIP-ViT-B-32-laion2B-s34B-b79K',
      ],
    },
  ],
  [
    'peft from_pretrained',
    hub('from peft import PeftModel\nPeftModel.from_pretrained(model, "ID")', 'tloen/alpaca-lora-7b'),
  ],
  [
    'span_marker from_pretrained',
    hub(
      'from span_marker import SpanMarkerModel\nSpanMarkerModel.from_pretrained("ID")',
      'tomaarsen/span-marker-bert-base-fewnerd-fine-super',
    ),
  ],
  [
    'huggingface_sb3 load_from_hub',
    hub(
      'from huggingface_sb3 import load_from_hub\nload_from_hub(repo_id="ID", filename="ppo-CartPole-v1.zip")',
      'sb3/demo-hf-CartPole-v1',
    ),
  ],
  [
    'pythae load_from_hf_hub',
    hub(
      'from pythae.models import AutoModel\nAutoModel.load_from_hf_hub("ID")',
      'clementchadebec/reproduced_wae',
    ),
  ],
  [
    'torch hub.load',
    one(
      'import torch\ntorch.hub.load("pytorch/vision", "resnet50", pretrained=True)',
      'pytorch-hub:pytorch/vision',
    ),
  ],
]);

describe('the signatures of PeaTMOSS', () => {
  it('are 472', () => {
    assert.equal(signatures.length, 472);
  });

  for (const [module, call] of signatures) {
    it(`${module} ${call}`, async () => {
      const { code, loads } = usageOf(module, call);
      assert.ok(mayLoadModels(code, 'python'), 'the file would not be read');
      const references = await findInText('app.py', code);
      assert.deepEqual(
        references.map(({ hub, target }) => `${hub}:${target}`),
        loads,
      );
      assert.ok(references.every(({ isTentative }) => !isTentative));
    });
  }
});

function usageOf(module: string, call: string): Usage {
  const usage = usages.get(`${module} ${call}`);
  if (usage) return usage;
  switch (module) {
    case 'torchvision':
      return torchvision(call);
    case 'torchaudio':
      return one(
        `import torchaudio\nbundle = torchaudio.pipelines.${call}\nmodel = bundle.${bundleMethod(call)}()`,
        `pytorch:torchaudio/${call}`,
      );
    case 'torchtext':
      return one(
        `from torchtext.models import ${call}\nmodel = ${call}.get_model()`,
        `pytorch:torchtext/${call}`,
      );
    default:
      return pipelinePackage(module, call);
  }
}

function torchvision(name: string): Usage {
  const [, quantized] = /^quantized_(.+)$/.exec(name) ?? [];
  const code =
    quantized === undefined
      ? `${torchvisionImport(name)}\nmodel = ${name}(weights="DEFAULT")`
      : `from torchvision.models import quantization\nmodel = quantization.${quantized}(weights="DEFAULT", quantize=True)`;
  return one(code, `pytorch:torchvision/${name}`);
}

function torchvisionImport(name: string): string {
  const families: readonly (readonly [RegExp, string])[] = [
    [/rcnn_|^(fcos|retinanet|ssd)/, '.detection'],
    [/^(deeplabv3|fcn|lraspp)_/, '.segmentation'],
    [/^(mc3|mvit|r2plus1d|r3d|s3d|swin3d)/, '.video'],
    [/^raft_/, '.optical_flow'],
  ];
  const [, below = ''] = families.find(([family]) => family.test(name)) ?? [];
  return `from torchvision.models${below} import ${name}`;
}

function bundleMethod(bundle: string): string {
  if (bundle.startsWith('TACOTRON2')) return 'get_tacotron2';
  return bundle.startsWith('EMFORMER') ? 'get_decoder' : 'get_model';
}

/** A spaCy pipeline as a package of its own. Python imports no hyphen, so the package's folder has underscores. */
function pipelinePackage(name: string, call: string): Usage {
  const module = name.replaceAll('-', '_');
  return one(`import ${module}\nnlp = ${module}.${call}()`, `spacy:${module}`);
}

function one(code: string, loaded: string): Usage {
  return { code, loads: [loaded] };
}

function hub(template: string, id: string): Usage {
  return one(template.replaceAll('ID', id), `huggingface:${id}`);
}
