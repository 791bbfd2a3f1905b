import { address, argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'onnxruntime-web',
  language: 'ecmascript',
  modules: ['onnxruntime-web', 'onnxruntime-node', 'onnxruntime-common', 'onnxruntime-react-native'],
  calls: [
    {
      callee: 'InferenceSession.create',
      id: argument(0),
      // Most of what is loaded is the program's own file.
      isOftenOther: true,
      interpret: address,
    },
  ],
  examples: [
    {
      code: "import * as ort from 'onnxruntime-web/webgpu';\nawait ort.InferenceSession.create('https://huggingface.co/onnx-community/yolov10n/resolve/main/onnx/model.onnx');",
      finds: ['https://huggingface.co/onnx-community/yolov10n/resolve/main/onnx/model.onnx'],
    },
    {
      code: "import { InferenceSession } from 'onnxruntime-node';\nInferenceSession.create('./model.onnx');\nInferenceSession.create(buffer);",
      finds: [],
    },
  ],
};
