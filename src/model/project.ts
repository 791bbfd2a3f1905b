import type { RuleId, Severity } from './finding.ts';
import type { SourceRange } from './source.ts';

/** What the audit knows of the repository it looks at. For a rule it is the project as it is for one file of it. */
export interface Project {
  readonly license: ProjectLicense | undefined;
  /** What else the repository says of its license, where it does not fit together, in words. */
  readonly notes: readonly LicenseNote[];
  /** Folders below the root that declare a license of their own, as far as somebody asked for it. */
  readonly packages: readonly PackageLicense[];
  /** The file that credits others, where there is one. */
  readonly notice: NoticeFile | undefined;
  readonly use: readonly Use[];
  readonly configuration: Configuration;
}

export interface NoticeFile {
  readonly file: string;
  readonly text: string;
}

/** A folder of a repository whose files are under a license of their own. */
export interface PackageLicense {
  readonly folder: string;
  readonly license: ProjectLicense;
  /** The file in that folder that credits others; without one, its models are credited in the root's. */
  readonly notice: NoticeFile | undefined;
}

export interface LicenseNote {
  /** One sentence. */
  readonly message: string;
  readonly source: SourceRange;
}

export interface ProjectLicense {
  /** An SPDX expression. */
  readonly expression: string;
  /** Where it is declared: the file, or undefined where the editor's or the command line's settings say so. */
  readonly source: SourceRange | undefined;
}

/** How the project uses its models. They combine. */
export type Use = 'commercial' | 'internal' | 'research' | 'distributed' | 'hosted';
export const uses: readonly Use[] = ['commercial', 'internal', 'research', 'distributed', 'hosted'];

/** The public Hugging Face Hub, unless somebody names another. */
export const defaultEndpoint = 'https://huggingface.co';

export type NetworkMode = 'always' | 'onAudit' | 'never';
export const networkModes: readonly NetworkMode[] = ['always', 'onAudit', 'never'];

/** Settings after all their origins are merged: command line, `ptm-audit.json`, `pyproject.toml`, editor, default. */
export interface Configuration {
  readonly license: string | undefined;
  readonly use: readonly Use[];
  readonly rules: Readonly<Record<RuleId, Severity | 'off'>>;
  /** Licenses that models may be under, as ids of SPDX or the hub and expressions of them; empty allows every license. */
  readonly allowLicenses: readonly string[];
  /** Licenses that no model may be under. */
  readonly denyLicenses: readonly string[];
  /** Globs in the syntax of .gitignore. */
  readonly ignorePaths: readonly string[];
  /** Ids or globs of ids the audit leaves alone. */
  readonly ignoreModels: readonly string[];
  /** Ids or globs of ids that are told to no hub: what is known of them comes from the cache and the snapshot. */
  readonly privateModels: readonly string[];
  readonly endpoint: string;
  readonly network: NetworkMode;
}

/** One origin's settings: only the keys it sets. */
export type PartialConfiguration = { readonly [K in keyof Configuration]?: Configuration[K] | undefined };
