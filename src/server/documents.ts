import type { Connection, NotebookDocument } from 'vscode-languageserver/node';
import { NotebookDocuments, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceDocument } from '../audit/types.ts';

/** One thing a person has open and the audit reads whole: a file, or a notebook with all its cells. */
export interface OpenSource {
  /** Of the file or the notebook. */
  readonly uri: string;
  readonly isNotebook: boolean;
  /** The file itself, or the cells in order; the index is the `cell` of a range. */
  readonly parts: readonly TextDocument[];
}

export interface DocumentEvents {
  /** `uri` is a file's or a notebook's, never a cell's. */
  readonly onOpened: (uri: string) => void;
  readonly onEdited: (uri: string) => void;
  readonly onClosed: (uri: string) => void;
}

export interface Documents {
  /** The open source that the address names, or that the cell of that address lies in. */
  source(uri: string): OpenSource | undefined;
  all(): readonly OpenSource[];
  /** What the editor holds of a file, audited or not, that it has open and told of. */
  textOf(uri: string): string | undefined;
  listen(connection: Connection, events: DocumentEvents): void;
}

const auditedLanguages: ReadonlySet<string> = new Set([
  'python',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
]);

export function createDocuments(): Documents {
  const texts = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(TextDocument);
  const openNotebooks = new Set<string>();

  const isAudited = (document: TextDocument) => auditedLanguages.has(document.languageId);

  function notebookSource(notebook: NotebookDocument): OpenSource {
    const parts = notebook.cells.map(
      cell => notebooks.getCellTextDocument(cell) ?? TextDocument.create(cell.document, '', 0, ''),
    );
    return { uri: notebook.uri, isNotebook: true, parts };
  }

  function source(uri: string): OpenSource | undefined {
    const notebook = notebooks.findNotebookDocumentForCell(uri) ?? notebooks.getNotebookDocument(uri);
    if (notebook) return notebookSource(notebook);
    const document = texts.get(uri);
    return document && isAudited(document) ? { uri, isNotebook: false, parts: [document] } : undefined;
  }

  return {
    source,
    textOf: uri => texts.get(uri)?.getText(),
    all: () =>
      [...texts.keys(), ...openNotebooks].flatMap(uri => {
        const open = source(uri);
        return open ? [open] : [];
      }),
    listen(connection, events) {
      const openedAt = new Map<string, number>();
      texts.onDidOpen(({ document }) => {
        openedAt.set(document.uri, document.version);
        if (isAudited(document)) events.onOpened(document.uri);
      });
      texts.onDidChangeContent(({ document }) => {
        // The library announces an opened document as a change, too.
        const isOpening = openedAt.get(document.uri) === document.version;
        if (isAudited(document) && !isOpening) events.onEdited(document.uri);
      });
      texts.onDidClose(({ document }) => {
        openedAt.delete(document.uri);
        events.onClosed(document.uri);
      });
      notebooks.onDidOpen(notebook => {
        openNotebooks.add(notebook.uri);
        events.onOpened(notebook.uri);
      });
      notebooks.onDidChange(({ notebookDocument }) => events.onEdited(notebookDocument.uri));
      notebooks.onDidClose(notebook => {
        openNotebooks.delete(notebook.uri);
        events.onClosed(notebook.uri);
      });
      texts.listen(connection);
      notebooks.listen(connection);
    },
  };
}

/** What the audit reads. A cell in another language, Markdown too, stays as an empty one, so that the counting holds. */
export function sourceDocument(source: OpenSource, file: string): SourceDocument {
  if (source.isNotebook) {
    const cells = source.parts.map(part => (part.languageId === 'python' ? part.getText() : ''));
    return { file, cells };
  }
  return { file, text: source.parts[0]?.getText() ?? '' };
}

export function versionsOf(source: OpenSource): string {
  return source.parts.map(part => `${part.uri}@${part.version}`).join(' ');
}
