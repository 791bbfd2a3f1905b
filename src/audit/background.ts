import type { Resolver } from '../hub/resolver.ts';
import type { LookupOptions } from '../hub/types.ts';
import { type Ancestor, type Background, type Dataset, unknownBackground } from '../model/background.ts';
import type { BaseModel, FoundLookup, Lookup } from '../model/record.ts';

/** Bounds on what strangers' records can make us ask. Real lineages have fewer than ten steps. */
const deepest = 50;
const mostAncestors = 200;
const mostDatasets = 100;

/** Looks up what stands behind a model: its base models up to the roots, and its data sets. */
export async function backgroundOf(
  lookup: Lookup,
  resolver: Resolver,
  options: LookupOptions,
): Promise<Background> {
  if (lookup.state !== 'found') return unknownBackground;
  const [lineage, datasets] = await Promise.all([
    lineageOf(lookup, resolver, options),
    datasetsOf(lookup, resolver, options),
  ]);
  return { ...lineage, datasets };
}

async function datasetsOf(
  { record }: FoundLookup,
  resolver: Resolver,
  options: LookupOptions,
): Promise<readonly Dataset[]> {
  const ids = [...new Set(record.datasets ?? [])];
  return await Promise.all(
    ids.map(async (id, index): Promise<Dataset> => {
      if (index < mostDatasets) return { id, lookup: await resolver.dataset(id, options) };
      return { id, lookup: { state: 'unreachable', why: `not looked up: one of more than ${mostDatasets}` } };
    }),
  );
}

/** One base model that somebody names, not looked up yet. */
interface Step {
  readonly base: BaseModel;
  readonly of: string;
  readonly depth: number;
}

type Lineage = Pick<Background, 'ancestors' | 'cut'>;

/** Walks up level by level, so that each model is met on its shortest way first. */
async function lineageOf(root: FoundLookup, resolver: Resolver, options: LookupOptions): Promise<Lineage> {
  const walk = new Walk(root);
  let steps = walk.stepsFrom(root, root.record.id, 1);
  while (steps.length > 0) {
    const lookups = await Promise.all(
      steps.map(({ base }) => resolver.resolve('huggingface', base.id, undefined, options)),
    );
    steps = steps.flatMap((step, index) => walk.arrive(step, lookups[index] ?? unasked));
  }
  return { ancestors: walk.ancestors, cut: walk.cut };
}

const unasked: Lookup = { state: 'unreachable', why: 'not looked up' };

/** What the walk has seen so far. A model is called by the name it was first asked for by. */
class Walk {
  readonly ancestors: Ancestor[] = [];
  /** Which models each model says it was made from. */
  readonly #bases = new Map<string, string[]>();
  /** The model behind every id that was asked for or came back: several names may mean one. */
  readonly #models = new Map<string, string>();
  readonly #cuts: string[] = [];

  constructor({ record, movedFrom }: FoundLookup) {
    this.#bases.set(record.id, []);
    this.#models.set(record.id, record.id);
    if (movedFrom !== undefined) this.#models.set(movedFrom, record.id);
  }

  /** Takes down an ancestor, unless another way led to it before, and gives the steps that lead on from it. */
  arrive({ base, of, depth }: Step, lookup: Lookup): readonly Step[] {
    const { id, relation } = base;
    const today = lookup.state === 'found' ? lookup.record.id : id;
    const model = this.#models.get(today) ?? id;
    this.#models.set(today, model).set(id, model);
    this.#bases.get(of)?.push(model);
    if (model !== id) return [];
    this.#bases.set(id, []);
    this.ancestors.push({ id, of, relation, depth, lookup });
    if (lookup.state === 'found') return this.stepsFrom(lookup, id, depth + 1);
    this.#cuts.push(`nothing is known of ${id}`);
    return [];
  }

  stepsFrom({ record: { baseModels } }: FoundLookup, of: string, depth: number): readonly Step[] {
    if (baseModels === undefined) this.#cuts.push(`nobody states what ${of} was made from`);
    if (baseModels === undefined || baseModels.length === 0) return [];
    if (depth > deepest) {
      this.#cuts.push(`the lineage is longer than ${deepest} steps`);
      return [];
    }
    return baseModels.filter(base => this.#isNew(base, of)).map(base => ({ base, of, depth }));
  }

  /** Each name is asked once. */
  #isNew({ id }: BaseModel, of: string): boolean {
    const model = this.#models.get(id);
    if (model !== undefined) {
      this.#bases.get(of)?.push(model);
      return false;
    }
    if (this.#models.size > mostAncestors) {
      this.#cuts.push(`the lineage has more than ${mostAncestors} models`);
      return false;
    }
    this.#models.set(id, id);
    return true;
  }

  get cut(): string | undefined {
    const [model] = this.#inCycles();
    return model === undefined ? this.#cuts[0] : `${model} is named as an ancestor of itself`;
  }

  /** Takes away, again and again, the models that lead to none of those left or that none of them leads to. */
  #inCycles(): readonly string[] {
    const left = new Map(this.#bases);
    let before: number;
    do {
      before = left.size;
      const named = new Set([...left.values()].flat());
      for (const [id, bases] of left) {
        if (!named.has(id) || !bases.some(base => left.has(base))) left.delete(id);
      }
    } while (left.size < before);
    return [...left.keys()];
  }
}
