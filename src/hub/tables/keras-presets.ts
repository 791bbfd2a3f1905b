export interface KerasPreset {
  /** `owner/model/framework/variation` on Kaggle. */
  readonly handle: string;
  readonly parameters: number | undefined;
}

/** The preset of a name; undefined for one that the libraries do not list. */
export function kerasPreset(name: string): KerasPreset | undefined {
  presets ??= readPresets();
  return presets.get(name);
}

let presets: ReadonlyMap<string, KerasPreset> | undefined;

function readPresets(): ReadonlyMap<string, KerasPreset> {
  const found = new Map<string, KerasPreset>();
  let model = '';
  for (const word of table.trim().split(/\s+/)) {
    const [, name, variation = name, parameters] = /^([^/:=]+)(?::([^=]+))?(?:=(\d+))?$/.exec(word) ?? [];
    if (name === undefined) model = word;
    else {
      const size = parameters === undefined ? undefined : Number(parameters);
      found.set(name, { handle: `${model}/${variation}`, parameters: size });
    }
  }
  return found;
}

/**
 * Presets that keras-hub and keras-cv ship names for: a model of Kaggle with its framework, then the variations of it that
 * presets load, as `preset=parameters`, or `preset:variation=parameters` where the two differ in name. Sources:
 * keras-hub 0.32.0 and keras-cv 0.9.0.
 */
const table = `
  keras/albert/keras albert_base_en_uncased=11683584 albert_large_en_uncased=17683968
    albert_extra_large_en_uncased=58724864 albert_extra_extra_large_en_uncased=222595584
  keras/bart/keras bart_base_en=139417344 bart_large_en=406287360 bart_large_en_cnn=406287360
  keras/basnet/keras basnet_duts=108886792
  keras/bert/keras bert_tiny_en_uncased=4385920 bert_small_en_uncased=28763648
    bert_medium_en_uncased=41373184 bert_base_en_uncased=109482240 bert_base_en=108310272
    bert_base_zh=102267648 bert_base_multi=177853440 bert_large_en_uncased=335141888 bert_large_en=333579264
    bert_tiny_en_uncased_sst2=4385920
  keras/sentence-transformers/keras all_minilm_l6_v2_en=22713216 all_minilm_l6_v1_en=22713216
    all_minilm_l12_v2_en=33360000 paraphrase_minilm_l3_v2_en=17066496 paraphrase_minilm_l6_v2_en=22713216
    paraphrase_minilm_l12_v2_en=33360000 multi_qa_minilm_l6_cos_v1_en=22713216
    multi_qa_minilm_l6_dot_v1_en=22713216 msmarco_minilm_l6_cos_v5_en=22713216
    msmarco_minilm_l12_cos_v5_en=33360000
  keras/bge/keras bge_small_en=33360000 bge_base_en=109482240 bge_large_en=335141888
    bge_small_v1.5_en=33360000 bge_base_v1.5_en=109482240 bge_large_v1.5_en=335141888 bge_base_zh=102267648
    bge_large_zh=325522432 bge_small_v1.5_zh=23953920 bge_base_v1.5_zh=102267648 bge_large_v1.5_zh=325522432
    bge_llm_embedder=109482240 bge_m3=566702080
  keras/multilingual-e5/keras multilingual_e5_small=117653760 multilingual_e5_base=277450752
    multilingual_e5_large=558837760
  keras/mxbai-embed/keras mxbai_embed_large_v1_en=335141888 mxbai_embed_2d_large_v1_en=335141888
    mxbai_embed_xsmall_v1_en=24089472
  keras/blip2/keras blip2_opt_2.7b=3744761856 blip2_opt_6.7b=7752869376 blip2_flan_t5_xl=3942446592
    blip2_flan_t5_xxl=12229596672
  keras/bloom/keras bloom_560m_multi=559214592 bloom_1.1b_multi=1065314304 bloom_1.7b_multi=1722408960
    bloom_3b_multi=3002557440 bloomz_560m_multi=559214592 bloomz_1.1b_multi=1065314304
    bloomz_1.7b_multi=1722408960 bloomz_3b_multi=3002557440
  keras/clip/keras clip_vit_base_patch16=149620934 clip_vit_base_patch32=151277363
    clip_vit_large_patch14=427616770 clip_vit_large_patch14_336=427944770
    clip_vit_b_32_laion2b_s34b_b79k=151277363 clip_vit_h_14_laion2b_s32b_b79k=986109698
    clip_vit_g_14_laion2b_s12b_b42k=1366678530 clip_vit_bigg_14_laion2b_39b_b160k=2539567362
    clip-vit-base-patch16=149620737 clip-vit-base-patch32=151277313 clip-vit-large-patch14=427616513
    clip-vit-large-patch14-336=427944193
  keras/cspdarknet/keras csp_darknet_53_ra_imagenet=27642184 csp_resnext_50_ra_imagenet=20569896
    csp_resnet_50_ra_imagenet=21616168 darknet_53_imagenet=41609928 csp_darknet_tiny=2380416
    csp_darknet_s=4223488 csp_darknet_m=12374400 csp_darknet_l=27111424 csp_darknet_xl=56837970
    csp_darknet_tiny_imagenet=2380416 csp_darknet_l_imagenet=27111424
  keras/d-fine/keras dfine_nano_coco=3788625 dfine_small_coco=10329321 dfine_medium_coco=19621160
    dfine_large_coco=31344064 dfine_xlarge_coco=62834048 dfine_small_obj365=10623329
    dfine_medium_obj365=19988670 dfine_large_obj365=31858578 dfine_xlarge_obj365=63348562
    dfine_small_obj2coco=10329321 dfine_medium_obj2coco=19621160 dfine_large_obj2coco_e25=31344064
    dfine_xlarge_obj2coco=62834048
  keras/deberta_v3/keras deberta_v3_extra_small_en=70682112 deberta_v3_small_en=141304320
    deberta_v3_base_en=183831552 deberta_v3_large_en=434012160 deberta_v3_base_multi=278218752
  keras/deeplabv3plus/keras deeplab_v3_plus_resnet50_pascalvoc=39190656
  keras/deit/keras deit_base_distilled_patch16_384_imagenet=86092032
    deit_base_distilled_patch16_224_imagenet=85800192 deit_tiny_distilled_patch16_224_imagenet=5524800
    deit_small_distilled_patch16_224_imagenet=21666432
  keras/densenet/keras densenet_121_imagenet=7037504 densenet_169_imagenet=12642880
    densenet_201_imagenet=18321984 densenet121 densenet169 densenet201 densenet121_imagenet
    densenet169_imagenet densenet201_imagenet
  keras/depth-anything/keras depth_anything_v2_small=25311169 depth_anything_v2_base=98522945
    depth_anything_v2_large=336718529
  keras/dinov2/keras dinov2_small=22582656 dinov2_base=87632640 dinov2_large=305771520
    dinov2_giant=1138585088 dinov2_with_registers_small=22584192 dinov2_with_registers_base=87635712
    dinov2_with_registers_large=305775616 dinov2_with_registers_giant=1138591232
  keras/dinov3/keras dinov3_vit_small_lvd1689m=21600000 dinov3_vit_small_plus_lvd1689m=29000000
    dinov3_vit_base_lvd1689m=86000000 dinov3_vit_large_lvd1689m=300000000
    dinov3_vit_huge_plus_lvd1689m=840000000 dinov3_vit_7b_lvd1689m=6700000000
    dinov3_vit_large_sat493m=300000000 dinov3_vit_7b_sat493m=6700000000
  keras/distil_bert/keras distil_bert_base_en_uncased=66362880 distil_bert_base_en=65190912
    distil_bert_base_multi=134734080
  keras/efficientnet/keras efficientnet_b0_ra_imagenet=5288548
    efficientnet_b0_ra4_e3600_r224_imagenet=5288548 efficientnet_b1_ft_imagenet=7794184
    efficientnet_b1_ra4_e3600_r240_imagenet=7794184 efficientnet_b2_ra_imagenet=9109994
    efficientnet_b3_ra2_imagenet=12233232 efficientnet_b4_ra2_imagenet=19341616
    efficientnet_b5_sw_imagenet=30389784 efficientnet_b5_sw_ft_imagenet=30389784
    efficientnet_el_ra_imagenet:efficientnet_b1_ft_imagenet=10589712
    efficientnet_em_ra2_imagenet:efficientnet_b1_ft_imagenet=6899496
    efficientnet_es_ra_imagenet:efficientnet_b1_ft_imagenet=5438392 efficientnet2_rw_m_agc_imagenet=53236442
    efficientnet2_rw_s_ra2_imagenet=23941296 efficientnet2_rw_t_ra2_imagenet=13649388
    efficientnet_lite0_ra_imagenet=4652008
  keras/electra/keras electra_small_discriminator_uncased_en=13548800
    electra_small_generator_uncased_en=13548800 electra_base_discriminator_uncased_en=109482240
    electra_base_generator_uncased_en=33576960 electra_large_discriminator_uncased_en=335141888
    electra_large_generator_uncased_en=51065344
  keras/esm-2/keras esm2_t6_8M=7408960 esm2_t12_35M=33269280 esm2_t30_150M=147728000
    esm2_t33_650M=649400320
  keras/f_net/keras f_net_base_en=82861056 f_net_large_en=236945408
  keras/falcon/keras falcon_refinedweb_1b_en=1311625216
  keras/gemma/keras gemma_2b_en=2506172416 gemma_instruct_2b_en=2506172416
    gemma_1.1_instruct_2b_en=2506172416 gemma_7b_en=8537680896 gemma_instruct_7b_en=8537680896
    gemma_1.1_instruct_7b_en=8537680896
  keras/codegemma/keras code_gemma_1.1_2b_en=2506172416 code_gemma_2b_en=2506172416
    code_gemma_7b_en=8537680896 code_gemma_instruct_7b_en=8537680896
    code_gemma_1.1_instruct_7b_en=8537680896
  keras/gemma2/keras gemma2_2b_en=2614341888 gemma2_instruct_2b_en=2614341888 gemma2_9b_en=9241705984
    gemma2_instruct_9b_en=9241705984 gemma2_27b_en=27227128320 gemma2_instruct_27b_en=27227128320
  google/shieldgemma/keras shieldgemma_2b_en=2614341888 shieldgemma_9b_en=9241705984
    shieldgemma_27b_en=27227128320
  keras/vaultgemma/keras vault_gemma_1b_en=1038741120
  keras/cell2sentence/keras c2s_scale_gemma_2_2b_en=2614341888 c2s_scale_gemma_2_27b_en=27227128320
  keras/gemma3/keras gemma3_1b=999885952 gemma3_instruct_1b=999885952 gemma3_4b_text=3880099328
    gemma3_instruct_4b_text=3880099328 gemma3_12b_text=11765788416 gemma3_instruct_12b_text=11765788416
    gemma3_27b_text=27009002240 gemma3_instruct_27b_text=27009002240 gemma3_4b=4299915632
    gemma3_instruct_4b=4299915632 gemma3_12b=12187079280 gemma3_instruct_12b=12187079280
    gemma3_27b=27432062576 gemma3_instruct_27b=27432062576 gemma3_270m=268098176
    gemma3_instruct_270m=268098176
  keras/medgemma/keras medgemma_4b=4300079472 medgemma_instruct_4b=4300079472
    medgemma_instruct_27b=27432406640 medgemma_instruct_27b_text=27009002240
    medgemma_1.5_instruct_4b=4300079472
  keras/function-gemma/keras function_gemma_instruct_270m=268098176
  keras/translategemma/keras translategemma_4b_it=4299915632 translategemma_12b_it=12187079280
    translategemma_27b_it=27432062576
  keras/embeddinggemma/keras embedding_gemma3_300m=307581696
  keras/harrier/keras harrier_embedding_oss_270m=268098176 harrier_embedding_oss_0.6b=596049920
  keras/gemma-3n/keras gemma3n_e2b=5439595456 gemma3n_e2b_it=5439595456 gemma3n_e4b=7850135376
    gemma3n_e4b_it=7850135376
  keras/gemma4/keras gemma4_2b=5100000000 gemma4_instruct_2b=5100000000 gemma4_4b=7900000000
    gemma4_instruct_4b=7900000000 gemma4_26b_a4b=26000000000 gemma4_instruct_26b_a4b=26000000000
    gemma4_31b=31000000000 gemma4_instruct_31b=31000000000 gemma4_instruct_2b_assistant=77731332
    gemma4_instruct_4b_assistant=77731332 gemma4_instruct_26b_a4b_assistant=412764420
    gemma4_instruct_31b_assistant=454707460
  keras/gpt2/keras gpt2_base_en=124439808 gpt2_medium_en=354823168 gpt2_large_en=774030080
    gpt2_extra_large_en=1557611200 gpt2_base_en_cnn_dailymail=124439808
  keras/gpt-oss/keras gpt_oss_20b_en=20914757184 gpt_oss_120b_en=116829156672
  keras/gpt-oss-safeguard/keras gpt_oss_safeguard_20b_en=20914757184
    gpt_oss_safeguard_120b_en=116829156672
  keras/hgnetv2/keras hgnetv2_b4_ssld_stage2_ft_in1k=13599072 hgnetv2_b5_ssld_stage1_in22k_in1k=33419680
    hgnetv2_b5_ssld_stage2_ft_in1k=33419680 hgnetv2_b6_ssld_stage1_in22k_in1k=69179888
    hgnetv2_b6_ssld_stage2_ft_in1k=69179888
  keras/llama2/keras llama2_7b_en=6738415616 llama2_7b_en_int8=6739839488 llama2_instruct_7b_en=6738415616
    llama2_instruct_7b_en_int8=6739839488
  keras/vicuna/keras vicuna_1.5_7b_en=6738415616
  keras/llama3/keras llama3_8b_en=8030261248 llama3_8b_en_int8=8031894016 llama3_instruct_8b_en=8030261248
    llama3_instruct_8b_en_int8=8031894016 llama3.1_8b=8030261248 llama3.1_instruct_8b=8030261248
    llama3.1_guard_8b=8030261248 llama3.2_1b=1498482688 llama3.2_instruct_1b=1498482688
    llama3.2_3b=3606752256 llama3.2_instruct_3b=3606752256 llama3.2_guard_1b=1498482688
  keras/metaclip2/keras metaclip_2_vit_huge_patch14_224=1858783745
    metaclip_2_vit_huge_patch14_378=1859389185 metaclip_2_vit_giant_patch14_224=3630409985
    metaclip_2_vit_giant_patch14_378=3631197057
  keras/mistral/keras mistral_7b_en=7241732096 mistral_0.3_7b_en=7248023552
    mistral_instruct_7b_en=7241732096 mistral_0.2_instruct_7b_en=7241732096
    mistral_0.3_instruct_7b_en=7248023552
  keras/magistral/keras magistral_small_2506_en=23572403200 magistral_small_2507_en=23572403200
  keras/mit/keras mit_b0_ade20k_512=3321962 mit_b1_ade20k_512=13156554 mit_b2_ade20k_512=24201418
    mit_b3_ade20k_512=44077258 mit_b4_ade20k_512=60847818 mit_b5_ade20k_640=81448138
    mit_b0_cityscapes_1024=3321962 mit_b1_cityscapes_1024=13156554 mit_b2_cityscapes_1024=24201418
    mit_b3_cityscapes_1024=44077258 mit_b4_cityscapes_1024=60847818 mit_b5_cityscapes_1024=81448138
    mit_b0=3321962 mit_b1=13156554 mit_b2=24201418 mit_b3=44077258 mit_b4=60847818 mit_b5=81448138
    mit_b0_imagenet=3321962
  keras/mixtral/keras mixtral_8_7b_en=46702792704 mixtral_8_instruct_7b_en=46702792704
  keras/mobilenetv3/keras mobilenet_v3_small_050_imagenet=278784 mobilenet_v3_small_100_imagenet=939120
    mobilenet_v3_large_100_imagenet=2996352 mobilenet_v3_large_100_imagenet_21k=2996352
    mobilenet_v3_small=933502 mobilenet_v3_large=2994518 mobilenet_v3_large_imagenet=2994518
    mobilenet_v3_small_imagenet=933502 mobilenet_v3_large_imagenet_classifier=3957352
  keras/mobilenetv5/keras mobilenetv5_300m_enc_gemma3n=294284096
  keras/moonshine/Keras moonshine_tiny_en=27092736 moonshine_base_en=61513920
  keras/opt/keras opt_125m_en=125237760 opt_1.3b_en=1315753984 opt_2.7b_en=2700000000
    opt_6.7b_en=6700000000
  keras/paligemma/keras pali_gemma_3b_mix_224=2923335408 pali_gemma_3b_mix_448=2924220144
    pali_gemma_3b_224=2923335408 pali_gemma_3b_448=2924220144 pali_gemma_3b_896=2927759088
  keras/paligemma2/keras pali_gemma_2_ft_docci_3b_448=3032979696 pali_gemma2_ft_docci_10b_448=9663294192
    pali_gemma2_mix_3b_224=3032094960 pali_gemma2_mix_3b_448=3032979696 pali_gemma2_mix_10b_224=9662409456
    pali_gemma2_mix_10b_448=9663294192 pali_gemma2_mix_28b_224:pali_gemma2_28b_mix_224=27650192112
    pali_gemma2_mix_28b_448:pali_gemma2_28b_mix_448=27650192112 pali_gemma2_pt_3b_224=3032094960
    pali_gemma2_pt_3b_448=3032979696 pali_gemma2_pt_3b_896=3036518640 pali_gemma2_pt_10b_224=9662409456
    pali_gemma2_pt_10b_448=9663294192 pali_gemma2_pt_10b_896=9666833136 pali_gemma2_pt_28b_224=27650192112
    pali_gemma2_pt_28b_448=27650192112 pali_gemma2_pt_28b_896=27650192112
  keras/parseq/keras parseq=23832671
  keras/phi3/keras phi3_mini_4k_instruct_en=3821079552 phi3_mini_128k_instruct_en=3821079552
  keras/qwen/keras qwen2.5_0.5b_en=494032768 qwen2.5_3b_en=3085938688 qwen2.5_7b_en=6993420288
    qwen2.5_instruct_0.5b_en=494032768 qwen2.5_instruct_32b_en=32763876352
    qwen2.5_instruct_72b_en=72706203648
  keras/qwen2-5-coder/keras qwen2.5_coder_0.5b=494032768 qwen2.5_coder_1.5b=1543434240
    qwen2.5_coder_3b=3085938688 qwen2.5_coder_7b=6993420288 qwen2.5_coder_14b=14000000000
    qwen2.5_coder_32b=32763876352 qwen2.5_coder_instruct_0.5b=494032768
    qwen2.5_coder_instruct_1.5b=1543434240 qwen2.5_coder_instruct_3b=3085938688
    qwen2.5_coder_instruct_7b=6993420288 qwen2.5_coder_instruct_14b=14000000000
    qwen2.5_coder_instruct_32b=32763876352
  keras/qwen2-5-math/keras qwen2.5_math_1.5b_en=1543714304 qwen2.5_math_instruct_1.5b_en=1543714304
    qwen2.5_math_7b_en=7615616512 qwen2.5_math_instruct_7b_en=7615616512
  keras/qwen-3/keras qwen3_0.6b_en=596049920 qwen3_1.7b_en=1720574976 qwen3_4b_en=4022468096
    qwen3_8b_en=8190735360 qwen3_14b_en=14768307200 qwen3_32b_en=32762123264
  keras/qwen-3-embedding/keras qwen3_embedding_0.6b_en=595776512 qwen3_embedding_4b_en=4021774336
    qwen3_embedding_8b_en=8188515328
  keras/qwen3-5/keras qwen3_5_0.8b_base=852985920 qwen3_5_0.8b=852985920 qwen3_5_2b_base=2213241664
    qwen3_5_2b=2213241664 qwen3_5_4b_base=4539265536 qwen3_5_4b=4539265536 qwen3_5_9b_base=9409813744
    qwen3_5_9b=9409813744 qwen3_5_27b=27356728560
  keras/qwen3-6/keras qwen3_6_27b=27356728560
  keras/qwen3-8/keras qwen3_8_27b=27356728560
  keras/qwen3-5-moe/keras qwen3_5_moe_35b_a3b_base=35107181936 qwen3_5_moe_35b_a3b=35107181936
  keras/qwen3-6-moe/keras qwen3_6_moe_35b_a3b=35107181936
  keras/qwen-agentworld/keras qwen_agent_world_35b_a3b=34660610688
  keras/qwen-3-moe/keras qwen3_moe_30b_a3b_en=30532122624 qwen3_moe_235b_a22b_en=235093634560
  keras/qwen3-coder/keras qwen3_coder_instruct_30b_a3b_en=30532122624
  keras/qwen-1.5-moe/Keras qwen1.5_moe_2.7b_en=14315784192
  keras/resnetv1/keras resnet_18_imagenet=11186112 resnet_50_imagenet=23561152
    resnet_101_imagenet=42605504 resnet_152_imagenet=58295232 resnet18=11186112 resnet34=21301696
    resnet50=23561152 resnet101=42605504 resnet152=58295232 resnet50_imagenet=23561152
  keras/resnetv2/keras resnet_v2_50_imagenet=23561152 resnet_v2_101_imagenet=42605504 resnet18_v2=11183488
    resnet34_v2=21299072 resnet50_v2=23564800 resnet101_v2=42626560 resnet152_v2=58331648
    resnet50_v2_imagenet=23564800 resnet50_v2_imagenet_classifier=25613800
  keras/resnet_vd/keras resnet_vd_18_imagenet=11722824 resnet_vd_34_imagenet=21838408
    resnet_vd_50_imagenet=25629512 resnet_vd_50_ssld_imagenet=25629512
    resnet_vd_50_ssld_v2_imagenet=25629512 resnet_vd_50_ssld_v2_fix_imagenet=25629512
    resnet_vd_101_imagenet=44673864 resnet_vd_101_ssld_imagenet=44673864 resnet_vd_152_imagenet=60363592
    resnet_vd_200_imagenet=74933064
  keras/retinanet/keras retinanet_resnet50_fpn_coco=34121239 retinanet_resnet50_fpn_v2_coco=31558592
    retinanet_resnet50_pascalvoc=35596952
  keras/roberta/keras roberta_base_en=124052736 roberta_large_en=354307072
  keras/rwkv7/keras rwkv7_g1a_0.1b_en:rwkv7_g1a_0.1b=150000000 rwkv7_g1a_0.3b_en:rwkv7_g1a_0.3b=400000000
  keras/sam/keras sam_base_sa1b=93735728 sam_large_sa1b=641090864 sam_huge_sa1b=312343088
  keras/sam3/keras sam3_pcs=30000000
  keras/segformer/keras segformer_b0_ade20k_512=3719027 segformer_b1_ade20k_512=13682643
    segformer_b2_ade20k_512=24727507 segformer_b3_ade20k_512=44603347 segformer_b4_ade20k_512=61373907
    segformer_b5_ade20k_640=81974227 segformer_b0_cityscapes_1024=3719027
    segformer_b1_cityscapes_1024:segformer_b1_ade20k_512=13682643 segformer_b2_cityscapes_1024=24727507
    segformer_b3_cityscapes_1024=44603347 segformer_b4_cityscapes_1024=61373907
    segformer_b5_cityscapes_1024=81974227 segformer_b0=3719027 segformer_b1=13682643 segformer_b2=24727507
    segformer_b3=44603347 segformer_b4=61373907 segformer_b5=81974227 segformer_b0_imagenet=3719027
  keras/siglip/keras siglip_base_patch16_224=203156230 siglip_base_patch16_256=203202370
    siglip_base_patch16_384=203448450 siglip_base_patch16_512=203792962 siglip_large_patch16_256=652151106
    siglip_large_patch16_384=652479106 siglip_so400m_patch14_224=877360578
    siglip_so400m_patch14_384=877961291 siglip_so400m_patch16_256_i18n=1128759282
    siglip_base_patch16_256_multilingual=370626370 siglip2_base_patch16_224=375188230
    siglip2_base_patch16_256=375234370 siglip2_base_patch32_256=376856194 siglip2_base_patch16_384=376856194
    siglip2_large_patch16_256=881527106 siglip2_large_patch16_384=881855106
    siglip2_large_patch16_512=882314306 siglip2_giant_opt_patch16_256=1871394226
    siglip2_giant_opt_patch16_384=1871886066 siglip2_so400m_patch14_224=1135463922
    siglip2_so400m_patch14_384=1136009291 siglip2_so400m_patch16_256=1135671282
    siglip2_so400m_patch16_384=1136040242 siglip2_so400m_patch16_512=1136555698
  keras/medsiglip/keras medsiglip_900m_448=878301426
  keras/smollm3/keras smollm3_3b_en=3075100928
  keras/stablediffusion3/keras stable_diffusion_3_medium=2987080931
  keras/stablediffusion-3.5/keras stable_diffusion_3.5_medium=3371793763
    stable_diffusion_3.5_large=9048410595 stable_diffusion_3.5_large_turbo=9048410595
  keras/swin-transformer/keras swin_tiny_patch4_window7_224=27519354
    swin_small_patch4_window7_224=48837258 swin_base_patch4_window7_224=86743224
    swin_base_patch4_window12_384=86878584 swin_large_patch4_window7_224=194995476
    swin_large_patch4_window12_384=195198516
  keras/t5/keras t5_small_multi=60506624 t5_1.1_small=60511616 t5_base_multi=222903552
    t5_1.1_base=247577856 t5_large_multi=737668096 t5_1.1_large=750251008 t5_1.1_xl=2849757184
    t5_1.1_xxl=11135332352 flan_small_multi=76961152 flan_base_multi=247577856 flan_large_multi=783150080
  keras/t5-gemma/keras t5gemma_s_s_ul2=312517632 t5gemma_s_s_prefixlm=312517632
    t5gemma_s_s_ul2_it=312517632 t5gemma_s_s_prefixlm_it=312517632 t5gemma_b_b_ul2=591490560
    t5gemma_b_b_prefixlm=591490560 t5gemma_b_b_ul2_it=591490560 t5gemma_b_b_prefixlm_it=591490560
    t5gemma_l_l_ul2=1241761792 t5gemma_l_l_prefixlm=1241761792 t5gemma_l_l_ul2_it=1241761792
    t5gemma_l_l_prefixlm_it=1241761792 t5gemma_ml_ml_ul2=2200345344 t5gemma_ml_ml_prefixlm=2200345344
    t5gemma_ml_ml_ul2_it=2200345344 t5gemma_ml_ml_prefixlm_it=2200345344 t5gemma_xl_xl_ul2=3766980608
    t5gemma_xl_xl_prefixlm=3766980608 t5gemma_xl_xl_ul2_it=3766980608 t5gemma_xl_xl_prefixlm_it=3766980608
    t5gemma_2b_2b_ul2=5596853760 t5gemma_2b_2b_prefixlm=5596853760 t5gemma_2b_2b_ul2_it=5596853760
    t5gemma_2b_2b_prefixlm_it=5596853760 t5gemma_9b_2b_ul2=12292375296 t5gemma_9b_2b_prefixlm=12292375296
    t5gemma_9b_2b_ul2_it=12292375296 t5gemma_9b_2b_prefixlm_it=12292375296 t5gemma_9b_9b_ul2=20333401088
    t5gemma_9b_9b_prefixlm=20333401088 t5gemma_9b_9b_ul2_it=20333401088
    t5gemma_9b_9b_prefixlm_it=20333401088
  keras/t5gemma-2/keras t5gemma2_270m_270m=953800816 t5gemma2_1b_1b=2417966192 t5gemma2_4b_4b=8180020080
  keras/vgg/keras vgg_11_imagenet=9220480 vgg_13_imagenet=9404992 vgg_16_imagenet=14714688
    vgg_19_imagenet=20024384
  keras/videoprism/keras videoprism_public_v1_base=114000000 videoprism_public_v1_large=354000000
    videoprism_lvt_public_v1_base=248000000 videoprism_lvt_public_v1_large=580000000
  keras/vit/keras vit_base_patch16_224_imagenet=85798656 vit_base_patch16_384_imagenet=86090496
    vit_large_patch16_224_imagenet=303301632 vit_large_patch16_384_imagenet=303690752
    vit_base_patch32_384_imagenet=87528192 vit_large_patch32_384_imagenet=305607680
    vit_base_patch16_224_imagenet21k=85798656 vit_base_patch32_224_imagenet21k=87455232
    vit_huge_patch14_224_imagenet21k=630764800 vit_large_patch16_224_imagenet21k=303301632
    vit_large_patch32_224_imagenet21k=305510400
  keras/whisper/keras whisper_tiny_en=37184256 whisper_base_en=124439808 whisper_small_en=241734144
    whisper_medium_en=763856896 whisper_tiny_multi=37760640 whisper_base_multi=72593920
    whisper_small_multi=241734912 whisper_medium_multi=763857920 whisper_large_multi=1543304960
    whisper_large_multi_v2=1543304960
  keras/xception/keras xception_41_imagenet=20861480
  keras/xlm_roberta/keras xlm_roberta_base_multi=277450752 xlm_roberta_large_multi=558837760
  gs://keras-cv-kaggle efficientnetlite_b0=3414176 efficientnetlite_b1=4190496 efficientnetlite_b2=4870320
    efficientnetlite_b3=6994504 efficientnetlite_b4=11840256 efficientnetv1_b0=4050716
    efficientnetv1_b1=6576704 efficientnetv1_b2=7770034 efficientnetv1_b3=10785960
    efficientnetv1_b4=17676984 efficientnetv1_b5=28517360 efficientnetv1_b6=40965800
    efficientnetv1_b7=64105488 center_pillar_waymo_open_dataset=1277680
  keras/efficientnetv2/keras efficientnetv2_s=20331360 efficientnetv2_m=53150388
    efficientnetv2_l=117746848 efficientnetv2_b0=5919312 efficientnetv2_b1=6931124 efficientnetv2_b2=8769374
    efficientnetv2_b3=12930622 efficientnetv2_s_imagenet=20331360 efficientnetv2_b0_imagenet=5919312
    efficientnetv2_b1_imagenet=6931124 efficientnetv2_b2_imagenet=8769374
    efficientnetv2_s_imagenet_classifier=21612360 efficientnetv2_b0_imagenet_classifier=7200312
    efficientnetv2_b1_imagenet_classifier=8212124 efficientnetv2_b2_imagenet_classifier=10178374
  keras/vitdet/keras vitdet_base=89670912 vitdet_large=308278272 vitdet_huge=637026048
    vitdet_base_sa1b=89670912 vitdet_large_sa1b=308278272 vitdet_huge_sa1b=637026048
  keras/yolov8/keras yolo_v8_xs_backbone=1277680 yolo_v8_s_backbone=5089760 yolo_v8_m_backbone=11872464
    yolo_v8_l_backbone=19831744 yolo_v8_xl_backbone=30972080 yolo_v8_xs_backbone_coco=1277680
    yolo_v8_s_backbone_coco=5089760 yolo_v8_m_backbone_coco=11872464 yolo_v8_l_backbone_coco=19831744
    yolo_v8_xl_backbone_coco=30972080 yolo_v8_m_pascalvoc=25901004`;
