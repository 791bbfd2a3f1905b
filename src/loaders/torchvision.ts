import { argument, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

/** Every constructor, in every module they are offered from. */
const architectures =
  `alexnet convnext_base convnext_large convnext_small convnext_tiny deeplabv3_mobilenet_v3_large deeplabv3_resnet101
  deeplabv3_resnet50 densenet121 densenet161 densenet169 densenet201 efficientnet_b0 efficientnet_b1 efficientnet_b2
  efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6 efficientnet_b7 efficientnet_v2_l efficientnet_v2_m
  efficientnet_v2_s fasterrcnn_mobilenet_v3_large_320_fpn fasterrcnn_mobilenet_v3_large_fpn fasterrcnn_resnet50_fpn
  fasterrcnn_resnet50_fpn_v2 fcn_resnet101 fcn_resnet50 fcos_resnet50_fpn googlenet inception_v3
  keypointrcnn_resnet50_fpn lraspp_mobilenet_v3_large maskrcnn_resnet50_fpn maskrcnn_resnet50_fpn_v2 maxvit_t mc3_18
  mnasnet0_5 mnasnet0_75 mnasnet1_0 mnasnet1_3 mobilenet_v2 mobilenet_v3_large mobilenet_v3_small mvit_v1_b mvit_v2_s
  r2plus1d_18 r3d_18 raft_large raft_small regnet_x_16gf regnet_x_1_6gf regnet_x_32gf regnet_x_3_2gf regnet_x_400mf
  regnet_x_800mf regnet_x_8gf regnet_y_128gf regnet_y_16gf regnet_y_1_6gf regnet_y_32gf regnet_y_3_2gf regnet_y_400mf
  regnet_y_800mf regnet_y_8gf resnet101 resnet152 resnet18 resnet34 resnet50 resnext101_32x8d resnext101_64x4d
  resnext50_32x4d retinanet_resnet50_fpn retinanet_resnet50_fpn_v2 s3d shufflenet_v2_x0_5 shufflenet_v2_x1_0
  shufflenet_v2_x1_5 shufflenet_v2_x2_0 squeezenet1_0 squeezenet1_1 ssd300_vgg16 ssdlite320_mobilenet_v3_large swin3d_b
  swin3d_s swin3d_t swin_b swin_s swin_t swin_v2_b swin_v2_s swin_v2_t vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn
  vgg19 vgg19_bn vit_b_16 vit_b_32 vit_h_14 vit_l_16 vit_l_32 wide_resnet101_2 wide_resnet50_2`.split(/\s+/);
const known = new Set(architectures);

const model = (id: string): Target => ({ hub: 'pytorch', target: `torchvision/${id}` });
const plain = { id: 'callee', interpret: model } as const;
const quantized = { id: 'callee', interpret: (id: string) => model(`quantized_${id}`) } as const;
/** The first position was `pretrained` once and is `weights` now. */
const given = [argument(0, 'weights'), argument(0, 'pretrained')];

export const loader: Loader = {
  library: 'torchvision',
  language: 'python',
  modules: ['torchvision'],
  calls: [
    ...given.flatMap(requires =>
      architectures.flatMap((name): LoadingCall[] => [
        { ...quantized, requires, callee: `quantization.${name}` },
        { ...quantized, requires, callee: `quantization.*.${name}` },
        { ...plain, requires, callee: name },
      ]),
    ),
    {
      callee: 'get_model',
      id: argument(0, 'name'),
      requires: keyword('weights', 'pretrained'),
      interpret: named,
    },
    { callee: 'get_weight', id: argument(0, 'name'), interpret: weights },
  ],
  examples: [
    { code: 'from torchvision import models\nmodels.resnet50(pretrained=True)', finds: ['resnet50'] },
    {
      code: 'from torchvision.models.resnet import resnet18, ResNet18_Weights\nresnet18(weights=ResNet18_Weights.DEFAULT)',
      finds: ['resnet18'],
    },
    {
      code: 'from torchvision.models import get_model, get_weight, quantization\nget_model("vit_b_16", weights="DEFAULT")\nget_weight("ConvNeXt_Tiny_Weights.IMAGENET1K_V1")\nquantization.resnet18(weights="DEFAULT", quantize=True)',
      finds: ['vit_b_16', 'ConvNeXt_Tiny_Weights.IMAGENET1K_V1', 'resnet18'],
    },
    {
      code: 'import torchvision\ntorchvision.models.resnet50()\ntorchvision.models.get_model("resnet50")',
      finds: [],
    },
    {
      code: 'import torchvision\ntorchvision.models.resnet50(weights=None)\ntorchvision.models.list_models(weights=True)',
      finds: [],
    },
  ],
};

/** `resnet50`, `quantized_resnet50`; capitals mean the same. */
function named(name: string): Target | undefined {
  const id = name.toLowerCase();
  return known.has(id.replace(/^quantized_/, '')) ? model(id) : undefined;
}

/** `ResNet50_Weights.IMAGENET1K_V2` names the class of an architecture's weights and one of them. */
function weights(name: string): Target | undefined {
  const [, architecture, isQuantized] = /^(\w+?)_(Quantized)?Weights\.\w+$/.exec(name) ?? [];
  return architecture === undefined ? undefined : named(`${isQuantized ? 'quantized_' : ''}${architecture}`);
}
