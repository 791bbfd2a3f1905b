/** The license under which the documentation of a library says that it passes weights on. */
export interface PipelineLicense {
  readonly license: string;
  readonly link: string;
}

const fairseq: PipelineLicense = {
  license: 'MIT',
  link: 'https://github.com/facebookresearch/fairseq/blob/main/LICENSE',
};
const unilm: PipelineLicense = {
  license: 'MIT',
  link: 'https://github.com/microsoft/unilm/blob/65f15af2a307ebb64cfb25adf54375b002e6fe8d/LICENSE',
};
const voxPopuli: PipelineLicense = {
  license: 'CC-BY-NC-4.0',
  link: 'https://github.com/facebookresearch/voxpopuli/tree/160e4d7915bad9f99b2c35b1d3833e51fd30abf2#license',
};
const dnsChallenge = 'https://github.com/microsoft/DNS-Challenge/blob/interspeech2020/master/LICENSE';

/** The first pattern that fits a bundle's name speaks for it. Source: the documentation of torchaudio 2.11.0. */
export const torchaudioBundles: readonly (readonly [RegExp, PipelineLicense | undefined])[] = [
  [/^(WAV2VEC2|HUBERT)_(BASE|LARGE|XLARGE|LARGE_LV60K|XLSR53|XLSR_300M|XLSR_1B|XLSR_2B)$/, fairseq],
  [/^WAV2VEC2_ASR_(BASE|LARGE|LARGE_LV60K)_(10M|100H|960H)$|^HUBERT_ASR_X?LARGE$/, fairseq],
  [/^WAVLM_(BASE|BASE_PLUS|LARGE)$/, unilm],
  [/^VOXPOPULI_ASR_BASE_10K_(DE|EN|ES|FR|IT)$/, voxPopuli],
  [
    /^MMS_FA$/,
    {
      license: 'CC-BY-NC-4.0',
      link: 'https://github.com/facebookresearch/fairseq/tree/100cd91db19bb27277a06a25eb4154c805b10189/examples/mms#license',
    },
  ],
  [/^SQUIM_OBJECTIVE$/, { license: 'CC-BY-4.0', link: dnsChallenge }],
  [/^SQUIM_SUBJECTIVE$/, { license: 'CC-BY-NC-4.0', link: 'https://zenodo.org/record/4660670' }],
  [
    /^(CONVTASNET_BASE_LIBRI2MIX|HDEMUCS_HIGH_MUSDB(_PLUS)?|EMFORMER_RNNT_BASE_(LIBRISPEECH|MUSTC|TEDLIUM3))$/,
    undefined,
  ],
  [/^TACOTRON2_(GRIFFINLIM|WAVERNN)_(CHAR|PHONE)_LJSPEECH$/, undefined],
];

const apache = (link: string): PipelineLicense => ({ license: 'Apache-2.0', link });

/** The first pattern that fits a bundle's name speaks for it. Source: the documentation of torchtext 0.18.0. */
export const torchtextBundles: readonly (readonly [RegExp, PipelineLicense | undefined])[] = [
  [/^(XLMR|ROBERTA)_(BASE|LARGE)_ENCODER$/, fairseq],
  [/^ROBERTA_DISTILLED_ENCODER$/, apache('https://www.apache.org/licenses/LICENSE-2.0')],
  [
    /^FLAN_T5_(BASE|LARGE|XL|XXL)(_ENCODER|_GENERATION)?$/,
    apache('https://github.com/google-research/t5x/blob/main/LICENSE'),
  ],
  [
    /^T5_(SMALL|BASE|LARGE|3B|11B)(_ENCODER|_GENERATION)?$/,
    apache('https://github.com/google-research/text-to-text-transfer-transformer/blob/main/LICENSE'),
  ],
];
