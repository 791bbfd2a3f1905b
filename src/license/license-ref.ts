/** After `LicenseRef-` only letters, digits, `.` and `-` may stand: `openrail++` becomes `openrail-plus-plus`. */
export function licenseRef(id: string): string {
  if (/^LicenseRef-/.test(id)) return id;
  return `LicenseRef-${id.replaceAll('+', '-plus').replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`;
}
