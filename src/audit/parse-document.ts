import type { IsKnownId } from '../find/mentions.ts';
import {
  mayNameModels,
  mayRunModels,
  mayRunPrograms,
  maySetModels,
  mayStartModels,
} from '../find/prefilter.ts';
import { type Sketch, sketchOf } from '../find/sketch.ts';
import type { Assets } from '../model/outside.ts';
import {
  loadParser,
  nothingRead,
  type ParsedFile,
  parseNotebook,
  parseText,
  type SourceKind,
  sourceKind,
} from '../parse/index.ts';
import { type Notebook, notebookOf, readNotebook } from '../parse/notebook.ts';
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
  const content = contentOf(document);
  const { kind, text } = content;
  if (text !== undefined && !isOfInterest(kind, text, isKnownId))
    return { ...nothingRead, sketch: sketchFor(kind, text) };
  await loadParser(kind, assets);
  return parseContent(content, trees);
}

/** What kind of parser a document needs. */
export function parserOf(document: SourceDocument): SourceKind | undefined {
  return 'text' in document ? sourceKind(document.file) : 'notebook';
}

/** Parses a document whose parser is loaded, whatever it says. */
export function parseWhole(document: SourceDocument, trees?: PythonTrees): ParsedFile {
  return parseContent(contentOf(document), trees);
}

interface Content {
  readonly file: string;
  readonly kind: SourceKind | undefined;
  readonly notebook?: Notebook | undefined;
  /** Of a notebook its code: what it has printed says nothing of what it loads. Undefined for one that is none. */
  readonly text: string | undefined;
}

function contentOf(document: SourceDocument): Content {
  const { file } = document;
  const kind = parserOf(document);
  if ('text' in document && kind !== 'notebook') return { file, kind, text: document.text };
  const notebook = 'text' in document ? readNotebook(document.text) : notebookOf(document.cells);
  return { file, kind, notebook, text: notebook?.cells.map(cell => cell.text).join('\n') };
}

function parseContent({ file, kind, notebook, text = '' }: Content, trees?: PythonTrees): ParsedFile {
  return kind === 'notebook' ? parseNotebook(notebook, trees) : parseText(file, text, trees);
}

/** Who imports a file may hand its functions the names of models, whatever else is in it. */
function sketchFor(kind: SourceKind | undefined, text: string): Sketch | undefined {
  if (kind === 'ecmascript') return sketchOf(text, kind);
  return kind === 'python' || kind === 'notebook' ? sketchOf(text, 'python') : undefined;
}

function isOfInterest(kind: SourceKind | undefined, text: string, isKnownId: IsKnownId): boolean {
  switch (kind) {
    case 'shell':
      return mayRunPrograms(text, isKnownId);
    case 'dockerfile':
    case 'makefile':
      return true;
    case 'yaml':
      return maySetModels(text, isKnownId) || mayRunModels(text);
    case 'data':
      return maySetModels(text, isKnownId);
    case 'ecmascript':
      return mayNameModels(text, 'ecmascript', isKnownId);
    case 'notebook':
      return mayNameModels(text, 'python', isKnownId) || mayStartModels(text);
    default:
      return mayNameModels(text, 'python', isKnownId);
  }
}
