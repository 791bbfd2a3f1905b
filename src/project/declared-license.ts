import type { LicenseNote, ProjectLicense } from '../model/project.ts';
import type { SourceRange } from '../model/source.ts';

/** A place that states the project's license: in words, or by the name of the file that holds its text. */
export type DeclaredLicense =
  | { readonly text: string; readonly source: SourceRange }
  | { readonly textFile: string; readonly source: SourceRange };

/** Reads one kind of manifest. Throws what its parser throws; the caller tells. */
export interface ManifestReader {
  readonly name: string;
  /** `file`: its path, for the places in it. */
  read(text: string, file: string): DeclaredLicense | undefined;
}

/** What one kind of declaration in a folder says. */
export interface DeclaredLicenses {
  readonly licenses: readonly ProjectLicense[];
  readonly notes: readonly LicenseNote[];
}
