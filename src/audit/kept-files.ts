import type { FileResult } from '../find/finder.ts';
import type { LibraryCopies } from '../find/library-copies.ts';
import type { FileReading } from './search.ts';
import type { Environment } from './types.ts';

/** What earlier runs read of a repository, file by file: only what has changed since is read again. */
export interface KeptFiles {
  /** Every file that was there, with its size and its time. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Folders that were the roots of projects of their own. */
  readonly projects: ReadonlySet<string>;
  readonly copies: LibraryCopies;
  readonly readings: ReadonlyMap<string, FileReading>;
}

/** As it lies in the cache: JSON knows neither sets nor maps. */
interface StoredFiles {
  readonly fingerprints: readonly (readonly [file: string, fingerprint: string])[];
  readonly projects: readonly string[];
  readonly copies: readonly (readonly [folder: string, library: string])[];
  /** Which of the parts belong to it, and how many there are. */
  readonly name: string;
  readonly parts: number;
}

/** The readings of a large repository are many megabytes of text: no more of them are one than memory has room for. */
interface StoredPart {
  readonly of: string;
  readonly readings: readonly (readonly [file: string, reading: StoredReading])[];
}

type StoredReading = Omit<FileReading, 'result'> & { readonly result?: StoredResult };

type StoredResult = Omit<FileResult, 'dependencies'> & {
  readonly dependencies: Readonly<Record<keyof FileResult['dependencies'], readonly string[]>>;
};

/** Files whose readings lie in one entry. */
const filesInPart = 1_000;

export async function recallFiles(environment: Environment, facts: string): Promise<KeptFiles | undefined> {
  const key = keyOf(environment, facts);
  const entry = key === undefined ? undefined : await environment.cache.get(key);
  const stored = entry?.value as Partial<StoredFiles> | undefined;
  const { fingerprints, projects, copies, name, parts } = stored ?? {};
  const isWhole = [fingerprints, projects, copies].every(Array.isArray) && Number.isInteger(parts);
  if (!isWhole || !fingerprints || !projects || !copies || !parts) return undefined;
  const readings = new Map<string, FileReading>();
  for (let part = 0; part < parts; part += 1) {
    const kept = (await environment.cache.get(`${key} ${part}`))?.value as Partial<StoredPart> | undefined;
    // Another process may have kept others since.
    if (kept?.of !== name || !Array.isArray(kept?.readings)) return undefined;
    for (const [file, reading] of kept.readings) readings.set(file, recalled(reading));
  }
  return {
    fingerprints: new Map(fingerprints),
    projects: new Set(projects),
    copies: new Map(copies),
    readings,
  };
}

export async function keepFiles(
  environment: Environment,
  facts: string,
  { fingerprints, projects, copies, readings }: KeptFiles,
): Promise<void> {
  const key = keyOf(environment, facts);
  if (key === undefined) return;
  const { cache } = environment;
  const name = crypto.randomUUID();
  const all = [...readings];
  const parts = Math.ceil(all.length / filesInPart);
  for (let part = 0; part < parts; part += 1) {
    const some = all.slice(part * filesInPart, (part + 1) * filesInPart);
    const stored: StoredPart = {
      of: name,
      readings: some.map(([file, reading]) => [file, storable(reading)]),
    };
    await cache.set(`${key} ${part}`, stored);
  }
  const stored: StoredFiles = {
    fingerprints: [...fingerprints],
    projects: [...projects],
    copies: [...copies],
    name,
    parts,
  };
  await cache.set(key, stored);
}

function storable({ result, ...reading }: FileReading): StoredReading {
  if (!result) return reading;
  const { files, questions, flags } = result.dependencies;
  const dependencies = { files: [...files], questions: [...questions], flags: [...flags] };
  return { ...reading, result: { ...result, dependencies } };
}

function recalled({ result, ...reading }: StoredReading): FileReading {
  if (!result) return { ...reading, result: undefined };
  const { files, questions, flags } = result.dependencies;
  const dependencies = { files: new Set(files), questions: new Set(questions), flags: new Set(flags) };
  return { ...reading, result: { ...result, dependencies } };
}

/** One entry for each repository. Another build of the program, or other known ids, may find something else. */
function keyOf({ build, root }: Environment, facts: string): string | undefined {
  return build === undefined ? undefined : `files ${build} ${facts} ${root}`;
}
