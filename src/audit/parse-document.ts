import type { IsKnownId } from '../find/mentions.ts';
import { mayNameModels, mayRunModels, maySetModels } from '../find/prefilter.ts';
import { type Sketch, sketchOf } from '../find/sketch.ts';
import type { Assets } from '../model/outside.ts';
import {
  loadParser,
  nothingRead,
  type ParsedFile,
  parseCells,
  parseText,
  type SourceKind,
  sourceKind,
} from '../parse/index.ts';
import { readNotebook } from '../parse/notebook.ts';
import type { PythonTrees } from '../parse/python-trees.ts';
import type { SourceDocument } from './types.ts';

/** What a document says: all of it, or of what is of no interest by itself a sketch. */
export interface ReadDocument extends ParsedFile {
  readonly sketch?: Sketch | undefined;
}

/**
 * Parses a document. A text that neither loads nor names a model is not parsed at all. `trees` hold what was parsed of it
 * before.
 */
export async function parseDocument(
  document: SourceDocument,
  assets: Assets,
  isKnownId: IsKnownId,
  trees?: PythonTrees,
): Promise<ReadDocument> {
  const text = 'text' in document ? document.text : document.cells.join('\n');
  if (!isOfInterest(document.file, text, isKnownId)) {
    return { ...nothingRead, problems: unreadable(document), sketch: sketchFor(document.file, text) };
  }
  await loadParser(parserOf(document), assets);
  return parseWhole(document, trees);
}

/** What kind of parser a document needs. */
export function parserOf(document: SourceDocument): SourceKind | undefined {
  return 'text' in document ? sourceKind(document.file) : 'notebook';
}

/** Parses a document whose parser is loaded, whatever it says. */
export function parseWhole(document: SourceDocument, trees?: PythonTrees): ParsedFile {
  return 'text' in document
    ? parseText(document.file, document.text, trees)
    : parseCells(document.cells, trees);
}

/** Who imports a file may hand its functions the names of models, whatever else is in it. */
function sketchFor(file: string, text: string): Sketch | undefined {
  const kind = sourceKind(file);
  return kind === 'python' || kind === 'ecmascript' ? sketchOf(text, kind) : undefined;
}

function isOfInterest(file: string, text: string, isKnownId: IsKnownId): boolean {
  switch (sourceKind(file)) {
    case 'shell':
    case 'dockerfile':
    case 'makefile':
      return true;
    case 'yaml':
      return maySetModels(text, isKnownId) || mayRunModels(text);
    case 'data':
      return maySetModels(text, isKnownId);
    case 'ecmascript':
      return mayNameModels(text, 'ecmascript', isKnownId);
    default:
      return mayNameModels(text, 'python', isKnownId);
  }
}

/** A notebook that is none says nothing of what it would load; the price of looking is paid only where no parser does. */
function unreadable(document: SourceDocument): readonly string[] {
  const isNotebook = 'text' in document && sourceKind(document.file) === 'notebook';
  return isNotebook ? notebookProblems(document.text) : [];
}

function notebookProblems(text: string): readonly string[] {
  try {
    if (Array.isArray((JSON.parse(text) as { cells?: unknown } | null)?.cells)) return [];
  } catch {
    // Not JSON at all: what reads notebooks has the words for it.
  }
  return readNotebook(text).problems;
}
