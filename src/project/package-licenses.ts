import type { Files } from '../model/outside.ts';
import type { PackageLicense, Project, ProjectLicense } from '../model/project.ts';
import type { Skipped } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import { type FolderLicense, readFolderLicense } from './folder-license.ts';
import { readLicenseHeader } from './license-header.ts';
import { readNotice } from './read-notice.ts';

/** Asks the folders between a file and the root for licenses of their own: in a monorepo each package may have one. */
export class PackageLicenses {
  readonly #files: Files;
  readonly #project: Project;
  readonly #folders = new Map<string, Promise<ReadFolder>>();
  readonly #headers = new Map<string, ProjectLicense>();
  readonly #packages = new Map<PackageLicense, Project>();

  constructor(files: Files, project: Project) {
    this.#files = files;
    this.#project = project;
  }

  /** Whether what this folder declares has been asked for. */
  reads(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /**
   * The project as it is for one file: the nearest license declared above the file holds, and where none is declared,
   * the one its own header names. What the configuration says holds everywhere. A package with a notice of its own is
   * credited there.
   */
  async projectOf(file: string, comments: readonly Comment[]): Promise<Project> {
    if (this.#project.configuration.license !== undefined) return this.#project;
    const own = await this.#nearest(file);
    if (own !== undefined) return this.#projectAs(own);
    const license = this.#project.license ?? this.#header(file, comments);
    return license === this.#project.license ? this.#project : { ...this.#project, license };
  }

  /** One object for all files of a package. */
  #projectAs(own: PackageLicense): Project {
    const { license, notice = this.#project.notice } = own;
    const project = this.#packages.get(own) ?? { ...this.#project, license, notice };
    this.#packages.set(own, project);
    return project;
  }

  /** The whole project with every package that was asked for, and what of them could not be read. */
  async whole(): Promise<{ readonly project: Project; readonly skipped: readonly Skipped[] }> {
    const folders = await Promise.all(
      [...this.#folders].map(async ([folder, read]) => ({ folder, ...(await read) })),
    );
    const inOrder = folders.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
    const packages = inOrder.flatMap(({ declared }) => declared ?? []);
    const notes = [...this.#project.notes, ...inOrder.flatMap(folder => folder.notes)];
    return {
      project: { ...this.#project, license: this.#project.license ?? this.#commonHeader(), packages, notes },
      skipped: inOrder.flatMap(folder => folder.skipped),
    };
  }

  #header(file: string, comments: readonly Comment[]): ProjectLicense | undefined {
    const license = readLicenseHeader(file, comments);
    if (license !== undefined) this.#headers.set(file, license);
    return license;
  }

  /** What every header says that was read for want of anything else. */
  #commonHeader(): ProjectLicense | undefined {
    const [first, ...others] = [...this.#headers]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, license]) => license);
    return others.every(({ expression }) => expression === first?.expression) ? first : undefined;
  }

  async #nearest(file: string): Promise<PackageLicense | undefined> {
    const parts = file.split('/').slice(0, -1);
    for (let depth = parts.length; depth > 0; depth -= 1) {
      const { declared } = await this.#folder(parts.slice(0, depth).join('/'));
      if (declared !== undefined) return declared;
    }
    return undefined;
  }

  #folder(folder: string): Promise<ReadFolder> {
    const reading = this.#folders.get(folder) ?? readFolder(this.#files, folder);
    this.#folders.set(folder, reading);
    return reading;
  }
}

interface ReadFolder extends Pick<FolderLicense, 'notes'> {
  readonly declared: PackageLicense | undefined;
  readonly skipped: readonly Skipped[];
}

async function readFolder(files: Files, folder: string): Promise<ReadFolder> {
  const skipped: Skipped[] = [];
  const tell = (one: Skipped) => skipped.push(one);
  const { license, notes } = await readFolderLicense(files, folder, tell);
  const notice = license && (await readNotice(files, folder, tell));
  return { declared: license && { folder, license, notice }, notes, skipped };
}
