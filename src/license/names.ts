import { licenseEntries } from './catalogue.ts';
import { hubLicenses } from './hub-licenses.generated.ts';
import { idSpellings, nameKey } from './name-key.ts';
import { spdxIdOf } from './spdx.ts';

/** What the licenses are called, as keys, and their ids. A name that two of them share tells neither. */
const idsByName: ReadonlyMap<string, string> = withoutShared([
  ...licenseEntries.flatMap(({ id, hubId, name, aliases = [] }) => {
    return [id, name, ...aliases, ...(hubId === undefined ? [] : [hubId])].map(
      text => [nameKey(text), id] as const,
    );
  }),
  ...Object.entries(hubLicenses)
    .filter(([, { name }]) => !/family$/.test(name) && name !== 'Unknown' && name !== 'Other')
    .flatMap(([id, { name }]) => [[nameKey(name), entryIdOf(id)] as const]),
]);

/** The id of the one license that goes by this name, in the catalogue's spelling or SPDX's. */
export function idOfName(text: string): string | undefined {
  const spellings = idSpellings(nameKey(text));
  const named = spellings.map(spelling => idsByName.get(spelling)).find(id => id !== undefined);
  return named ?? spellings.map(spdxIdOf).find(id => id !== undefined);
}

function entryIdOf(hubId: string): string {
  const entry = licenseEntries.find(({ id, hubId: known }) => known === hubId || id.toLowerCase() === hubId);
  return entry?.id ?? hubId;
}

function withoutShared(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string | undefined>();
  for (const [name, id] of names) ids.set(name, !ids.has(name) || ids.get(name) === id ? id : undefined);
  return new Map(
    [...ids].flatMap(([name, id]) => (id === undefined || name === '' ? [] : [[name, id] as const])),
  );
}
