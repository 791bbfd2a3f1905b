import * as v from 'valibot';
import type { ModelRecord } from '../model/record.ts';
import {
  type PickleImport,
  type ScanLevel,
  type ScanLookup,
  type ScannedFile,
  type SecurityScan,
  scanLevels,
} from '../model/security-scan.ts';
import { day, type FactKind, hour } from './fact.ts';
import { lookUpFact } from './look-up-fact.ts';
import { count, flag, lenient, readJson, text } from './reply-schema.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** The hub answers for no more at once. A repository with more issues than this needs no list of them. */
const mostFiles = 500;

const level = lenient(v.picklist(scanLevels));

const scanSchema = v.object({
  scansDone: flag,
  filesWithIssues: lenient(v.array(v.object({ path: v.string(), level }))),
});

const importSchema = v.object({
  module: text,
  name: text,
  safety: lenient(v.picklist(['innocuous', 'suspicious', 'dangerous'])),
});

const filesSchema = v.array(
  v.object({
    path: v.string(),
    size: count,
    securityFileStatus: lenient(
      v.object({
        status: level,
        pickleImportScan: lenient(v.object({ pickleImports: lenient(v.array(importSchema)) })),
      }),
    ),
  }),
);

const scan: FactKind<SecurityScan> = {
  name: 'scan',
  freshFor: { found: day, missing: hour },
  request: ({ target }) => ({ path: `/api/models/${target}/scan` }),
  read(body) {
    const reply = readJson(scanSchema, body);
    if (reply?.scansDone === undefined) return undefined;
    const files = reply.filesWithIssues ?? [];
    return { isDone: reply.scansDone, files: files.slice(0, mostFiles).map(toIssue) };
  },
  revive: ({ isDone, files }) =>
    typeof isDone === 'boolean' && Array.isArray(files) ? { isDone, files: files.map(complete) } : undefined,
};

function toIssue({ path, level: said }: { readonly path: string; readonly level?: ScanLevel | undefined }) {
  return { path, level: said ?? 'caution', size: undefined, imports: undefined };
}

/** JSON drops what is undefined. */
function complete(file: ScannedFile): ScannedFile {
  return { path: file.path, level: file.level, size: file.size, imports: file.imports };
}

interface FileList {
  readonly files: readonly ScannedFile[];
}

function filesKind(paths: readonly string[]): FactKind<FileList> {
  return {
    name: 'files',
    freshFor: { found: day, missing: hour },
    request: ({ target, revision }) => ({
      path: `/api/models/${target}/paths-info/${revision}`,
      body: JSON.stringify({ paths, expand: true }),
    }),
    read(body) {
      const files = readJson(filesSchema, body);
      return files && { files: files.map(toFile) };
    },
    revive: ({ files }) => (Array.isArray(files) ? { files: files.map(complete) } : undefined),
  };
}

function toFile({ path, size, securityFileStatus }: v.InferOutput<typeof filesSchema>[number]): ScannedFile {
  const imports = securityFileStatus?.pickleImportScan?.pickleImports;
  return {
    path,
    size,
    level: securityFileStatus?.status ?? 'unscanned',
    imports: imports?.flatMap(toImport),
  };
}

function toImport({ module, name, safety }: v.InferOutput<typeof importSchema>): readonly PickleImport[] {
  return module === undefined || name === undefined ? [] : [{ module, name, safety }];
}

/** What the hub's scanners say of the repository, and of the files in it that had better be looked at. */
export async function lookUpScan(
  record: ModelRecord,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<ScanLookup> {
  const query: HubQuery = { target: record.id, revision: undefined };
  const fact = await lookUpFact(scan, query, environment, options);
  if (fact.state !== 'found') {
    return {
      state: 'unreachable',
      why: fact.state === 'unreachable' ? fact.why : 'the hub has no scan of it',
    };
  }
  const { value, from, at } = fact;
  const files = await filesOf(record, value, environment, options);
  return { state: 'found', record: { isDone: value.isDone, files }, from, at };
}

/** Without an answer about the files, what the scan of the repository said of them stays. */
async function filesOf(
  { id, sha, weightFiles = [] }: ModelRecord,
  { files }: SecurityScan,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<readonly ScannedFile[]> {
  const pickles = weightFiles.filter(({ format }) => format === 'pickle');
  const paths = [...new Set([...files, ...pickles].map(({ path }) => path))].slice(0, mostFiles);
  if (sha === undefined || paths.length === 0) return files;
  const query: HubQuery = { target: id, revision: sha };
  const fact = await lookUpFact(filesKind(paths), query, environment, options);
  if (fact.state !== 'found') return files;
  const known = new Map(files.map(file => [file.path, file]));
  for (const file of fact.value.files) {
    // The level of the repository's own scan stands, should the two differ.
    known.set(file.path, { ...file, level: known.get(file.path)?.level ?? file.level });
  }
  return [...known.values()];
}
