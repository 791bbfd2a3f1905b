import type { IsKnownId } from '../find/mentions.ts';
import type { Assets, Files, Log } from '../model/outside.ts';
import { isParserLoaded, nothingRead, type SourceKind, sourceKind } from '../parse/index.ts';
import type { PythonTrees } from '../parse/python-trees.ts';
import { decodeSource } from './decode-source.ts';
import { parseDocument, parserOf, parseWhole, type ReadDocument } from './parse-document.ts';
import type { SourceDocument } from './types.ts';

/** What sources are read with. */
export interface Sources {
  readonly files: Files;
  readonly assets: Assets;
  readonly log: Log;
  readonly isKnownId: IsKnownId;
}

export interface ReadSource {
  readonly parsed: ReadDocument;
  /** Characters of what was parsed. */
  readonly size: number;
}

/**
 * Reads one file; whatever is wrong with it is said of it and costs no other file anything. What neither loads nor names
 * a model is not parsed.
 */
export async function readSource(file: string, sources: Sources): Promise<ReadSource> {
  try {
    const { text, problem } = decodeSource(await sources.files.read(file));
    if (text === undefined) return failed(problem);
    return await readDocument({ file, text }, sources);
  } catch (error) {
    return failedAt(file, error, sources);
  }
}

/** `trees` hold what was parsed of the document before. */
export async function readDocument(
  document: SourceDocument,
  { assets, isKnownId }: Sources,
  trees?: PythonTrees,
): Promise<ReadSource> {
  return sized(await parseDocument(document, assets, isKnownId, trees), document);
}

/**
 * Reads a file that others need, or a document that stands in front of it, whatever it says. At once: who needs it
 * waits. Undefined while its parser is not loaded.
 */
export function readNeeded(
  file: string,
  open: SourceDocument | undefined,
  sources: Sources,
): ReadSource | undefined {
  if (!isParserLoaded(parserFor(file, open))) return undefined;
  try {
    if (open) return sized(parseWhole(open), open);
    const { text, problem } = decodeSource(sources.files.readNow(file));
    if (text === undefined) return failed(problem);
    const document = { file, text };
    return sized(parseWhole(document), document);
  } catch (error) {
    return failedAt(file, error, sources);
  }
}

/** What kind of parser a file needs, or a document that stands in front of it. */
export function parserFor(file: string, open: SourceDocument | undefined): SourceKind | undefined {
  return open ? parserOf(open) : sourceKind(file);
}

function failedAt(file: string, error: unknown, { log }: Sources): ReadSource {
  const why = error instanceof Error ? error.message : String(error);
  log.warn(`${file}: ${why}`);
  return failed(why);
}

function failed(why: string): ReadSource {
  return { parsed: { ...nothingRead, problems: [why] }, size: 0 };
}

function sized(parsed: ReadDocument, document: SourceDocument): ReadSource {
  const written = 'text' in document ? [document.text] : document.cells;
  const size = parsed.codeSize ?? written.reduce((sum, { length }) => sum + length, 0);
  return { parsed, size };
}
