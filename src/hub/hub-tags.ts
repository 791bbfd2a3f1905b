import type { BaseModel, LicenseFact, WeightFormat } from '../model/record.ts';

const relations = ['finetune', 'adapter', 'quantized', 'merge'] as const;

const formatOfTag: ReadonlyMap<string, WeightFormat> = new Map([
  ['safetensors', 'safetensors'],
  ['pytorch', 'pickle'],
  ['gguf', 'gguf'],
  ['onnx', 'onnx'],
  ['tf', 'tensorflow'],
  ['keras', 'tensorflow'],
  ['jax', 'flax'],
  ['openvino', 'openvino'],
  ['coreml', 'coreml'],
]);

/** What follows `prefix` in every tag that begins with it: `valuesOf(tags, 'license:')`. */
export function valuesOf(tags: readonly string[], prefix: string): readonly string[] {
  return tags.filter(tag => tag.startsWith(prefix)).map(tag => tag.slice(prefix.length));
}

/** The license as the hub states it: `ids` are all the ids its tags or card name. */
export function licenseOf(ids: readonly string[], name?: string, link?: string): LicenseFact {
  const distinct = [...new Set(ids.filter(id => id !== ''))];
  if (distinct.length > 1) {
    // The hub does not say whether one may choose among them or must heed them all, so neither do we.
    return { id: 'other', name: distinct.join(', '), link, source: 'hub' };
  }
  return { id: distinct[0] ?? '', name, link, source: 'hub' };
}

/** The hub tags each base model twice: bare, and with its relation where that is known. */
export function baseModelsOf(tags: readonly string[]): readonly BaseModel[] {
  const found = new Map<string, BaseModel>();
  for (const value of valuesOf(tags, 'base_model:')) {
    const relation = relations.find(name => value.startsWith(`${name}:`));
    const id = relation === undefined ? value : value.slice(relation.length + 1);
    if (relation !== undefined || !found.has(id)) {
      found.set(id, { id, relation });
    }
  }
  return [...found.values()];
}

export function relationOf(word: string | undefined): BaseModel['relation'] {
  return relations.find(name => name === word);
}

/** Undefined when no tag names a format: the hub does not tag all of them. */
export function formatsOfTags(tags: readonly string[]): readonly WeightFormat[] | undefined {
  const formats = new Set(tags.flatMap(tag => formatOfTag.get(tag) ?? []));
  return formats.size === 0 ? undefined : [...formats];
}

export function hasPaperTag(tags: readonly string[]): boolean {
  return tags.some(tag => tag.startsWith('arxiv:') || tag.startsWith('doi:'));
}
