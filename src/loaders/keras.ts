import { argument, type Loader, type LoadingCall, type Target } from './loader.ts';
import { withScheme } from './targets.ts';

const weights = argument(1, 'weights');

/** `applications.VGG16`, and the same from the module that holds the family: `applications.vgg16.VGG16`. */
const architectures = ['applications.*', 'applications.*.*'].flatMap((callee): LoadingCall[] => [
  // Without the argument they come with the weights trained on ImageNet.
  { callee, id: 'callee', unless: { argument: weights }, interpret: architecture },
  { callee, id: 'callee', requires: weights, variant: weights, interpret: onImageNet },
]);

export const loader: Loader = {
  library: 'keras',
  language: 'python',
  modules: ['keras', 'tensorflow', 'tf_keras'],
  calls: [
    ...architectures,
    { callee: 'load_model', id: argument(0, 'filepath'), isOftenOther: true, interpret: withScheme },
  ],
  examples: [
    {
      code: 'import tensorflow as tf\nbase = tf.keras.applications.MobileNetV2(input_shape=(96, 96, 3), weights="imagenet")',
      finds: ['MobileNetV2'],
    },
    {
      code: 'from tensorflow.keras.applications.vgg16 import VGG16, preprocess_input\nVGG16()\npreprocess_input(x)',
      finds: ['VGG16'],
    },
    {
      code: 'from keras.applications import ResNet50\nResNet50(include_top=False, weights="imagenet")',
      finds: ['ResNet50'],
    },
    {
      code: 'import keras\nkeras.saving.load_model("hf://keras-io/timeseries")',
      finds: ['hf://keras-io/timeseries'],
    },
    {
      code: 'import keras\nkeras.applications.ResNet50(weights=None)\nkeras.applications.ResNet50(weights="best.h5")\nkeras.applications.ResNet50(weights=chosen)\nkeras.models.load_model("best.keras")',
      finds: [],
    },
  ],
};

/** Constructors are classes by their spelling; `preprocess_input` and its like are none. */
function architecture(name: string): Target | undefined {
  return /^[A-Z]/.test(name) ? { hub: 'keras', target: `applications/${name}` } : undefined;
}

function onImageNet(name: string, given: string | undefined): Target | undefined {
  return given === 'imagenet' ? architecture(name) : undefined;
}
