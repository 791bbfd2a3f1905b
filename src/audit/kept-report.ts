import { digest } from '../model/digest.ts';
import type { AuditReport } from '../model/report.ts';
import type { Knowledge } from './knowledge.ts';
import { type Listing, textOf } from './listing.ts';
import { stillHolds, type Testimony } from './witness.ts';

interface StoredReport extends Testimony {
  readonly of: string;
  readonly report: AuditReport;
}

/** The report that the last audit of a repository gave. */
export interface KeptReport {
  /** Undefined where another audit might say something else. */
  recall(): Promise<AuditReport | undefined>;
  keep(report: AuditReport): Promise<void>;
}

/**
 * Keeps the report of a whole repository with all that the audit asked of the world outside. Only without a network:
 * what a hub says may be another thing at any time.
 */
export async function keptReport(
  { environment, factsDate, network, witness }: Knowledge,
  listing: Listing,
): Promise<KeptReport | undefined> {
  const { build, root, cache, marks } = environment;
  if (build === undefined || marks === undefined || network.duringAudit) return undefined;
  const key = `report ${build} ${factsDate} ${root}`;
  const { overrides, preferences, isTrusted, configurationFile, endpointProblems, token } = environment;
  const settings = [overrides, preferences, isTrusted, configurationFile, endpointProblems, token];
  const of = await digest(JSON.stringify([textOf(listing), listing.unread, settings]));
  return {
    async recall() {
      const stored = (await cache.get(key))?.value as Partial<StoredReport> | undefined;
      const { paths, entries, report } = stored ?? {};
      if (stored?.of !== of || !paths || !entries || !report) return undefined;
      return stillHolds({ paths, entries }, environment) ? report : undefined;
    },
    async keep(report) {
      const testimony = witness.testimony();
      if (testimony) await cache.set(key, { of, ...testimony, report } satisfies StoredReport);
    },
  };
}
