import type { Lookup } from '../model/record.ts';
import { fromTable } from './table.ts';
import { type PipelineLicense, torchaudioBundles, torchtextBundles } from './tables/torch-pipelines.ts';
import { torchvisionParameters } from './tables/torchvision.ts';
import type { HubClient } from './types.ts';

/**
 * Weights of torchvision, torchaudio and torchtext. The license of these libraries is that of their code; a license of
 * weights is known only where the documentation states one for them.
 */
export const client: HubClient = { hub: 'pytorch', lookup: async query => lookUpPyTorch(query.target) };

function lookUpPyTorch(target: string): Lookup {
  const [library, name = ''] = target.split('/');
  if (library === 'torchvision') return lookUpVision(name);
  if (library === 'torchaudio') return lookUpBundle(library, name, torchaudioBundles);
  if (library === 'torchtext') return lookUpBundle(library, name, torchtextBundles);
  return unknown;
}

const unknown: Lookup = { state: 'skipped', why: "not in the lists of PyTorch's libraries" };

/** Architectures that have no weights but those trained with SWAG, whose license forbids commercial use. */
const swagOnly: ReadonlySet<string> = new Set(['regnet_y_128gf', 'vit_h_14']);

function lookUpVision(name: string): Lookup {
  if (!torchvisionParameters.has(name)) return unknown;
  return fromTable('pytorch', `torchvision/${name}`, {
    url: 'https://docs.pytorch.org/vision/stable/models.html',
    parameters: torchvisionParameters.get(name),
    architecture: name,
    library: 'torchvision',
    ...(swagOnly.has(name) && {
      license: 'CC-BY-NC-4.0',
      licenseLink: 'https://github.com/facebookresearch/SWAG/blob/main/LICENSE',
    }),
  });
}

function lookUpBundle(
  library: 'torchaudio' | 'torchtext',
  name: string,
  bundles: readonly (readonly [RegExp, PipelineLicense | undefined])[],
): Lookup {
  const bundle = bundles.find(([pattern]) => pattern.test(name));
  if (bundle === undefined) return unknown;
  const [, stated] = bundle;
  return fromTable('pytorch', `${library}/${name}`, {
    url: `https://docs.pytorch.org/${library === 'torchaudio' ? 'audio' : 'text'}/stable/index.html`,
    library,
    license: stated?.license,
    licenseLink: stated?.link,
  });
}
