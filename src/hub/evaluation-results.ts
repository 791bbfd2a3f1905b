import * as v from 'valibot';
import type { EvaluationResult } from '../model/record.ts';
import { flag, lenient, text } from './reply-schema.ts';

/** Cards of embedding models state thousands. */
const mostResults = 50;
const longestName = 200;

const value = lenient(v.union([v.pipe(v.number(), v.finite()), v.string()]));
const named = lenient(v.object({ name: text, type: text }));

/** The older way: in the front matter of the card. */
export const modelIndexSchema = lenient(
  v.array(
    lenient(
      v.object({
        results: lenient(
          v.array(
            lenient(
              v.object({
                task: named,
                dataset: named,
                metrics: lenient(
                  v.array(lenient(v.object({ type: text, name: text, value, verified: flag }))),
                ),
              }),
            ),
          ),
        ),
      }),
    ),
  ),
);

/** The newer way: files of their own, and what others propose in pull requests. An entry with an error states nothing. */
export const evalResultsSchema = lenient(
  v.array(
    lenient(
      v.object({
        verified: flag,
        data: lenient(v.object({ dataset: lenient(v.object({ id: text, task_id: text })), value })),
        pullRequest: v.optional(v.unknown()),
      }),
    ),
  ),
);

type ModelIndex = v.InferOutput<typeof modelIndexSchema>;
type EvalResults = v.InferOutput<typeof evalResultsSchema>;

/** All results a reply states, each of its two ways after the other. */
export function evaluationsOf(index: ModelIndex, files: EvalResults): readonly EvaluationResult[] {
  return [...(index ?? []).flatMap(ofIndex), ...(files ?? []).flatMap(ofFile)].slice(0, mostResults);
}

function ofIndex(entry: NonNullable<ModelIndex>[number]): readonly EvaluationResult[] {
  return (entry?.results ?? []).flatMap(result =>
    (result?.metrics ?? []).flatMap(metric => {
      if (metric?.value === undefined) return [];
      return {
        task: shortened(result?.task?.type ?? result?.task?.name),
        dataset: shortened(result?.dataset?.type ?? result?.dataset?.name),
        metric: shortened(metric.type ?? metric.name),
        value: shortened(metric.value),
        isVerified: metric.verified,
        isClaimOfOthers: false,
      };
    }),
  );
}

function ofFile(entry: NonNullable<EvalResults>[number]): readonly EvaluationResult[] {
  if (entry?.data?.value === undefined) return [];
  const { dataset, value: stated } = entry.data;
  return [
    {
      task: shortened(dataset?.task_id),
      dataset: shortened(dataset?.id),
      metric: undefined,
      value: shortened(stated),
      isVerified: entry.verified,
      isClaimOfOthers: Boolean(entry.pullRequest),
    },
  ];
}

/** Names are strangers' text. */
function shortened<T extends number | string | undefined>(stated: T): T;
function shortened(stated: number | string | undefined): number | string | undefined {
  return typeof stated === 'string' ? stated.slice(0, longestName) : stated;
}
