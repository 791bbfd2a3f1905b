import type { AuditedSource } from './auditor.ts';
import { codeActions } from './code-actions.ts';
import { documentLinks } from './document-links.ts';
import { hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import type { Server } from './serve.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** What the editor asks about an open document. Every answer is about the text as it is now and never waits for the network. */
export function registerFeatures({ connection, host, auditor, documents }: Server): void {
  const answer =
    <P extends AboutDocument, R>(from: (audited: AuditedSource, uri: string, params: P) => R) =>
    async (params: P): Promise<R | undefined> => {
      const { uri } = params.textDocument;
      const audited = await auditor.current(uri);
      return audited && from(audited, uri, params);
    };

  connection.onHover(
    answer((audited, uri, { position }) => {
      const editorShowsProblems = host.state.showsProblemsInHover === true;
      return hoverAt(audited, uri, position, { now: new Date(), editorShowsProblems });
    }),
  );
  connection.onCodeAction(
    answer((audited, uri, { range }) => codeActions(audited, uri, range, host, documents)),
  );
  connection.onDocumentLinks(answer(documentLinks));
  connection.languages.inlayHint.on(answer((audited, uri, { range }) => inlayHints(audited, uri, range)));
}
