import type { ModelReference } from '../model/reference.ts';
import type { Comment } from '../model/syntax.ts';
import type { Environment } from './types.ts';

/** What a scan of a whole repository found: the second audit starts from it when no file has changed. */
export interface KeptScan {
  readonly references: readonly ModelReference[];
  /** By file, as are the problems. */
  readonly directives: ReadonlyMap<string, readonly Comment[]>;
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

/** As it lies in the cache. */
interface StoredScan {
  /** Every file with its size and its time, a line each. */
  readonly listing: string;
  readonly references: readonly ModelReference[];
  readonly directives: readonly (readonly [file: string, directives: readonly Comment[]])[];
  readonly problems: readonly (readonly [file: string, problems: readonly string[]])[];
}

/** The last scan of this repository, when it was of exactly these files. */
export async function recallScan(
  environment: Environment,
  facts: string,
  listing: string,
): Promise<KeptScan | undefined> {
  const key = keyOf(environment, facts);
  const entry = key === undefined ? undefined : await environment.cache.get(key);
  const stored = entry?.value as Partial<StoredScan> | undefined;
  if (stored?.listing !== listing || !stored.references || !stored.directives || !stored.problems) {
    return undefined;
  }
  const { references, directives, problems } = stored;
  return { references, directives: new Map(directives), problems: new Map(problems) };
}

export async function keepScan(
  environment: Environment,
  facts: string,
  listing: string,
  { references, directives, problems }: KeptScan,
): Promise<void> {
  const key = keyOf(environment, facts);
  if (key === undefined) return;
  const stored: StoredScan = {
    listing,
    references,
    directives: spoken(directives),
    problems: spoken(problems),
  };
  await environment.cache.set(key, stored);
}

/** Most files say nothing. */
function spoken<T>(byFile: ReadonlyMap<string, readonly T[]>): readonly (readonly [string, readonly T[]])[] {
  return [...byFile].filter(([, list]) => list.length > 0);
}

/** One entry for each repository. Another build of the program, or other known ids, may find something else. */
function keyOf({ build, root }: Environment, facts: string): string | undefined {
  return build === undefined ? undefined : `scan ${build} ${facts} ${root}`;
}
