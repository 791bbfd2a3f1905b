import type { Background } from './background.ts';
import type { Project } from './project.ts';
import type { LicenseFact, Lookup } from './record.ts';
import type { BoundStatement, Judgment } from './verdict.ts';

/** What the licenses of one model mean for a project, with all that the answer rests on. */
export interface Explanation {
  /** As it was asked for. */
  readonly id: string;
  readonly project: Project;
  readonly lookup: Lookup;
  readonly background: Background;
  /** Undefined where the model was not found. */
  readonly judgment: Judgment | undefined;
  /** What comes to it where code trains the model further and hands on what it makes of it. */
  readonly ifTrained: readonly BoundStatement[];
  /** Base models whose terms the model's own license leaves out, the nearest first. */
  readonly drifts: readonly ExplainedDrift[];
  /** Training data that may bind it. */
  readonly risks: readonly ExplainedRisk[];
}

interface ExplainedDrift {
  readonly base: string;
  readonly license: LicenseFact;
  /** What is left out, in plain words. */
  readonly lost: readonly string[];
}

interface ExplainedRisk {
  readonly id: string;
  readonly license: string;
  readonly words: readonly string[];
}
