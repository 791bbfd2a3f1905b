import type { Resolver } from '../hub/resolver.ts';
import type { RuleInfo } from '../model/finding.ts';
import type { Project } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { PackageLicenses } from '../project/package-licenses.ts';
import type { KnownModels, Rule } from '../rules/rule.ts';
import type { NetworkGate } from './network-gate.ts';
import type { Environment } from './types.ts';
import type { Witness } from './witness.ts';

/** What an audit stands on, read once for a session. */
export interface Knowledge {
  readonly environment: Environment;
  /** What is asked of the repository and of the cache beside its sources goes through it. */
  readonly witness: Witness;
  /** As the root declares it. */
  readonly project: Project;
  readonly licenses: PackageLicenses;
  readonly projectSkipped: readonly Skipped[];
  readonly resolver: Resolver;
  readonly known: KnownModels;
  /** The day of the facts that ship. ISO 8601. */
  readonly factsDate: string;
  /** Whether an id is one of the snapshot's, without asking anybody. */
  readonly isKnownId: (id: string) => boolean;
  /** All the ids of the snapshot. */
  readonly knownIds: () => readonly string[];
  readonly rules: readonly Rule[];
  readonly ruleInfos: readonly RuleInfo[];
  readonly network: NetworkGate;
}
