import assert from 'node:assert/strict';
import { findInText } from '../support/find-in-text.ts';

/** What the id in the code means to its library: hub and target, then the revision and the file it carries. */
const meanings: readonly (readonly [string, string])[] = [
  [
    'from diffusers import FluxPipeline as P\nP.from_single_file("https://huggingface.co/ghost/style/blob/v2/sub/a.safetensors")',
    'huggingface:ghost/style@v2 sub/a.safetensors',
  ],
  [
    'import torch\ntorch.hub.load_state_dict_from_url("https://huggingface.co/ghost/net/resolve/main/net.pth")',
    'huggingface:ghost/net@main net.pth',
  ],
  [
    'import torch\ntorch.hub.load_state_dict_from_url("https://s3.amazonaws.com/models.huggingface.co/bert/ghost/net/pytorch_model.bin")',
    'huggingface:ghost/net pytorch_model.bin',
  ],
  [
    'from transformers import BertModel\nBertModel.from_pretrained("https://cdn.huggingface.co/bert-base-cased-pytorch_model.bin")',
    'huggingface:bert-base-cased pytorch_model.bin',
  ],
  [
    'from huggingface_hub import HfFileSystem\nfs = HfFileSystem()\nfs.open("hf://ghost/net@v1/config.json")',
    'huggingface:ghost/net@v1 config.json',
  ],
  [
    'from pyannote.audio import Model\nModel.from_pretrained("ghost/segmentation@2022.07")',
    'huggingface:ghost/segmentation@2022.07',
  ],
  ['import open_clip\nopen_clip.create_model("ViT-B/32", "openai")', 'open-clip:ViT-B-32/openai'],
  [
    'import open_clip\nopen_clip.create_model("coca_ViT-B-32", "mscoco_finetuned_laion2B-s13B-b90k")',
    'open-clip:coca_ViT-B-32/mscoco_finetuned_laion2b_s13b_b90k',
  ],
  ['from wtpsplit import SaT\nSaT("sat-3l")', 'huggingface:segment-any-text/sat-3l'],
  [
    'from flair.models import SequenceTagger\nSequenceTagger.load("pos-multi")',
    'huggingface:flair/upos-multi',
  ],
  [
    'from sentence_transformers import SentenceTransformer as S\nS("bert-base-nli-mean-tokens")',
    'huggingface:sentence-transformers/bert-base-nli-mean-tokens',
  ],
  [
    'from sentence_transformers import SentenceTransformer as S\nS("distilroberta-base")',
    'huggingface:distilroberta-base',
  ],
  [
    'from setfit import SetFitModel\nSetFitModel.from_pretrained("paraphrase-mpnet-base-v2")',
    'huggingface:sentence-transformers/paraphrase-mpnet-base-v2',
  ],
  ['import spacy\nspacy.load("en")', 'spacy:en_core_web_sm'],
  [
    'from torchvision.models import get_weight\nget_weight("ResNet50_QuantizedWeights.DEFAULT")',
    'pytorch:torchvision/quantized_resnet50',
  ],
  [
    'from espnet2.bin.asr_inference import Speech2Text\nSpeech2Text.from_pretrained("kamo-naoyuki/mini_an4")',
    'library:espnet/kamo-naoyuki/mini_an4',
  ],
];

describe('an id means what its library makes of it', () => {
  for (const [code, meaning] of meanings) {
    it(meaning, async () => {
      const found = (await findInText('app.py', code)).map(({ hub, target, revision, options }) => {
        const at = revision.kind === 'given' ? `@${revision.value}` : '';
        const file = options.filename ? ` ${options.filename.value}` : '';
        return `${hub}:${target}${at}${file}`;
      });
      assert.deepEqual(found, [meaning]);
    });
  }

  it('what a program loads from the Hub or from its mirror is the one of the Hub', async () => {
    const load = 'import os\nfrom modelscope import snapshot_download\nfrom transformers import AutoModel\n';
    const both = `${load}def get(name):\n    if os.environ.get("MIRROR"):\n        return snapshot_download(name)\n    return AutoModel.from_pretrained(name)\nget("ghost/net-a")`;
    const hubs = async (code: string) => (await findInText('app.py', code)).map(({ hub }) => hub);
    assert.deepEqual(await hubs(both), ['huggingface']);
    assert.deepEqual(await hubs(`${load}snapshot_download("ghost/net-a")`), ['modelscope']);
  });

  it('an address of a file takes no revision beside it', async () => {
    const code = (id: string) => `from transformers import BertModel\nBertModel.from_pretrained("${id}")`;
    const kind = async (id: string) => (await findInText('app.py', code(id))).map(one => one.revision.kind);
    assert.deepEqual(await kind('ghost/net'), ['none']);
    assert.deepEqual(await kind('https://cdn.huggingface.co/ghost/net/pytorch_model.bin'), ['unsupported']);
    assert.deepEqual(await kind('https://huggingface.co/ghost/net/resolve/main/config.json'), ['given']);
  });

  it('a tokenizer alone is no weights', async () => {
    const [reference] = await findInText(
      'app.py',
      'import open_clip\nopen_clip.get_tokenizer("hf-hub:ghost/clip")',
    );
    assert.equal(reference?.weights, 'none');
  });

  it('a bundle is underlined where the call names it', async () => {
    const [reference] = await findInText(
      'app.py',
      'import torchaudio as ta\nta.pipelines.WAVLM_BASE.get_model()',
    );
    assert.deepEqual(reference?.range, {
      file: 'app.py',
      start: { line: 1, character: 13 },
      end: { line: 1, character: 23 },
    });
  });

  it('a data set and a Space are no models', async () => {
    const code =
      'import torch\ntorch.hub.load_state_dict_from_url("https://huggingface.co/datasets/ghost/d/resolve/main/a.bin")';
    assert.deepEqual(await findInText('app.py', code), []);
  });
});
