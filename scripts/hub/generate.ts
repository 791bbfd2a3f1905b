import { objectId } from './find-model.ts';
import type { StandInModel } from './records.ts';

const licenses = ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3.1', 'other', 'gpl-3.0', undefined];
const tasks = ['text-generation', 'fill-mask', 'image-classification', 'sentence-similarity'];
const firstDay = Date.UTC(2022, 2, 3);
const day = 86_400_000;

/** So many models that differ in what rules look at: `made-03/model-00042`. The same number gives the same models. */
export function generateModels(count: number): readonly StandInModel[] {
  return Array.from({ length: count }, (_, index) => generateModel(index));
}

function generateModel(index: number): StandInModel {
  const id = idOf(index);
  const license = licenses[index % licenses.length];
  const base = index % 3 === 0 && index > 0 ? idOf(Math.floor(index / 3)) : undefined;
  return {
    record: {
      id,
      author: id.split('/')[0],
      sha: objectId(id),
      createdAt: new Date(firstDay + index * day).toISOString(),
      lastModified: new Date(firstDay + (index + 30) * day).toISOString(),
      private: false,
      gated: index % 11 === 10 ? 'manual' : false,
      disabled: false,
      downloads: (index * 7919) % 1_000_003,
      likes: index % 97,
      library_name: 'transformers',
      pipeline_tag: tasks[index % tasks.length],
      tags: ['transformers', 'safetensors', ...tagsOf(license, base), 'region:us'],
      config: { architectures: ['MadeForCausalLM'], model_type: 'made' },
      cardData: {
        ...(license === undefined ? {} : { license }),
        ...(base === undefined ? {} : { base_model: base }),
      },
      ...(base === undefined
        ? {}
        : { baseModels: { relation: 'finetune', models: [{ _id: '', id: base }] } }),
      safetensors: { parameters: { BF16: 1000 + index }, total: 1000 + index },
      siblings: [
        { rfilename: 'README.md' },
        { rfilename: 'config.json' },
        { rfilename: 'model.safetensors' },
      ],
    },
  };
}

function idOf(index: number): string {
  return `made-${String(index % 20).padStart(2, '0')}/model-${String(index).padStart(5, '0')}`;
}

function tagsOf(license: string | undefined, base: string | undefined): readonly string[] {
  const ofBase = base === undefined ? [] : [`base_model:${base}`, `base_model:finetune:${base}`];
  return license === undefined ? ofBase : [`license:${license}`, ...ofBase];
}
