import type { IsKnownId } from '../find/mentions.ts';
import type { Assets, Files, Log } from '../model/outside.ts';
import { nothingRead } from '../parse/index.ts';
import { decodeSource } from './decode-source.ts';
import { parseDocument, type ReadDocument } from './parse-document.ts';
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
  /** Characters. */
  readonly size: number;
}

/**
 * Reads one file; whatever is wrong with it is said of it and costs no other file anything. What neither loads nor names
 * a model is not parsed, unless `isNeeded`.
 */
export async function readSource(file: string, sources: Sources, isNeeded = false): Promise<ReadSource> {
  try {
    const { text, problem } = decodeSource(await sources.files.read(file));
    if (text === undefined) return failed(problem);
    return await readDocument({ file, text }, sources, isNeeded);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    sources.log.warn(`${file}: ${why}`);
    return failed(why);
  }
}

export async function readDocument(
  document: SourceDocument,
  { assets, isKnownId }: Sources,
  isNeeded = false,
): Promise<ReadSource> {
  return { parsed: await parseDocument(document, assets, isKnownId, isNeeded), size: sizeOf(document) };
}

function failed(why: string): ReadSource {
  return { parsed: { ...nothingRead, problems: [why] }, size: 0 };
}

function sizeOf(document: SourceDocument): number {
  return 'text' in document
    ? document.text.length
    : document.cells.reduce((size, cell) => size + cell.length, 0);
}
