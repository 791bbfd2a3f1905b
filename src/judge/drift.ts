import { licenseOfId } from '../license/catalogue.ts';
import { type LicenseNode, licenseIds, parseLicenseExpression } from '../license/expression.ts';
import { identifyFact } from '../license/identify-fact.ts';
import { osadlValue } from '../license/osadl.ts';
import type { Clause, License, LicenseIdentity } from '../license/types.ts';
import type { LicenseFact } from '../model/record.ts';
import { reporterOf } from '../model/reporter.ts';
import type { LicensedModel } from './judge-model.ts';
import { type BindingAncestor, lineageOf } from './lineage.ts';
import { limitsPurpose } from './purpose.ts';
import { isRestriction } from './restrictions.ts';

/** A license that leaves out what a license above it asks for. */
export interface Drift {
  readonly base: BindingAncestor;
  /** The base model's clauses that the model's own license does not have. */
  readonly lost: readonly Clause[];
}

/**
 * Where a model's license claims more freedom than a base model's gives, the nearest base first. Only licenses whose
 * clauses are known on both sides can be compared; what a mere gallery reports is no claim of anybody's.
 */
export function driftsOf(model: LicensedModel): readonly Drift[] {
  const own = model.license && claimOf(model.license);
  if (own === undefined) return [];
  const { binding } = lineageOf(model.id, true, model.background);
  const seen = new Set<string>();
  return binding.flatMap(base => {
    const license = reporterOf(base.fact) === undefined ? singleLicense(identifyFact(base.fact)) : undefined;
    if (license === undefined || seen.has(license.id)) return [];
    seen.add(license.id);
    const lost = license.clauses.filter(clause => isSubstance(clause) && !keeps(own, clause, license));
    return lost.length === 0 ? [] : [{ base, lost }];
  });
}

function claimOf(fact: LicenseFact): LicenseNode | undefined {
  if (reporterOf(fact) !== undefined) return undefined;
  const identity = identifyFact(fact);
  const expression = identity.kind === 'named' ? identity.ref : undefined;
  const node = parseLicenseExpression(identity.kind === 'spdx' ? identity.expression : (expression ?? ''));
  const isKnown = node !== undefined && licenseIds(node).every(isDescribed);
  return isKnown ? node : undefined;
}

/** A clause that a text nobody read does not have says nothing. */
function isDescribed(id: string): boolean {
  const license = licenseOfId(id);
  return license !== undefined && (license.source === 'text' || license.source === 'relative');
}

/** An expression of several leaves open which of them the base model's makers meant to keep. */
function singleLicense(identity: LicenseIdentity): License | undefined {
  const id = identity.kind === 'spdx' ? identity.expression : identity.kind === 'named' ? identity.ref : '';
  return licenseOfId(id);
}

/** What no fine-tune may leave behind: notices aside, which every license has in some form. */
function isSubstance(clause: Clause): boolean {
  const { kind, subject, reach } = clause;
  if (limitsPurpose(clause) || isRestriction(clause)) return true;
  if (kind === 'prohibition') return subject === 'derivatives';
  return kind === 'obligation' && subject === 'same-license' && reach !== undefined;
}

/** Whoever may choose by OR will choose the freer one; all of those joined by AND hold. */
function keeps(own: LicenseNode, clause: Clause, base: License): boolean {
  switch (own.kind) {
    case 'or':
      return keeps(own.left, clause, base) && keeps(own.right, clause, base);
    case 'and':
      return keeps(own.left, clause, base) || keeps(own.right, clause, base);
    case 'license':
      return hasClause(own.id, clause, base);
  }
}

function hasClause(id: string, clause: Clause, base: License): boolean {
  const license = licenseOfId(id);
  if (license === undefined || license.id === base.id) return true;
  if (clause.subject === 'same-license') return mayFollow(license, base);
  if (limitsPurpose(clause)) return license.clauses.some(own => isAtLeastAsStrict(own, clause));
  return license.clauses.some(({ kind, subject }) => kind === clause.kind && subject === clause.subject);
}

/** Research only is the strictest. No commerce still lets a charity run it, no production a company try it out: neither holds the other. */
function isAtLeastAsStrict(own: Clause, base: Clause): boolean {
  return limitsPurpose(own) && (own.subject === 'research' || own.subject === base.subject);
}

/** Whether a share-alike license lets what is made from it go out under another one: a later version, or as the matrix says. */
function mayFollow(license: License, base: License): boolean {
  const family = (id: string) => id.replace(/-\d.*$/, '');
  if (family(license.id) === family(base.id)) return true;
  if (base.id === 'CC-BY-SA-4.0' && family(license.id) === 'GPL') return true;
  const value = osadlValue(license.id, base.id);
  return value === 'yes' || value === 'same';
}
