import { address, argument, type Loader, property } from './loader.ts';

export const loader: Loader = {
  library: '@mediapipe/tasks',
  language: 'ecmascript',
  modules: [
    '@mediapipe/tasks-audio',
    '@mediapipe/tasks-genai',
    '@mediapipe/tasks-text',
    '@mediapipe/tasks-vision',
  ],
  calls: [
    {
      callee: 'createFromOptions',
      id: property(1, 'baseOptions.modelAssetPath'),
      isOftenOther: true,
      interpret: address,
    },
    { callee: 'createFromModelPath', id: argument(1), isOftenOther: true, interpret: address },
  ],
  examples: [
    {
      code: "import { FaceDetector } from '@mediapipe/tasks-vision';\nFaceDetector.createFromOptions(vision, {\n  baseOptions: { modelAssetPath: 'https://storage.googleapis.com/mediapipe-models/face_detector/blaze_face_short_range/float16/1/blaze_face_short_range.tflite' },\n});",
      finds: [
        'https://storage.googleapis.com/mediapipe-models/face_detector/blaze_face_short_range/float16/1/blaze_face_short_range.tflite',
      ],
    },
    {
      code: "import { LlmInference } from '@mediapipe/tasks-genai';\nLlmInference.createFromModelPath(genai, '/assets/gemma.bin');",
      finds: [],
    },
  ],
};
