import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { emptyRecord } from './empty-record.ts';

/** The day the tables of this folder were compared with what their publishers state. */
const readOn = '2026-11-25';

type Facts = Partial<
  Pick<ModelRecord, 'task' | 'library' | 'parameters' | 'architecture' | 'weightFormats'>
> & {
  /** Where the facts stand. */
  readonly url: string;
  /** Undefined where the publisher states none for the weights. */
  readonly license?: string | undefined;
  /** Where the license is stated, if not at `url`. */
  readonly licenseLink?: string | undefined;
};

/** The answer of a table in this folder, for models whose hub has no address to ask. */
export function fromTable(hub: Hub, id: string, { license, licenseLink, url, ...rest }: Facts): Lookup {
  const link = licenseLink ?? url;
  const record: ModelRecord = {
    ...emptyRecord(hub, id, url),
    ...rest,
    license: license === undefined ? undefined : { id: license, name: undefined, link, source: 'library' },
  };
  return { state: 'found', record, from: 'table', at: readOn, movedFrom: undefined };
}
