import type {
  CodeAction,
  CreateFile,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import { creditEdit } from '../audit/notice.ts';
import type { Edit, Finding, Fix } from '../model/finding.ts';
import { comparePositions, plainSpan } from '../model/source.ts';
import type { AuditedSource } from './auditor.ts';

import { diagnosticOf, uriOfRange } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { rangeOf, uriBelow } from './positions.ts';

/** What a client's edits may hold. */
export interface EditAbilities {
  readonly canEditSnippets: boolean;
  readonly canCreateFiles: boolean;
}

/** Fixes for the findings that touch a range of one open part. */
export function codeActions(
  audited: AuditedSource,
  uri: string,
  range: Range,
  { canEditSnippets, canCreateFiles }: EditAbilities,
  documents: Pick<Documents, 'textOf'>,
): CodeAction[] {
  const canApply = (fix: Fix) => fix.creates === undefined || canCreateFiles;
  const touched = audited.audit.findings.filter(
    finding => uriOfRange(finding.range, audited) === uri && overlaps(finding.range, range),
  );
  return [
    ...touched.flatMap(finding =>
      finding.fixes.filter(canApply).map(fix => fixAction(fix, finding, audited, documents)),
    ),
    ...touched.map(finding => ignoreAction(finding, audited, uri, canEditSnippets)),
  ];
}

function overlaps(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function fixAction(
  fix: Fix,
  finding: Finding,
  audited: AuditedSource,
  documents: Pick<Documents, 'textOf'>,
): CodeAction {
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of fix.edits) {
    const uri = uriOfRange(edit.range, audited);
    const { range, text } = anew(edit, fix, documents.textOf(uri));
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range: rangeOf(range), newText: text }]);
  }
  const created: CreateFile[] =
    fix.creates === undefined
      ? []
      : [{ kind: 'create', uri: uriBelow(audited.root, fix.creates), options: { ignoreIfExists: true } }];
  const documentChanges = [...created, ...[...byUri].map(([uri, edits]) => changeOf(audited, uri, edits))];
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, audited)],
    isPreferred: fix.isPreferred,
    edit: { documentChanges },
  };
}

/** A credit goes where it belongs in the notice as the editor holds it: another fix may wait there to be saved. */
function anew(edit: Edit, { credit }: Fix, open: string | undefined): Edit {
  if (credit === undefined || open === undefined) return edit;
  const { span, text } = creditEdit(open, credit);
  return { range: { file: edit.range.file, ...plainSpan(span) }, text };
}

function changeOf(
  audited: AuditedSource,
  uri: string,
  edits: (TextEdit | SnippetTextEdit)[],
): TextDocumentEdit {
  const version = audited.source.parts.find(part => part.uri === uri)?.version ?? null;
  return { textDocument: { uri, version }, edits };
}

/** A comment on a line of its own above the finding; the person writes the reason. */
function ignoreAction(
  finding: Finding,
  audited: AuditedSource,
  uri: string,
  canEditSnippets: boolean,
): CodeAction {
  const part = audited.source.parts.find(({ uri: partUri }) => partUri === uri);
  const { line } = finding.range.start;
  const start = { line, character: 0 };
  const lineText = part?.getText({ start, end: { line: line + 1, character: 0 } }) ?? '';
  const indentation = /^[ \t]*/.exec(lineText)?.[0] ?? '';
  const marker = part?.languageId === 'python' ? '#' : '//';
  const comment = `${indentation}${marker} ptm-audit: ignore[${finding.rule}] `;
  const range = { start, end: start };
  const edit: TextEdit | SnippetTextEdit = canEditSnippets
    ? { range, snippet: { kind: 'snippet', value: `${escapeSnippet(comment)}\${1:reason}\n` } }
    : { range, newText: `${comment}\n` };
  return {
    title: `Ignore “${finding.rule}” here with a reason`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, audited)],
    edit: { documentChanges: [changeOf(audited, uri, [edit])] },
  };
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
