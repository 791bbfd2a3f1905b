import { familyOfId, licenseOfId } from '../license/catalogue.ts';
import { isInOsadl, osadlSource, osadlValue } from '../license/osadl.ts';
import type { Clause, License, LicenseFamily } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { anyOf, distributes, type Situation, type Truth } from './situation.ts';
import { type Speaker, statement } from './statement.ts';

/** Whether a project under one license may take in a model under one license. Classic pairs follow the matrix of OSADL. */
export function fitStatement(
  project: string | undefined,
  model: string,
  speaker: Speaker,
  situation: Situation,
): Statement {
  const license = licenseOfId(model);
  if (project === undefined) return withoutProjectLicense(license, speaker, situation);
  if (project === model) return permitted(speaker, undefined);
  switch (osadlValue(project, model)) {
    case 'yes':
    case 'same':
      return permitted(speaker, osadlSource);
    case 'no':
      return conflict(project, model, speaker, situation, osadlSource);
    case 'unknown':
      return unknown(speaker, `no table says whether ${speaker.name} fits ${project}`);
    case 'dependency':
      return unknown(speaker, `whether ${speaker.name} fits ${project} depends on how the two are combined`);
    case undefined:
      return outsideMatrix(project, model, license, speaker, situation);
  }
}

/** Only a license that asks for the whole to be under itself has something against another one. */
function outsideMatrix(
  project: string,
  model: string,
  license: License | undefined,
  speaker: Speaker,
  situation: Situation,
): Statement {
  if (license === undefined && !isInOsadl(model)) {
    return unknown(speaker, `nobody has described ${speaker.name}`);
  }
  if (copyleftOf(license) === undefined) return permitted(speaker, undefined);
  if (!isInOsadl(project) && familyOfId(project) === 'unknown') {
    return unknown(speaker, `nobody has described the project's license, ${project}`);
  }
  return conflict(project, model, speaker, situation, undefined);
}

function withoutProjectLicense(
  license: License | undefined,
  speaker: Speaker,
  situation: Situation,
): Statement {
  const copyleft = copyleftOf(license);
  if (license === undefined) return unknown(speaker, `nobody has described ${speaker.name}`);
  if (copyleft === undefined) return permitted(speaker, undefined);
  switch (goesOut(license.family, situation)) {
    case 'no':
      return permitted(speaker, undefined);
    case 'maybe':
      return unknown(
        speaker,
        `${speaker.name} asks that works containing it go out under it, and the project names no license`,
      );
    case 'yes':
      return statement(speaker, {
        kind: 'conflict',
        topic: 'project-license',
        certainty: 'conditional',
        at: copyleft.at,
        reason: asks(license.family),
        circumstance: 'and the project names no license that the audit knows',
        condition: `unless the project goes out under ${speaker.name} itself`,
      });
  }
}

/** Whether the project reaches others in a way that a license of this family takes for handing it on. */
function goesOut(family: LicenseFamily, situation: Situation): Truth {
  return family === 'network-copyleft'
    ? anyOf(['distribute', 'host'], atWork(situation))
    : distributes(situation);
}

function copyleftOf(license: License | undefined): Clause | undefined {
  return license?.clauses.find(({ subject, reach }) => subject === 'same-license' && reach === 'whole');
}

function conflict(
  project: string,
  model: string,
  speaker: Speaker,
  situation: Situation,
  source: string | undefined,
): Statement {
  const family = familyOfId(model);
  const truth = goesOut(family, situation);
  if (truth === 'no') return permitted(speaker, undefined);
  const said = {
    kind: 'conflict',
    topic: 'project-license',
    source,
    at: clauseOf(model)?.at,
    reason: asks(family),
    circumstance: `and the project is under ${project}`,
  } as const;
  // File-level copyleft binds only what is mixed with it, and that does not show in a loading call.
  if (family === 'weak-copyleft') {
    return statement(speaker, { ...said, certainty: 'remote', condition: mixed });
  }
  const condition =
    family === 'network-copyleft'
      ? 'if you distribute the project or others use it over a network'
      : 'if you distribute the project';
  return statement(speaker, truth === 'yes' ? said : { ...said, certainty: 'conditional', condition });
}

const mixed = 'if parts of the model are changed and go out with the project';

/** What makes a work that contains the model is the project itself, wherever the weights lie. */
function atWork(situation: Situation): Situation {
  return { ...situation, acts: [...situation.acts, 'bundles'] };
}

function clauseOf(model: string): Clause | undefined {
  return licenseOfId(model)?.clauses.find(({ subject }) => subject === 'same-license');
}

function asks(family: LicenseFamily): string {
  switch (family) {
    case 'copyleft':
      return 'asks that a work containing it go out under the same license';
    case 'network-copyleft':
      return 'asks that a work containing it go out under the same license, also over a network';
    case 'weak-copyleft':
      return 'asks that parts made from it stay under the same license';
    default:
      return 'sets conditions that the project’s license does not let a project add';
  }
}

function permitted(speaker: Speaker, source: string | undefined): Statement {
  const reason = 'asks for nothing that the project’s own license rules out';
  return statement(speaker, { kind: 'permitted', topic: 'project-license', reason, source });
}

function unknown(speaker: Speaker, reason: string): Statement {
  return statement(speaker, { kind: 'unknown', topic: 'project-license', reason });
}
