import { identifyFact } from '../license/identify-fact.ts';
import type { Ancestor, Background } from '../model/background.ts';
import type { LicenseFact } from '../model/record.ts';

/** A model whose license binds whoever uses what was made from it. */
export interface BindingAncestor {
  readonly id: string;
  readonly fact: LicenseFact;
  /** Ids from the model itself to this one. */
  readonly chain: readonly string[];
  readonly relation: Ancestor['relation'];
}

export interface Lineage {
  /** Nearest first, and those equally near by id: the order they come in changes nothing. */
  readonly binding: readonly BindingAncestor[];
  /** What is not known of it, in words. */
  readonly gaps: readonly string[];
}

/**
 * The licenses above a model that bind it. A publisher may put its own work under other terms, so that the license of a
 * base model is settled by what the same publisher made from it.
 */
export function lineageOf(id: string, isLicensed: boolean, { ancestors, cut }: Background): Lineage {
  const sorted = ancestors.toSorted((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
  const known = byEveryName(sorted);
  const binding: BindingAncestor[] = [];
  const gaps: string[] = [];
  for (const ancestor of sorted) {
    const maker = known.get(key(ancestor.of));
    const isSettled = maker === undefined ? isLicensed : factOf(maker) !== undefined;
    if (sameOwner(idOf(ancestor), maker === undefined ? id : idOf(maker)) && isSettled) continue;
    const fact = factOf(ancestor);
    if (fact === undefined) gaps.push(gapOf(ancestor));
    else {
      const chain = chainTo(ancestor, id, known);
      binding.push({ id: idOf(ancestor), fact, chain, relation: ancestor.relation });
      if (identifyFact(fact).kind === 'unknown') gaps.push(untold(ancestor, fact));
    }
  }
  if (cut !== undefined) gaps.push(`its lineage was not followed to the end: ${cut}`);
  return { binding, gaps };
}

function byEveryName(ancestors: readonly Ancestor[]): ReadonlyMap<string, Ancestor> {
  const known = new Map<string, Ancestor>();
  for (const ancestor of ancestors) {
    for (const name of [ancestor.id, idOf(ancestor)].map(key)) {
      if (!known.has(name)) known.set(name, ancestor);
    }
  }
  return known;
}

function key(id: string): string {
  return id.toLowerCase();
}

function idOf({ id, lookup }: Ancestor): string {
  return lookup.state === 'found' ? lookup.record.id : id;
}

/** The license an ancestor names; undefined where it names none or nobody knows. */
function factOf({ lookup }: Ancestor): LicenseFact | undefined {
  const fact = lookup.state === 'found' ? lookup.record.license : undefined;
  return fact?.id === '' ? undefined : fact;
}

function untold(ancestor: Ancestor, { id, name }: LicenseFact): string {
  return `the license of its base model '${idOf(ancestor)}', “${name ?? id}”, cannot be told`;
}

function gapOf(ancestor: Ancestor): string {
  const { lookup } = ancestor;
  const isSilent = lookup.state === 'found' && lookup.record.license?.id === '';
  return isSilent
    ? `its base model '${idOf(ancestor)}' names no license`
    : `nothing is known of the license of its base model '${idOf(ancestor)}'`;
}

function sameOwner(a: string, b: string): boolean {
  const [owner] = key(a).split('/');
  return a.includes('/') && owner === key(b).split('/')[0];
}

/** Ends where it does not lead on, and in a circle. */
function chainTo(ancestor: Ancestor, root: string, known: ReadonlyMap<string, Ancestor>): readonly string[] {
  const chain: string[] = [];
  const seen = new Set<Ancestor>();
  let current: Ancestor | undefined = ancestor;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    chain.unshift(idOf(current));
    current = known.get(key(current.of));
  }
  return [root, ...chain];
}
