import satisfies from 'spdx-satisfies';
import { licenseIds, parseLicenseExpression } from './expression.ts';
import { identifyLicense } from './identify.ts';
import type { LicenseIdentity } from './types.ts';

/** Why a text cannot stand in a list of licenses, in one sentence; undefined where it can. */
export function licenseListProblem(text: string): string | undefined {
  const identity = identifyLicense(text);
  if (identity.kind === 'none') return 'an empty text names no license.';
  if (identity.kind === 'unknown') return `${identity.why}.`;
  const hasAnd = identity.kind === 'spdx' && /\bAND\b/.test(identity.expression);
  return hasAnd ? `“${text}” joins licenses by AND: name each of them by itself.` : undefined;
}

/** The ids a list names, each by itself. GNU ids that leave it open mean both readings. */
function idsOf(list: readonly string[]): readonly string[] {
  return list.flatMap(text => {
    const identity = identifyLicense(text);
    return licenseListProblem(text) === undefined ? idsOfIdentity(identity) : [];
  });
}

function idsOfIdentity(identity: LicenseIdentity): readonly string[] {
  if (identity.kind === 'named') return [identity.ref];
  const node = identity.kind === 'spdx' ? parseLicenseExpression(identity.expression) : undefined;
  if (node === undefined || identity.kind !== 'spdx') return [];
  return licenseIds(node).flatMap(id => (identity.mayBeOrLater === true ? bothReadings(id) : [id]));
}

function bothReadings(id: string): readonly string[] {
  return id.endsWith('-only') ? [id, id.replace(/-only$/, '-or-later')] : [id];
}

/** Whether a license is on a list: one of those joined by OR is enough. Undefined where that cannot be told. */
export function isListed(license: LicenseIdentity, list: readonly string[]): boolean | undefined {
  if (license.kind === 'none' || license.kind === 'unknown') return undefined;
  const expression = license.kind === 'named' ? license.ref : license.expression;
  const ids = idsOf(list);
  if (ids.includes(expression)) return true;
  try {
    return ids.length > 0 && satisfies(expression, [...ids]);
  } catch {
    // The library throws on what it does not know; then nobody can tell.
    return undefined;
  }
}

/** Whether a license cannot be had without one that is on a list: any of those joined by AND, all of those joined by OR. */
export function isBoundToListed(license: LicenseIdentity, list: readonly string[]): boolean {
  const ids = new Set(idsOf(list));
  if (license.kind === 'named') return ids.has(license.ref);
  const node = license.kind === 'spdx' ? parseLicenseExpression(license.expression) : undefined;
  return node !== undefined && isBound(node, ids);
}

function isBound(
  node: NonNullable<ReturnType<typeof parseLicenseExpression>>,
  ids: ReadonlySet<string>,
): boolean {
  if (node.kind === 'license') return ids.has(node.id);
  const sides = [isBound(node.left, ids), isBound(node.right, ids)];
  return node.kind === 'and' ? sides.includes(true) : !sides.includes(false);
}
