import { readPairs } from './read-pairs.ts';

/**
 * Architectures that come with weights trained on ImageNet, and the license of those weights; `?` where none is stated.
 * Sources: the names of keras 3.15.1, and the documentation of Keras 2.2, which states licenses for each model.
 */
export const kerasApplications = readPairs(`
  ConvNeXtBase ?
  ConvNeXtLarge ?
  ConvNeXtSmall ?
  ConvNeXtTiny ?
  ConvNeXtXLarge ?
  DenseNet121 BSD-3-Clause
  DenseNet169 BSD-3-Clause
  DenseNet201 BSD-3-Clause
  EfficientNetB0 ?
  EfficientNetB1 ?
  EfficientNetB2 ?
  EfficientNetB3 ?
  EfficientNetB4 ?
  EfficientNetB5 ?
  EfficientNetB6 ?
  EfficientNetB7 ?
  EfficientNetV2B0 ?
  EfficientNetV2B1 ?
  EfficientNetV2B2 ?
  EfficientNetV2B3 ?
  EfficientNetV2L ?
  EfficientNetV2M ?
  EfficientNetV2S ?
  InceptionResNetV2 Apache-2.0
  InceptionV3 Apache-2.0
  MobileNet Apache-2.0
  MobileNetV2 Apache-2.0
  MobileNetV3Large ?
  MobileNetV3Small ?
  NASNetLarge Apache-2.0
  NASNetMobile Apache-2.0
  ResNet101 ?
  ResNet101V2 ?
  ResNet152 ?
  ResNet152V2 ?
  ResNet50 MIT
  ResNet50V2 ?
  VGG16 CC-BY-4.0
  VGG19 CC-BY-4.0
  Xception MIT`);
