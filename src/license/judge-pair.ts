import type { Use } from '../model/project.ts';
import { familyOfId, forbids, licenseOfId } from './catalogue.ts';
import { isInOsadl, osadlSource, osadlValue } from './osadl.ts';
import type { LicenseFamily } from './types.ts';

export type Verdict =
  | {
      readonly kind: 'conflict';
      /** One sentence without a full stop, for people. */
      readonly reason: string;
      /** `conditional` where the conflict needs something the audit does not know; the reason says what. */
      readonly certainty: 'certain' | 'conditional';
      /** What the judgment rests on. */
      readonly source: string;
    }
  | { readonly kind: 'permitted' }
  | { readonly kind: 'unknown'; readonly why: string };

const openFamilies: ReadonlySet<LicenseFamily> = new Set([
  'permissive',
  'public-domain',
  'weak-copyleft',
  'copyleft',
  'network-copyleft',
]);

/** A project under one license that loads a model under one license. */
export function judgePair(project: string, model: string, use: readonly Use[]): Verdict {
  if (forbids(licenseOfId(model), 'commercial-use')) return judgeNonCommercial(project, model, use);
  if (project === model) return { kind: 'permitted' };
  const value = osadlValue(project, model);
  if (value === 'no') return classicConflict(project, model, use);
  if (value === 'yes' || value === 'same') return { kind: 'permitted' };
  if (value === undefined) return judgeOutsideMatrix(project, model);
  const why =
    value === 'dependency'
      ? `it depends on how the project uses it whether ${model} fits ${project}`
      : `no table says whether ${model} fits ${project}`;
  return { kind: 'unknown', why };
}

function judgeNonCommercial(project: string, model: string, use: readonly Use[]): Verdict {
  const name = licenseOfId(model)?.name ?? model;
  const source = `the terms of ${name}`;
  if (use.includes('commercial')) {
    const reason = `${name} forbids commercial use, and the project's use is commercial`;
    return { kind: 'conflict', certainty: 'certain', reason, source };
  }
  if (isPrivateUse(use) || familyOfId(project) === 'non-commercial') return { kind: 'permitted' };
  if (!isInOsadl(project) && !openFamilies.has(familyOfId(project))) {
    return {
      kind: 'unknown',
      why: `${name} forbids commercial use, and nothing says whether the project's use is commercial`,
    };
  }
  const reason = `${name} forbids commercial use, which ${project} grants to whoever takes the project`;
  return { kind: 'conflict', certainty: 'conditional', reason, source };
}

/** What is distributed or hosted reaches others, who may earn money with it; research and internal use reach nobody. */
function isPrivateUse(use: readonly Use[]): boolean {
  return use.length > 0 && use.every(kind => kind === 'research' || kind === 'internal');
}

function classicConflict(project: string, model: string, use: readonly Use[]): Verdict {
  const family = familyOfId(model);
  const isNetwork = family === 'network-copyleft';
  const hasHappened = use.includes('distributed') || (isNetwork && use.includes('hosted'));
  const condition = isNetwork ? 'if you distribute or host the project' : 'if you distribute the project';
  // File-level copyleft binds only what is mixed with it, and that cannot be seen from a loading call.
  const isMixed = family === 'weak-copyleft';
  const isCertain = hasHappened && !isMixed;
  const reason = [
    clause(project, model, family),
    ...(isMixed ? ['; this matters if the model becomes part of the project'] : []),
    ...(isCertain || isMixed ? [] : [`; this matters ${condition}`]),
  ].join('');
  return { kind: 'conflict', certainty: isCertain ? 'certain' : 'conditional', reason, source: osadlSource };
}

function clause(project: string, model: string, family: LicenseFamily): string {
  switch (family) {
    case 'copyleft':
    case 'network-copyleft':
      return `${model} asks that a work containing it go out under ${model}, and the project is under ${project}`;
    case 'weak-copyleft':
      return `${model} asks that parts made from it stay under ${model}, and the project is under ${project}`;
    default:
      return `${model} sets conditions that ${project} does not let a project add`;
  }
}

/** Model licenses that the classic matrix does not list. */
function judgeOutsideMatrix(project: string, model: string): Verdict {
  const family = familyOfId(model);
  const isKnownProject = isInOsadl(project) || familyOfId(project) !== 'unknown';
  if (!isKnownProject) return { kind: 'unknown', why: `the project's license ${project} is in no table` };
  if (family === 'public-domain') return { kind: 'permitted' };
  if (family === 'permissive' && !isInOsadl(model)) return { kind: 'permitted' };
  if (model === 'CC-BY-SA-4.0' && /^GPL-3\.0-(?:only|or-later)$/.test(project)) return { kind: 'permitted' };
  if (family === 'use-restricted') {
    return {
      kind: 'unknown',
      why: `${licenseOfId(model)?.name ?? model} restricts use, which no table of pairs covers`,
    };
  }
  return { kind: 'unknown', why: `no table says whether ${model} fits ${project}` };
}
