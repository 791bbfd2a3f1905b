import { digest } from '../model/digest.ts';
import type { Finding } from '../model/finding.ts';
import type { Project } from '../model/project.ts';
import type { ModelKey } from '../model/reference.ts';
import type { ModelAnswer } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import type { Judgment } from '../model/verdict.ts';
import type { ResolvedReference } from './resolve-references.ts';
import type { Environment } from './types.ts';

/** What rules and the judge said of a whole repository. */
export interface Checks {
  readonly findings: readonly Finding[];
  readonly judgments: ReadonlyMap<ModelKey, Judgment>;
}

/** All that they look at, by file. */
export interface Checked {
  readonly items: readonly ResolvedReference[];
  readonly directives: readonly Comment[];
  readonly project: Project;
}

interface StoredChecks {
  readonly of: string;
  readonly findings: readonly Finding[];
  readonly judgments: readonly (readonly [ModelKey, Judgment])[];
}

/** What the last audit of this repository said, where all that it looked at is the same; otherwise what is said now. */
export async function checkedOnce(
  environment: Environment,
  facts: string,
  files: ReadonlyMap<string, Checked>,
  check: () => Checks,
): Promise<Checks> {
  const { build, root, cache } = environment;
  // What the program says changes with it, and so do the models it knows.
  if (build === undefined) return check();
  const key = `checks ${build} ${facts} ${root}`;
  const of = await questionOf(files);
  const stored = (await cache.get(key))?.value as Partial<StoredChecks> | undefined;
  if (stored?.of === of && stored.findings && stored.judgments)
    return { findings: stored.findings, judgments: new Map(stored.judgments) };
  const checks = check();
  await cache.set(key, {
    of,
    findings: checks.findings,
    judgments: [...checks.judgments],
  } satisfies StoredChecks);
  return checks;
}

/** Each answer and each project is written once, however many references share it; no text holds all of them. */
async function questionOf(files: ReadonlyMap<string, Checked>): Promise<string> {
  const shared = new Map<ModelAnswer | Project, number>();
  const numberOf = (one: ModelAnswer | Project): number => {
    const number = shared.get(one) ?? shared.size;
    shared.set(one, number);
    return number;
  };
  const parts: string[] = [];
  for (const [file, { items, directives, project }] of files) {
    const asked = items.map(({ answer, ...item }) => [item, answer && numberOf(answer)]);
    parts.push(await digest(JSON.stringify([file, asked, directives, numberOf(project)])));
  }
  for (const one of shared.keys()) parts.push(await digest(JSON.stringify(one)));
  return await digest(parts.join());
}
