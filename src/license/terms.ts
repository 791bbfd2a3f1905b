import { hubLicenses } from './hub-licenses.generated.ts';
import { hubIdOfRef } from './named.ts';
import { creativeCommonsTerms, type TermsEntry, termsTable } from './terms-table.ts';
import type { LicenseFamily, LicenseIdentity, LicenseTerms } from './types.ts';

/** The terms of one license. Undefined for an expression of several and for a license no table knows. */
export function termsOf(identity: LicenseIdentity): LicenseTerms | undefined {
  if (identity.kind === 'spdx') return termsOfId(identity.expression);
  return identity.kind === 'named' ? termsOfId(identity.hubId) : undefined;
}

/** By SPDX id, `LicenseRef-…` or hub id. */
export function termsOfId(id: string): LicenseTerms | undefined {
  const key = termsKey(id);
  const entry = ownEntry(termsTable, key) ?? creativeCommonsTerms(key);
  return entry === undefined ? undefined : describe(id, key, entry);
}

/** `unknown` where no table says. */
export function familyOfId(id: string): LicenseFamily {
  return termsOfId(id)?.family ?? 'unknown';
}

function termsKey(id: string): string {
  return (hubIdOfRef(id) ?? id).toLowerCase().replace(/-(?:only|or-later)$/, '');
}

function describe(id: string, key: string, entry: TermsEntry): LicenseTerms {
  const listed = ownEntry(hubLicenses, key);
  return {
    name: listed?.name ?? entry.name ?? id,
    family: entry.family,
    isNonCommercial: entry.family === 'non-commercial',
    plain: entry.plain,
    link: listed?.link ?? entry.link ?? spdxLink(id),
  };
}

/** SPDX ids begin with a capital or a digit but for a few; hub ids without one have no page there. */
function spdxLink(id: string): string | undefined {
  return /^(?!LicenseRef-)[A-Z0-9]/.test(id) || id === 'etalab-2.0'
    ? `https://spdx.org/licenses/${id}.html`
    : undefined;
}

function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
