import { licenseOf } from '../license/catalogue.ts';
import { identifyFact } from '../license/identify-fact.ts';
import type { Clause } from '../license/types.ts';
import type { Background, DatasetRecord } from '../model/background.ts';
import { limitsPurpose, purposeStatements } from './purpose.ts';
import type { Situation } from './situation.ts';

/** A data set whose license forbids what a model trained on it, or the project, may be meant for. */
export interface DatasetRisk {
  readonly record: DatasetRecord;
  readonly license: string;
  /** What it forbids, in plain words. */
  readonly words: readonly string[];
}

/**
 * Data sets that forbid commercial use or derivatives, in the order of their ids. Whether training makes a derivative
 * is not settled anywhere, so that this is a risk and no conflict.
 */
export function datasetRisks({ datasets }: Background, situation: Situation): readonly DatasetRisk[] {
  const records = new Map(
    datasets.flatMap(({ lookup }) =>
      lookup.state === 'found' ? [[lookup.record.id, lookup.record] as const] : [],
    ),
  );
  return [...records.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(record => riskOf(record, situation));
}

function riskOf(record: DatasetRecord, situation: Situation): readonly DatasetRisk[] {
  const { license: fact } = record;
  const license = fact && licenseOf(identifyFact(fact));
  if (license === undefined) return [];
  const speaker = { id: license.id, name: license.hubId ?? license.id };
  const isPurposeAtRisk = purposeStatements(license, speaker, situation).length > 0;
  const risky = license.clauses.filter(
    clause => (isPurposeAtRisk && limitsPurpose(clause)) || forbidsDerivatives(clause),
  );
  const words = [...new Set(risky.map(clause => clause.words))];
  return words.length === 0 ? [] : [{ record, license: speaker.name, words }];
}

function forbidsDerivatives({ kind, subject }: Clause): boolean {
  return kind === 'prohibition' && (subject === 'derivatives' || subject === 'modification');
}
