import type { Lookup } from '../model/record.ts';
import { lookUpKaggle } from './kaggle.ts';
import { fromTable } from './table.ts';
import { kerasApplications } from './tables/keras-applications.ts';
import { type KerasPreset, kerasPreset } from './tables/keras-presets.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** `applications/VGG16`, whose licenses Keras' documentation states, and presets, which lie on Kaggle. */
export const client: HubClient = { hub: 'keras', lookup: lookUpKeras };

async function lookUpKeras(
  { target }: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const [, application] = /^applications\/(\w+)$/.exec(target) ?? [];
  if (application !== undefined) return lookUpApplication(application);
  const preset = kerasPreset(target);
  if (preset === undefined) return { state: 'skipped', why: "a preset that is not in Keras' own lists" };
  const query = { target: preset.handle, revision: undefined };
  return withTable(await lookUpKaggle(query, environment, options), preset);
}

function lookUpApplication(name: string): Lookup {
  const license = kerasApplications.get(name);
  if (license === undefined) return { state: 'skipped', why: 'not an architecture of Keras Applications' };
  return fromTable('keras', `applications/${name}`, {
    url: 'https://keras.io/api/applications/',
    license: license === '?' ? undefined : license,
    licenseLink: 'https://github.com/keras-team/keras/blob/2.2.0/docs/templates/applications.md',
    task: 'image-classification',
    library: 'keras',
  });
}

/** Kaggle says the license and the table the size; without Kaggle the table says that the preset exists. */
function withTable(lookup: Lookup, { handle, parameters }: KerasPreset): Lookup {
  if (lookup.state === 'found')
    return { ...lookup, record: { ...lookup.record, parameters, library: 'keras' } };
  if (lookup.state !== 'unreachable') return lookup;
  const url = `https://www.kaggle.com/models/${handle}`;
  return fromTable('kaggle', handle, { url, parameters, library: 'keras' });
}
