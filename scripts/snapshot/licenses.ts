import type { FactSource, LicenseFact } from '../../src/model/record.ts';

/** Words the tables write where they know no license. */
const absent = new Set(['not specified', 'multiple', 'inf', '']);

/** A license as a curated table states it; undefined when it states none. */
export function statedLicense(
  text: string | null | undefined,
  source: FactSource,
  licenseIds: ReadonlySet<string>,
): LicenseFact | undefined {
  const word = text?.trim() ?? '';
  if (absent.has(word.toLowerCase())) {
    return undefined;
  }
  if (/^https?:/.test(word)) {
    return { id: 'other', name: undefined, link: word, source };
  }
  const id = licenseIds.has(word.toLowerCase()) ? word.toLowerCase() : word;
  return { id, name: undefined, link: undefined, source };
}

/**
 * The first of several statements, most trusted first. One that says only `other` takes the name or the link of a later
 * one, and with it that one's source. A license the hub has an id for would contradict `other`, so it refines nothing.
 */
export function mergeLicenses(
  statements: readonly (LicenseFact | undefined)[],
  licenseIds: ReadonlySet<string>,
): LicenseFact | undefined {
  const [first, ...rest] = statements.filter(statement => statement !== undefined);
  if (first === undefined || first.id !== 'other' || first.name !== undefined) {
    return first;
  }
  const finer = rest.find(fact => !licenseIds.has(fact.id) && fact.id !== '');
  if (finer !== undefined) {
    return { ...first, name: finer.id, source: finer.source };
  }
  const linked = first.link === undefined ? rest.find(fact => fact.link !== undefined) : undefined;
  return linked === undefined ? first : { ...first, link: linked.link, source: linked.source };
}
