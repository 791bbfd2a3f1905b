// Written by scripts/generate-registries.ts from the files of this folder.
import { loader as adaptersItem } from './adapters.ts';
import { loader as aiSdkOllamaItem } from './ai-sdk-ollama.ts';
import { loader as aiSdkTransformersJsItem } from './ai-sdk-transformers-js.ts';
import { loader as aiSdkItem } from './ai-sdk.ts';
import { loader as allennlpItem } from './allennlp.ts';
import { loader as asteroidItem } from './asteroid.ts';
import { loader as audiocraftItem } from './audiocraft.ts';
import { loader as autoGptqItem } from './auto-gptq.ts';
import { loader as azureAiMlItem } from './azure-ai-ml.ts';
import { loader as bcembeddingItem } from './bcembedding.ts';
import { loader as beirItem } from './beir.ts';
import { loader as bertExtractiveSummarizerItem } from './bert-extractive-summarizer.ts';
import { loader as bertScoreItem } from './bert-score.ts';
import { loader as bertopicItem } from './bertopic.ts';
import { loader as chromadbItem } from './chromadb.ts';
import { loader as colbertItem } from './colbert.ts';
import { loader as cometItem } from './comet.ts';
import { loader as contextualizedTopicModelsItem } from './contextualized-topic-models.ts';
import { loader as coquiTtsItem } from './coqui-tts.ts';
import { loader as ctransformersItem } from './ctransformers.ts';
import { loader as deepspeedMiiItem } from './deepspeed-mii.ts';
import { loader as diffusersItem } from './diffusers.ts';
import { loader as distilabelItem } from './distilabel.ts';
import { loader as dspyItem } from './dspy.ts';
import { loader as espnet2Item } from './espnet2.ts';
import { loader as evaluateItem } from './evaluate.ts';
import { loader as fairseqItem } from './fairseq.ts';
import { loader as farmItem } from './farm.ts';
import { loader as fastBertItem } from './fast-bert.ts';
import { loader as fastchatItem } from './fastchat.ts';
import { loader as fastcorefItem } from './fastcoref.ts';
import { loader as fastembedItem } from './fastembed.ts';
import { loader as fasterWhisperItem } from './faster-whisper.ts';
import { loader as fiftyoneItem } from './fiftyone.ts';
import { loader as flagEmbeddingItem } from './flag-embedding.ts';
import { loader as flairItem } from './flair.ts';
import { loader as gensimItem } from './gensim.ts';
import { loader as glinerItem } from './gliner.ts';
import { loader as gptqmodelItem } from './gptqmodel.ts';
import { loader as groundingdinoItem } from './groundingdino.ts';
import { loader as guidanceItem } from './guidance.ts';
import { loader as happytransformerItem } from './happytransformer.ts';
import { loader as haystackItem } from './haystack.ts';
import { loader as huggingfaceHubJsItem } from './huggingface-hub-js.ts';
import { loader as huggingfaceHubItem } from './huggingface-hub.ts';
import { loader as huggingfaceInferenceJsItem } from './huggingface-inference-js.ts';
import { loader as huggingfaceSb3Item } from './huggingface-sb3.ts';
import { loader as insightfaceItem } from './insightface.ts';
import { loader as instructorEmbeddingItem } from './instructor-embedding.ts';
import { loader as intelItem } from './intel.ts';
import { loader as kagglehubItem } from './kagglehub.ts';
import { loader as kerasHubItem } from './keras-hub.ts';
import { loader as kerasItem } from './keras.ts';
import { loader as keybertItem } from './keybert.ts';
import { loader as lancedbItem } from './lancedb.ts';
import { loader as langchainJsItem } from './langchain-js.ts';
import { loader as langchainItem } from './langchain.ts';
import { loader as litellmItem } from './litellm.ts';
import { loader as llamaCppItem } from './llama-cpp.ts';
import { loader as llamaIndexJsItem } from './llama-index-js.ts';
import { loader as llamaIndexItem } from './llama-index.ts';
import { loader as llamaRecipesItem } from './llama-recipes.ts';
import { loader as llavaItem } from './llava.ts';
import { loader as llmBlenderItem } from './llm-blender.ts';
import { loader as llmcompressorItem } from './llmcompressor.ts';
import { loader as llmlinguaItem } from './llmlingua.ts';
import { loader as lmEvalItem } from './lm-eval.ts';
import { loader as lmdeployItem } from './lmdeploy.ts';
import { loader as lmpplItem } from './lmppl.ts';
import { loader as mauveItem } from './mauve.ts';
import { loader as mediapipeJsItem } from './mediapipe-js.ts';
import { loader as mlxItem } from './mlx.ts';
import { loader as model2vecItem } from './model2vec.ts';
import { loader as modelscopeItem } from './modelscope.ts';
import { loader as msSwiftItem } from './ms-swift.ts';
import { loader as mtebItem } from './mteb.ts';
import { loader as nemoItem } from './nemo.ts';
import { loader as nlpaugItem } from './nlpaug.ts';
import { loader as nnsightItem } from './nnsight.ts';
import { loader as nodeLlamaCppItem } from './node-llama-cpp.ts';
import { loader as oliveItem } from './olive.ts';
import { loader as ollamaJsItem } from './ollama-js.ts';
import { loader as ollamaItem } from './ollama.ts';
import { loader as onnxruntimeJsItem } from './onnxruntime-js.ts';
import { loader as openClipItem } from './open-clip.ts';
import { loader as openFlamingoItem } from './open-flamingo.ts';
import { loader as openaiClipItem } from './openai-clip.ts';
import { loader as openaiWhisperItem } from './openai-whisper.ts';
import { loader as openpromptItem } from './openprompt.ts';
import { loader as optimumItem } from './optimum.ts';
import { loader as outlinesItem } from './outlines.ts';
import { loader as paddlehubItem } from './paddlehub.ts';
import { loader as paddlenlpItem } from './paddlenlp.ts';
import { loader as parrotItem } from './parrot.ts';
import { loader as peftItem } from './peft.ts';
import { loader as ppdiffusersItem } from './ppdiffusers.ts';
import { loader as presidioItem } from './presidio.ts';
import { loader as pyannoteAudioItem } from './pyannote-audio.ts';
import { loader as pyctcdecodeItem } from './pyctcdecode.ts';
import { loader as pymilvusItem } from './pymilvus.ts';
import { loader as pyseriniItem } from './pyserini.ts';
import { loader as pythaeItem } from './pythae.ts';
import { loader as qdrantClientItem } from './qdrant-client.ts';
import { loader as ragatouilleItem } from './ragatouille.ts';
import { loader as rerankersItem } from './rerankers.ts';
import { loader as sagemakerItem } from './sagemaker.ts';
import { loader as sentenceTransformersItem } from './sentence-transformers.ts';
import { loader as setfitItem } from './setfit.ts';
import { loader as sglangItem } from './sglang.ts';
import { loader as simalignItem } from './simalign.ts';
import { loader as simcseItem } from './simcse.ts';
import { loader as simctgItem } from './simctg.ts';
import { loader as simpletransformersItem } from './simpletransformers.ts';
import { loader as smolagentsItem } from './smolagents.ts';
import { loader as spacyDownloadItem } from './spacy-download.ts';
import { loader as spacyItem } from './spacy.ts';
import { loader as spanMarkerItem } from './span-marker.ts';
import { loader as speechbrainItem } from './speechbrain.ts';
import { loader as stanzaItem } from './stanza.ts';
import { loader as tensorflowHubItem } from './tensorflow-hub.ts';
import { loader as tensorflowJsItem } from './tensorflow-js.ts';
import { loader as tensorflowModelsJsItem } from './tensorflow-models-js.ts';
import { loader as tensorflowTtsItem } from './tensorflow-tts.ts';
import { loader as tensorrtLlmItem } from './tensorrt-llm.ts';
import { loader as textGenerationItem } from './text-generation.ts';
import { loader as text2vecItem } from './text2vec.ts';
import { loader as textacyItem } from './textacy.ts';
import { loader as timmItem } from './timm.ts';
import { loader as torchHubItem } from './torch-hub.ts';
import { loader as torchaudioItem } from './torchaudio.ts';
import { loader as torchmetricsItem } from './torchmetrics.ts';
import { loader as torchtextItem } from './torchtext.ts';
import { loader as torchvisionItem } from './torchvision.ts';
import { loader as transformerLensItem } from './transformer-lens.ts';
import { loader as transformersJsItem } from './transformers-js.ts';
import { loader as transformersItem } from './transformers.ts';
import { loader as trlItem } from './trl.ts';
import { loader as trlxItem } from './trlx.ts';
import { loader as txtaiItem } from './txtai.ts';
import { loader as ultralyticsItem } from './ultralytics.ts';
import { loader as unslothItem } from './unsloth.ts';
import { loader as vertexAiItem } from './vertex-ai.ts';
import { loader as vllmItem } from './vllm.ts';
import { loader as webLlmItem } from './web-llm.ts';
import { loader as whatliesItem } from './whatlies.ts';
import { loader as whisperJaxItem } from './whisper-jax.ts';
import { loader as whisperxItem } from './whisperx.ts';
import { loader as wtpsplitItem } from './wtpsplit.ts';
import { loader as xfuserItem } from './xfuser.ts';
import type { Loader } from './loader.ts';

export const loaders: readonly Loader[] = [
  adaptersItem,
  aiSdkOllamaItem,
  aiSdkTransformersJsItem,
  aiSdkItem,
  allennlpItem,
  asteroidItem,
  audiocraftItem,
  autoGptqItem,
  azureAiMlItem,
  bcembeddingItem,
  beirItem,
  bertExtractiveSummarizerItem,
  bertScoreItem,
  bertopicItem,
  chromadbItem,
  colbertItem,
  cometItem,
  contextualizedTopicModelsItem,
  coquiTtsItem,
  ctransformersItem,
  deepspeedMiiItem,
  diffusersItem,
  distilabelItem,
  dspyItem,
  espnet2Item,
  evaluateItem,
  fairseqItem,
  farmItem,
  fastBertItem,
  fastchatItem,
  fastcorefItem,
  fastembedItem,
  fasterWhisperItem,
  fiftyoneItem,
  flagEmbeddingItem,
  flairItem,
  gensimItem,
  glinerItem,
  gptqmodelItem,
  groundingdinoItem,
  guidanceItem,
  happytransformerItem,
  haystackItem,
  huggingfaceHubJsItem,
  huggingfaceHubItem,
  huggingfaceInferenceJsItem,
  huggingfaceSb3Item,
  insightfaceItem,
  instructorEmbeddingItem,
  intelItem,
  kagglehubItem,
  kerasHubItem,
  kerasItem,
  keybertItem,
  lancedbItem,
  langchainJsItem,
  langchainItem,
  litellmItem,
  llamaCppItem,
  llamaIndexJsItem,
  llamaIndexItem,
  llamaRecipesItem,
  llavaItem,
  llmBlenderItem,
  llmcompressorItem,
  llmlinguaItem,
  lmEvalItem,
  lmdeployItem,
  lmpplItem,
  mauveItem,
  mediapipeJsItem,
  mlxItem,
  model2vecItem,
  modelscopeItem,
  msSwiftItem,
  mtebItem,
  nemoItem,
  nlpaugItem,
  nnsightItem,
  nodeLlamaCppItem,
  oliveItem,
  ollamaJsItem,
  ollamaItem,
  onnxruntimeJsItem,
  openClipItem,
  openFlamingoItem,
  openaiClipItem,
  openaiWhisperItem,
  openpromptItem,
  optimumItem,
  outlinesItem,
  paddlehubItem,
  paddlenlpItem,
  parrotItem,
  peftItem,
  ppdiffusersItem,
  presidioItem,
  pyannoteAudioItem,
  pyctcdecodeItem,
  pymilvusItem,
  pyseriniItem,
  pythaeItem,
  qdrantClientItem,
  ragatouilleItem,
  rerankersItem,
  sagemakerItem,
  sentenceTransformersItem,
  setfitItem,
  sglangItem,
  simalignItem,
  simcseItem,
  simctgItem,
  simpletransformersItem,
  smolagentsItem,
  spacyDownloadItem,
  spacyItem,
  spanMarkerItem,
  speechbrainItem,
  stanzaItem,
  tensorflowHubItem,
  tensorflowJsItem,
  tensorflowModelsJsItem,
  tensorflowTtsItem,
  tensorrtLlmItem,
  textGenerationItem,
  text2vecItem,
  textacyItem,
  timmItem,
  torchHubItem,
  torchaudioItem,
  torchmetricsItem,
  torchtextItem,
  torchvisionItem,
  transformerLensItem,
  transformersJsItem,
  transformersItem,
  trlItem,
  trlxItem,
  txtaiItem,
  ultralyticsItem,
  unslothItem,
  vertexAiItem,
  vllmItem,
  webLlmItem,
  whatliesItem,
  whisperJaxItem,
  whisperxItem,
  wtpsplitItem,
  xfuserItem,
];
