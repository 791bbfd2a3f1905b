import { hubLicenses } from './hub-licenses.generated.ts';
import { termsTable } from './terms-table.ts';

/** Ids of licenses that SPDX may not list: the hub's own, and names that cards give beside `other`. */
const namedIds: ReadonlySet<string> = new Set([...Object.keys(hubLicenses), ...Object.keys(termsTable)]);

const idsByRef: ReadonlyMap<string, string> = new Map(
  [...namedIds].map(id => [licenseRef(id).toLowerCase(), id]),
);

/** After `LicenseRef-` only letters, digits, `.` and `-` may stand: `openrail++` becomes `openrail-plus-plus`. */
export function licenseRef(id: string): string {
  return `LicenseRef-${id.replaceAll('+', '-plus').replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`;
}

export function isNamedId(id: string): boolean {
  return namedIds.has(id);
}

/** The hub id a `LicenseRef-…` stands for; undefined for any other id. */
export function hubIdOfRef(ref: string): string | undefined {
  return idsByRef.get(ref.toLowerCase());
}
