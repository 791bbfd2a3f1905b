import type { RecordOrigin } from './record.ts';

/** What the hub's scanners say of a repository. Scanners that are not done have said nothing, which is not "safe". */
export interface SecurityScan {
  readonly isDone: boolean;
  /** Files with issues, and weights that come as pickle. */
  readonly files: readonly ScannedFile[];
}

export interface ScannedFile {
  readonly path: string;
  readonly level: ScanLevel;
  /** Bytes. */
  readonly size: number | undefined;
  /** What a pickle imports when it is read; undefined when nobody looked. */
  readonly imports: readonly PickleImport[] | undefined;
}

/** The hub's own words. */
export const scanLevels = [
  'unscanned',
  'queued',
  'safe',
  'caution',
  'suspicious',
  'unsafe',
  'error',
] as const;
export type ScanLevel = (typeof scanLevels)[number];

export interface PickleImport {
  readonly module: string;
  readonly name: string;
  readonly safety: 'innocuous' | 'suspicious' | 'dangerous' | undefined;
}

export type ScanLookup =
  | {
      readonly state: 'found';
      readonly record: SecurityScan;
      readonly from: RecordOrigin;
      /** When the facts were read from their source. ISO 8601. */
      readonly at: string;
    }
  | { readonly state: 'unreachable'; readonly why: string };
