import type { SourceRange } from '../model/source.ts';

/** A place that states the project's license, and the words it uses. */
export interface DeclaredLicense {
  readonly text: string;
  readonly source: SourceRange;
}

/** Reads one kind of manifest. Throws what its parser throws; the caller tells. */
export interface ManifestReader {
  readonly file: string;
  read(text: string): DeclaredLicense | undefined;
}
