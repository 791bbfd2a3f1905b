import { licenseOfId } from '../license/catalogue.ts';
import { asOrLater, type LicenseNode, parseLicenseExpression } from '../license/expression.ts';
import { identifyLicense } from '../license/identify.ts';
import type { License, LicenseIdentity } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { dutyStatements } from './duties.ts';
import { fitStatement } from './project-fit.ts';
import { purposeStatements } from './purpose.ts';
import { restrictionStatements } from './restrictions.ts';
import { sharingStatements } from './sharing.ts';
import type { Situation } from './situation.ts';
import { compareStatements, type Speaker, statement, strongest } from './statement.ts';

/** What one license, or an expression of several, means for a project. Never empty, strongest first. */
export function judgeLicense(identity: LicenseIdentity, situation: Situation): readonly Statement[] {
  const model = readingsOf(identity);
  if ('reason' in model) return [model];
  const project = projectReadings(situation.projectLicense);
  if (project !== undefined && 'reason' in project) return [project];
  const readings = (project?.nodes ?? [undefined]).flatMap(own =>
    model.nodes.map(node => judgeNode(node, own, situation).toSorted(compareStatements)),
  );
  return agreed(readings);
}

/** A license that may or may not allow later versions is read both ways. */
interface Readings {
  readonly nodes: readonly LicenseNode[];
}

function readingsOf(identity: LicenseIdentity): Readings | Statement {
  if (identity.kind === 'none') return untold('no license is named, which grants nothing');
  if (identity.kind === 'unknown') return untold(identity.why);
  if (identity.kind === 'named') return { nodes: [{ kind: 'license', id: identity.ref }] };
  const node = parseLicenseExpression(identity.expression);
  if (node === undefined) return untold(`“${identity.expression}” is no SPDX expression`);
  return { nodes: identity.mayBeOrLater === true ? [node, asOrLater(node)] : [node] };
}

function projectReadings(license: string | undefined): Readings | Statement | undefined {
  if (license === undefined) return undefined;
  const read = readingsOf(identifyLicense(license));
  return 'reason' in read ? { ...read, reason: `of the project's license, ${read.reason}` } : read;
}

function untold(reason: string): Statement {
  return statement({ id: '', name: '' }, { kind: 'unknown', topic: 'license', reason });
}

/** The first reading where all come to the same, and ignorance where they do not. */
function agreed(readings: readonly (readonly Statement[])[]): readonly Statement[] {
  const [first = []] = readings;
  const [top] = first;
  if (top === undefined || readings.every(other => strongest(other) === strongest(first))) return first;
  const reason = 'the license does not say whether a later version of it may be chosen';
  const rest = first.filter(({ topic }) => topic !== 'project-license');
  return [{ ...top, ...openVersion, reason }, ...rest].toSorted(compareStatements);
}

const openVersion = {
  kind: 'unknown',
  topic: 'project-license',
  certainty: 'certain',
  circumstance: undefined,
  condition: undefined,
} as const;

/** Of two licenses joined by OR the milder one is chosen; all of those joined by AND hold. */
function judgeNode(
  node: LicenseNode,
  project: LicenseNode | undefined,
  situation: Situation,
): readonly Statement[] {
  if (node.kind === 'license') return judgeOne(node.id, project, situation);
  const left = judgeNode(node.left, project, situation);
  const right = judgeNode(node.right, project, situation);
  return node.kind === 'or' ? milder(left, right) : [...left, ...right];
}

/** The same whichever stands first. */
function milder(left: readonly Statement[], right: readonly Statement[]): readonly Statement[] {
  const difference = strongest(left) - strongest(right) || left.length - right.length;
  if (difference !== 0) return difference < 0 ? left : right;
  return (left[0]?.license ?? '') <= (right[0]?.license ?? '') ? left : right;
}

function judgeOne(id: string, project: LicenseNode | undefined, situation: Situation): readonly Statement[] {
  const license = licenseOfId(id);
  const speaker: Speaker = { id, name: license?.hubId ?? id };
  const fit = judgeFit(project, id, speaker, situation);
  if (license === undefined) return [fit];
  const read = {
    kind: 'unknown',
    topic: 'license',
    reason: `the whole text of ${license.name} could not be read`,
  } as const;
  return [
    fit,
    ...purposeStatements(license, speaker, situation),
    ...sharingStatements(license, speaker, situation),
    ...restrictionStatements(license, speaker, situation),
    ...dutyStatements(license, speaker, situation),
    ...(isRead(license) ? [] : [statement(speaker, read)]),
  ];
}

/** Where only parts of a text could be read, a clause that is missing says nothing. */
function isRead({ source }: License): boolean {
  return source === 'text' || source === 'relative';
}

/** Of a project's licenses joined by OR one that fits is enough; a model must fit all of those joined by AND. */
function judgeFit(
  project: LicenseNode | undefined,
  model: string,
  speaker: Speaker,
  situation: Situation,
): Statement {
  if (project === undefined || project.kind === 'license') {
    return fitStatement(project?.id, model, speaker, situation);
  }
  const left = judgeFit(project.left, model, speaker, situation);
  const right = judgeFit(project.right, model, speaker, situation);
  const [mild, strict] = [left, right].toSorted(compareStatements).toReversed();
  return (project.kind === 'or' ? mild : strict) ?? left;
}
