import { osadlDate, osadlIds, osadlRows } from './osadl-matrix.generated.ts';

export type OsadlValue = 'yes' | 'no' | 'unknown' | 'dependency' | 'same';

export const osadlSource = `OSADL license compatibility matrix of ${osadlDate}`;

const values: Readonly<Record<string, OsadlValue>> = {
  y: 'yes',
  n: 'no',
  u: 'unknown',
  c: 'dependency',
  s: 'same',
};

const columns: ReadonlyMap<string, number> = new Map(osadlIds.map((id, column) => [id, column]));

/** What the matrix says of a project under `leading` that takes in something under `subordinate`; undefined outside it. */
export function osadlValue(leading: string, subordinate: string): OsadlValue | undefined {
  const column = columns.get(subordinate);
  if (column === undefined || !columns.has(leading)) return undefined;
  return values[osadlRows[leading]?.[column] ?? ''];
}

export function isInOsadl(id: string): boolean {
  return columns.has(id);
}
