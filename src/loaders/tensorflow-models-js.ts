import { type Loader, type LoadingCall, property, type Target } from './loader.ts';

const bundled: Omit<LoadingCall, 'callee'> = {
  id: 'import',
  unless: { argument: property(0, 'modelUrl') },
  interpret,
};

/** Each package is a model: it fetches weights of its own unless it is told of others. */
export const loader: Loader = {
  library: '@tensorflow-models',
  language: 'ecmascript',
  modules: ['@tensorflow-models'],
  modulePattern: /^@tensorflow-models\//,
  calls: ['load', 'loadQnA', 'createDetector', 'createSegmenter', 'createEstimator', 'create'].map(
    callee => ({
      ...bundled,
      callee,
    }),
  ),
  examples: [
    {
      code: "import * as cocoSsd from '@tensorflow-models/coco-ssd';\nconst model = await cocoSsd.load();",
      finds: ['@tensorflow-models/coco-ssd'],
    },
    {
      code: "import * as poseDetection from '@tensorflow-models/pose-detection';\npose = poseDetection.createDetector(poseDetection.SupportedModels.MoveNet);",
      finds: ['@tensorflow-models/pose-detection'],
    },
    {
      code: "import * as knn from '@tensorflow-models/knn-classifier';\nimport * as mobilenet from '@tensorflow-models/mobilenet';\nknn.create();\nmobilenet.load({ modelUrl: '/models/mobilenet.json' });",
      finds: [],
    },
  ],
};

function interpret(name: string): Target | undefined {
  // The only one that learns from what it is shown, and brings nothing.
  return name === '@tensorflow-models/knn-classifier' ? undefined : { hub: 'library', target: name };
}
