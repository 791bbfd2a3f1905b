import { address, argument, huggingFaceAt, type Loader, type Target } from './loader.ts';

/** Names the library knows an address at Zenodo for. */
const atZenodo = new Set([
  'mpariente/ConvTasNet_WHAM!_sepclean',
  'mpariente/DPRNNTasNet_WHAM!_sepclean',
  'mpariente/DPRNNTasNet(ks=16)_WHAM!_sepclean',
  'Cosentino/ConvTasNet_LibriMix_sep_clean',
  'Cosentino/ConvTasNet_LibriMix_sep_noisy',
  'brijmohan/ConvTasNet_Libri1Mix_enhsingle',
  'groadabike/ConvTasNet_DAMP-VSEP_enhboth',
  'popcornell/DeMask_Surgical_mask_speech_enhancement_v1',
  'popcornell/DPRNNTasNet_WHAM_enhancesingle',
  'tmirzaev-dotcom/ConvTasNet_Libri3Mix_sepnoisy',
]);

export const loader: Loader = {
  library: 'asteroid',
  language: 'python',
  modules: ['asteroid'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_conf_or_path'),
      isOftenOther: true,
      interpret,
    },
  ],
  examples: [
    {
      code: 'from asteroid.models import BaseModel\nBaseModel.from_pretrained("JorisCos/ConvTasNet_Libri2Mix_sepclean_8k")',
      finds: ['JorisCos/ConvTasNet_Libri2Mix_sepclean_8k'],
    },
    {
      code: 'from asteroid.models import ConvTasNet\nConvTasNet.from_pretrained("mpariente/ConvTasNet_WHAM!_sepclean")',
      finds: ['mpariente/ConvTasNet_WHAM!_sepclean'],
    },
    {
      code: 'from asteroid.models import ConvTasNet\nConvTasNet.from_pretrained("exp/best_model.pth")',
      finds: [],
    },
  ],
};

function interpret(id: string): Target | undefined {
  if (atZenodo.has(id)) return { hub: 'library', target: `asteroid/${id}` };
  return address(id) ?? huggingFaceAt(id);
}
