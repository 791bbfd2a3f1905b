import { lineageOf } from '../judge/lineage.ts';
import { licenseOfId } from '../license/catalogue.ts';
import { licenseIds, parseLicenseExpression } from '../license/expression.ts';
import { identifyFact } from '../license/identify-fact.ts';
import type { Clause, License, LicenseIdentity } from '../license/types.ts';
import type { Background } from '../model/background.ts';
import type { LicenseFact, ModelRecord } from '../model/record.ts';
import { reporterOf } from '../model/reporter.ts';

/** A license that a notice must reckon with: a model's own, or that of a model it was made from. */
export interface BindingLicense {
  /** The model that is under it. */
  readonly id: string;
  readonly fact: LicenseFact;
  /** Empty where nobody can tell which license it is. */
  readonly licenses: readonly License[];
}

/** The model's own license first, then those above it, the nearest first; each license once. */
export function bindingLicenses(record: ModelRecord, background: Background): readonly BindingLicense[] {
  const { id, license } = record;
  const own = license === undefined || license.id === '' ? [] : [{ id, fact: license }];
  const seen = new Set<string>();
  return [...own, ...lineageOf(id, own.length > 0, background).binding].flatMap(({ id: of, fact }) => {
    const licenses = licensesOf(fact);
    const key = licenses.map(one => one.id).join() || `${fact.id} ${fact.name} ${fact.link}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ id: of, fact, licenses }];
  });
}

/** The clauses a notice goes by. What only a third party reports is no ground to ask for anything. */
export function clausesOf(fact: LicenseFact): readonly Clause[] {
  return reporterOf(fact) === undefined ? licensesOf(fact).flatMap(({ clauses }) => clauses) : [];
}

function licensesOf(fact: LicenseFact): readonly License[] {
  return idsOf(identifyFact(fact)).flatMap(id => licenseOfId(id) ?? []);
}

function idsOf(identity: LicenseIdentity): readonly string[] {
  if (identity.kind === 'named') return [identity.ref];
  const node = identity.kind === 'spdx' ? parseLicenseExpression(identity.expression) : undefined;
  return node === undefined ? [] : licenseIds(node);
}
