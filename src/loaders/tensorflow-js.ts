import { address, argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'tensorflow.js',
  language: 'ecmascript',
  modules: [
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-converter',
    '@tensorflow/tfjs-layers',
    '@tensorflow/tfjs-node',
    '@tensorflow/tfjs-node-gpu',
    '@tensorflow/tfjs-tflite',
  ],
  calls: ['loadGraphModel', 'loadGraphModelSync', 'loadLayersModel', 'loadTFLiteModel'].map(callee => ({
    callee,
    id: argument(0),
    // Most of what is loaded is the program's own file.
    isOftenOther: true,
    interpret: address,
  })),
  examples: [
    {
      code: "import * as tf from '@tensorflow/tfjs';\nawait tf.loadGraphModel('https://tfhub.dev/tensorflow/tfjs-model/movenet/singlepose/lightning/4', { fromTFHub: true });",
      finds: ['https://tfhub.dev/tensorflow/tfjs-model/movenet/singlepose/lightning/4'],
    },
    {
      code: "const tf = require('@tensorflow/tfjs-node');\nconst url = 'https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_0.25_224/model.json';\ntf.loadLayersModel(url);",
      finds: ['https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_0.25_224/model.json'],
    },
    {
      code: "import * as tf from '@tensorflow/tfjs';\ntf.loadLayersModel('localstorage://mine');\ntf.loadGraphModel('/models/model.json');",
      finds: [],
    },
  ],
};
