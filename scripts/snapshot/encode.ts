import {
  cardFields,
  firstDay,
  millisecondsOfDay,
  type SnapshotColumns,
  type SnapshotFile,
  snapshotVersion,
  type TimmNames,
  weightFormats,
} from '../../src/hub/snapshot-format.ts';
import { isHubId } from '../../src/model/hub-id.ts';
import type { ModelRecord } from '../../src/model/record.ts';
import { bits, byId, dictionary, encodeIds, pairs, shifted } from './columns.ts';
import { encodeDatasets } from './datasets.ts';
import { excludedIds } from './exclude.ts';
import { mergeRecords } from './merge.ts';
import { renamedIds } from './renamed.ts';
import type { Sources, TimmRow } from './sources.ts';

export function encodeSnapshot(sources: Sources): SnapshotFile {
  const records = [...mergeRecords(sources)].sort(byId);
  const members = bareMembers(sources, new Set(records.map(record => record.id)));
  return {
    version: snapshotVersion,
    date: sources.date ?? gatheredOn(sources),
    records: encodeIds(records),
    columns: encodeColumns(records),
    members: encodeIds(members),
    ranks: members.map(member => member.rank),
    renamed: pairs([...renamedIds(sources)]),
    timm: encodeTimm(sources.timm),
    datasets: encodeDatasets(sources),
  };
}

/** The hub's own replies are the oldest of the tables and carry no date; they are as old as the youngest model in them. */
function gatheredOn(sources: Sources): string {
  const dates = sources.hub.map(row => row.createdAt).sort();
  return (dates.at(-1) ?? '').slice(0, 10);
}

interface Member {
  readonly id: string;
  readonly rank: number;
}

function bareMembers(sources: Sources, recorded: ReadonlySet<string>): readonly Member[] {
  const excluded = excludedIds(sources);
  const ranks = new Map(Object.values(sources.renamed).map(id => [id, 0]));
  for (const [id, downloads] of sources.popular) {
    ranks.set(id, Math.max(1, Math.round(2 * Math.log2(downloads + 1))));
  }
  return [...ranks]
    .filter(([id]) => isHubId(id) && !recorded.has(id) && !excluded.has(id))
    .map(([id, rank]) => ({ id, rank }))
    .sort(byId);
}

function encodeColumns(records: readonly ModelRecord[]): SnapshotColumns {
  return {
    license: dictionary(records.map(record => record.license)),
    baseModels: dictionary(
      records.map(record => record.baseModels?.map(base => `${base.relation ?? ''}:${base.id}`).join(' ')),
    ),
    datasets: dictionary(records.map(record => record.datasets?.join(' '))),
    languages: dictionary(records.map(record => record.languages?.join(' '))),
    task: dictionary(records.map(record => record.task)),
    library: dictionary(records.map(record => record.library)),
    architecture: dictionary(records.map(record => record.architecture)),
    parameters: records.map(record => shifted(record.parameters)),
    downloads: records.map(record => shifted(record.downloads)),
    likes: records.map(record => shifted(record.likes)),
    created: records.map(record => shifted(dayOf(record.createdAt))),
    formats: records.map(record =>
      bits(weightFormats, format => record.weightFormats?.includes(format) ?? false),
    ),
    customCode: records.map(record => shifted(record.hasCustomCode && 1, record.hasCustomCode === false)),
    card: records.map(({ card }) => shifted(card && bits(cardFields, field => card[field]))),
  };
}

function dayOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.round((Date.parse(date) - firstDay) / millisecondsOfDay);
}

function encodeTimm(rows: readonly TimmRow[]): TimmNames {
  const published = rows.filter(row => row.hf_hub_id !== null);
  return {
    defaults: published
      .filter(row => row.default === true)
      .map(row => row.name)
      .sort()
      .join('\n'),
    elsewhere: pairs(
      published.flatMap(row =>
        row.hf_hub_id === null || row.hf_hub_id === `timm/${row.name}`
          ? []
          : [[row.name, row.hf_hub_id] as const],
      ),
    ),
  };
}
