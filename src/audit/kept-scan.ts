import type { ModelReference } from '../model/reference.ts';
import type { Comment } from '../model/syntax.ts';
import type { Environment } from './types.ts';

/** What a scan of a whole repository found: the second audit starts from it when no file has changed. */
export interface KeptScan {
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
  const kept = entry?.value as Partial<KeptScan> | undefined;
  const isWhole = kept?.references && kept.directives && kept.problems;
  return isWhole && kept.listing === listing ? (kept as KeptScan) : undefined;
}

export async function keepScan(environment: Environment, facts: string, scan: KeptScan): Promise<void> {
  const key = keyOf(environment, facts);
  if (key !== undefined) await environment.cache.set(key, scan);
}

/** One entry for each repository. Another build of the program, or other known ids, may find something else. */
function keyOf({ build, root }: Environment, facts: string): string | undefined {
  return build === undefined ? undefined : `scan ${build} ${facts} ${root}`;
}
