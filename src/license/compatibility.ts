import type { Use } from '../model/project.ts';
import { asOrLater, type LicenseNode, parseLicenseExpression } from './expression.ts';
import { identifyLicense } from './identify.ts';
import { judgePair, type Verdict } from './judge-pair.ts';
import type { LicenseIdentity } from './types.ts';

export type { Verdict } from './judge-pair.ts';

/** Whether a project under `projectExpression` may load a model under `modelLicense` in these ways. */
export function judge(
  modelLicense: LicenseIdentity,
  projectExpression: string,
  use: readonly Use[],
): Verdict {
  const model = nodesOf(modelLicense);
  if (model.kind === 'unknown') return model;
  const project = nodesOf(identifyLicense(projectExpression));
  if (project.kind === 'unknown') return { kind: 'unknown', why: `the project's license: ${project.why}` };
  const verdicts = project.readings.flatMap(leading => {
    return model.readings.map(taken => judgeProject(leading, taken, use));
  });
  return agreed(verdicts);
}

type Readings = { readonly kind: 'readings'; readonly readings: readonly LicenseNode[] } | Unknown;
type Unknown = Extract<Verdict, { kind: 'unknown' }>;

/** A license that may or may not allow later versions is read both ways. */
function nodesOf(identity: LicenseIdentity): Readings {
  if (identity.kind === 'unknown') return { kind: 'unknown', why: identity.why };
  if (identity.kind === 'none') return { kind: 'unknown', why: 'no license is named, which grants nothing' };
  if (identity.kind === 'named')
    return { kind: 'readings', readings: [{ kind: 'license', id: identity.ref }] };
  const node = parseLicenseExpression(identity.expression);
  if (node === undefined) return { kind: 'unknown', why: `“${identity.expression}” is no SPDX expression` };
  return { kind: 'readings', readings: identity.mayBeOrLater === true ? [node, asOrLater(node)] : [node] };
}

/** The first verdict where all readings come to the same, and ignorance where they do not. */
function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first !== undefined && verdicts.every(verdict => verdict.kind === first.kind)) return first;
  return { kind: 'unknown', why: 'the license does not say whether a later version of it may be chosen' };
}

function judgeProject(project: LicenseNode, model: LicenseNode, use: readonly Use[]): Verdict {
  if (project.kind === 'license') return judgeModel(project.id, model, use);
  const left = judgeProject(project.left, model, use);
  const right = judgeProject(project.right, model, use);
  return project.kind === 'or' ? milder(left, right) : stricter(left, right);
}

function judgeModel(projectId: string, model: LicenseNode, use: readonly Use[]): Verdict {
  if (model.kind === 'license') return judgePair(projectId, model.id, use);
  const left = judgeModel(projectId, model.left, use);
  const right = judgeModel(projectId, model.right, use);
  return model.kind === 'or' ? milder(left, right) : stricter(left, right);
}

function milder(left: Verdict, right: Verdict): Verdict {
  return severity(left) <= severity(right) ? left : right;
}

function stricter(left: Verdict, right: Verdict): Verdict {
  return severity(left) >= severity(right) ? left : right;
}

function severity(verdict: Verdict): number {
  if (verdict.kind === 'permitted') return 0;
  if (verdict.kind === 'unknown') return 1;
  return verdict.certainty === 'conditional' ? 2 : 3;
}
