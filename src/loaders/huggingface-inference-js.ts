import { type Loader, property } from './loader.ts';
import { served } from './targets.ts';

const tasks = [
  'audioClassification',
  'audioToAudio',
  'automaticSpeechRecognition',
  'chatCompletion',
  'chatCompletionStream',
  'conversational',
  'documentQuestionAnswering',
  'featureExtraction',
  'fillMask',
  'imageClassification',
  'imageSegmentation',
  'imageTextToImage',
  'imageTextToVideo',
  'imageToImage',
  'imageToText',
  'imageToVideo',
  'objectDetection',
  'questionAnswering',
  'request',
  'sentenceSimilarity',
  'streamingRequest',
  'summarization',
  'tableQuestionAnswering',
  'tabularClassification',
  'tabularRegression',
  'textClassification',
  'textGeneration',
  'textGenerationStream',
  'textToAudio',
  'textToImage',
  'textToSpeech',
  'textToVideo',
  'tokenClassification',
  'translation',
  'visualQuestionAnswering',
  'zeroShotClassification',
  'zeroShotImageClassification',
];

/** Every task is a function of the package and a method of its client. */
export const loader: Loader = {
  library: '@huggingface/inference',
  language: 'ecmascript',
  modules: ['@huggingface/inference'],
  calls: tasks.map(callee => ({
    callee,
    isMethod: true,
    id: property(0, 'model'),
    interpret: served,
  })),
  examples: [
    {
      code: "import { HfInference } from '@huggingface/inference';\nconst hf = new HfInference(token);\nawait hf.textGeneration({ model: 'openai-community/gpt2', inputs: 'Once' });",
      finds: ['openai-community/gpt2'],
    },
    {
      code: "import { InferenceClient, summarization } from '@huggingface/inference';\nclass Chat {\n  client = new InferenceClient(token);\n  ask() {\n    return this.client.chatCompletion({ model: 'deepseek-ai/DeepSeek-R1:fireworks-ai', messages: [] });\n  }\n}\nsummarization({ accessToken, model: 'facebook/bart-large-cnn', inputs: text });",
      finds: ['deepseek-ai/DeepSeek-R1:fireworks-ai', 'facebook/bart-large-cnn'],
    },
    {
      code: "import { InferenceClient } from '@huggingface/inference';\nconst client = new InferenceClient(token);\nclient.translation({ inputs: 'Hi' });\nclient.textToImage({ model: 'https://my.endpoint', inputs: 'a cat' });",
      finds: [],
    },
  ],
};
