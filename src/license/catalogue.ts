import { hubLicenses } from './hub-licenses.generated.ts';
import { licenseRef } from './license-ref.ts';
import type { LicenseEntry } from './licenses/group.ts';
import { groups } from './licenses/registry.generated.ts';
import { plainWords } from './plain-words.ts';
import { spdxIdOf } from './spdx.ts';
import type { ClauseSubject, License, LicenseFamily, LicenseIdentity } from './types.ts';

/** Every license whose clauses are known, by its id in lower case. */
const entries: ReadonlyMap<string, LicenseEntry> = new Map(
  groups.flat().map(entry => [entry.id.toLowerCase(), entry]),
);

const entriesByHubId: ReadonlyMap<string, LicenseEntry> = new Map(
  groups.flat().flatMap(entry => (entry.hubId === undefined ? [] : [[entry.hubId, entry] as const])),
);

/** Ids of licenses that have one of their own, whether or not SPDX lists them, in lower case. */
const namedIds: ReadonlySet<string> = new Set([...Object.keys(hubLicenses), ...entries.keys()]);

const idsByRef: ReadonlyMap<string, string> = new Map(
  [...namedIds].map(id => [licenseRef(id).toLowerCase(), id]),
);

/** One license by what identifies it. Undefined for an expression of several and for one nobody has described. */
export function licenseOf(identity: LicenseIdentity): License | undefined {
  if (identity.kind === 'spdx') return licenseOfId(identity.expression);
  return identity.kind === 'named' ? (licenseOfId(identity.ref) ?? licenseOfId(identity.hubId)) : undefined;
}

/** By SPDX id, `LicenseRef-…` or hub id. */
export function licenseOfId(id: string): License | undefined {
  const known = described.get(id);
  if (known !== undefined) return known;
  const license = look(id);
  if (license !== undefined && described.size < mostDescribed) described.set(id, license);
  return license;
}

/** What was asked for before, in the few spellings that occur. */
const described = new Map<string, License>();
const mostDescribed = 2_000;

function look(id: string): License | undefined {
  const key = (hubIdOfRef(id) ?? id).toLowerCase();
  const entry = entries.get(key) ?? entriesByHubId.get(key) ?? entries.get(withoutVersionChoice(key));
  return entry && describe(id, entry);
}

/** Whether it forbids something outright. `false` for a license nobody has described. */
export function forbids(license: License | undefined, subject: ClauseSubject): boolean {
  return (
    license?.clauses.some(clause => clause.kind === 'prohibition' && clause.subject === subject) ?? false
  );
}

/** `unknown` where nobody has described the license. */
export function familyOfId(id: string): LicenseFamily {
  return licenseOfId(id)?.family ?? 'unknown';
}

/** Ids are written in lower case here. */
export function isNamedId(id: string): boolean {
  return namedIds.has(id);
}

/** The hub id a `LicenseRef-…` stands for; undefined for any other id. */
export function hubIdOfRef(ref: string): string | undefined {
  return idsByRef.get(ref.toLowerCase());
}

/** Everything that is described, for who looks for a license by its names. */
export const licenseEntries: readonly LicenseEntry[] = groups.flat();

/** GNU licenses of a version have the same clauses, whether or not later versions may be chosen. */
function withoutVersionChoice(key: string): string {
  return key.replace(/-(?:only|or-later)$/, '');
}

function describe(asked: string, entry: LicenseEntry): License {
  const spdx = spdxIdOf(asked) ?? spdxIdOf(entry.id);
  const hubId = entry.hubId ?? hubIdOf(entry.id.toLowerCase(), spdx !== undefined);
  const listed = hubId === undefined ? undefined : ownEntry(hubLicenses, hubId);
  return {
    id: spdx ?? licenseRef(entry.id),
    hubId,
    name: listed?.name ?? entry.name,
    aliases: entry.aliases ?? [],
    family: entry.family,
    clauses: entry.clauses,
    plain: plainWords(entry.clauses),
    link: entry.link ?? listed?.link ?? (spdx && `https://spdx.org/licenses/${spdx}.html`),
    source: entry.source ?? 'text',
  };
}

function hubIdOf(key: string, isSpdx: boolean): string | undefined {
  return !isSpdx || Object.hasOwn(hubLicenses, key) ? key : undefined;
}

function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
