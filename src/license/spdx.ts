import { spdxIds } from './spdx-ids.generated.ts';

const idsByLowerCase: ReadonlyMap<string, string> = new Map(spdxIds.map(id => [id.toLowerCase(), id]));

/** The id as SPDX spells it; undefined where its list has none of that name. */
export function spdxIdOf(text: string): string | undefined {
  return idsByLowerCase.get(text.toLowerCase());
}
