import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { emptyRecord } from './empty-record.ts';

/** The day the tables of the libraries below were compared with what their publishers state. */
const readOn = '2026-11-23';

/** The answer of a table in this folder, for models whose library states their license for all of them. */
export function fromTable(
  hub: Hub,
  id: string,
  facts: { readonly license: string; readonly url: string } & Partial<
    Pick<ModelRecord, 'task' | 'library' | 'parameters' | 'architecture' | 'weightFormats'>
  >,
): Lookup {
  const { license, url, ...rest } = facts;
  const record: ModelRecord = {
    ...emptyRecord(hub, id, url),
    ...rest,
    license: { id: license, name: undefined, link: url, source: 'library' },
  };
  return { state: 'found', record, from: 'table', at: readOn, movedFrom: undefined };
}
