import { valuesOf } from '../../src/hub/hub-tags.ts';
import { gatings, type SnapshotDatasets } from '../../src/hub/snapshot-format.ts';
import { isHubId } from '../../src/model/hub-id.ts';
import { byId, dictionary, encodeIds, pairs } from './columns.ts';
import type { DatasetRow, Sources } from './sources.ts';

export function encodeDatasets({ datasets, hub }: Sources): SnapshotDatasets {
  const rows = datasets.filter(row => isHubId(row.id)).toSorted(byId);
  return {
    ids: encodeIds(rows),
    license: dictionary(rows.map(licenseOf)),
    gated: rows.map(row => gatings.indexOf(row.gated)),
    renamed: pairs([
      ...renamedDatasets(datasets, new Set(hub.flatMap(row => valuesOf(row.tags, 'dataset:')))),
    ]),
  };
}

/** The hub makes the tag from the card's metadata, so that no tag means that the card names none. */
function licenseOf({ tags }: DatasetRow): string | undefined {
  const ids = valuesOf(tags, 'license:');
  return ids.length > 1 ? undefined : (ids[0] ?? '');
}

/** Rows that the source did not reach by a bare name, though a bare name fits: each with the reason. */
const notRenamed: ReadonlyMap<string, string> = new Map([
  ['EleutherAI/pile', 'the bare name is that of the corpus, not of this loading script'],
  ['fixie-ai/covost2', 'a copy by others; the bare name became facebook/covost2'],
  ['fixie-ai/librispeech_asr', 'a copy by others; the bare name became openslr/librispeech_asr'],
]);

/**
 * Until 2024 the hub's own data sets had no owner; then it moved them under those who made them. The source of the table
 * asked for the bare names that models state, and its rows that answered under another id lack a `key`.
 */
export function renamedDatasets(
  datasets: readonly DatasetRow[],
  stated: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const candidates = datasets
    .filter(({ id, key }) => key === undefined && !notRenamed.has(id))
    .map(({ id }) => [id.slice(id.indexOf('/') + 1), id] as const)
    .filter(([name]) => stated.has(name));
  const isOnly = (name: string): boolean => candidates.filter(other => other[0] === name).length === 1;
  return new Map(candidates.filter(([name]) => isOnly(name)));
}
