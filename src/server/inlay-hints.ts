import type { InlayHint, Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lookup, ModelRecord } from '../model/record.ts';
import { isWithin, type SourceRange } from '../model/source.ts';
import { compact, licenseWords } from '../report/words.ts';
import type { AuditedSource } from './auditor.ts';

const longest = 40;

/** License and size behind each id, or that nothing is known. A hint's label is plain text, so it needs no escaping. */
export function inlayHints(audited: AuditedSource, uri: string, visible: Range): InlayHint[] {
  const cell = audited.source.parts.findIndex(part => part.uri === uri);
  const part = audited.source.parts[cell];
  if (!part) return [];
  return audited.audit.references.flatMap(({ reference: { id, range }, model }) => {
    const lookup = model && audited.audit.models.get(model)?.lookup;
    const isHere = range.file === audited.file && (range.cell ?? 0) === cell && isWithin(range.end, visible);
    if (!isHere || id === undefined || !lookup) return [];
    const position = behind(part, range);
    const hint = hintOf(lookup, audited);
    return position && hint ? [{ position, ...hint, paddingLeft: true }] : [];
  });
}

function hintOf(lookup: Lookup, audited: AuditedSource): Pick<InlayHint, 'label' | 'tooltip'> | undefined {
  switch (lookup.state) {
    case 'found':
      return { label: shortened(factsOf(lookup.record)) };
    case 'gated':
      return { label: 'gated' };
    case 'unreachable':
      // The hub's answer may be on its way; a hint that comes and goes only distracts.
      if (!audited.isFinal) return undefined;
      return { label: audited.mayAskNetwork ? 'not known' : 'not known offline', tooltip: lookup.why };
    case 'missing':
    case 'skipped':
      return undefined;
  }
}

function factsOf(record: ModelRecord): string {
  const { parameters } = record;
  const size = parameters === undefined ? '' : compact(parameters);
  return [licenseWords(record), size].filter(fact => fact !== '').join(' · ');
}

function shortened(label: string): string {
  const text = label.replaceAll(/[\p{C}\s]+/gu, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Behind the closing quotes: inside the string a hint would read as a part of the id. None where they are out of sight. */
function behind(part: TextDocument, { start, end }: SourceRange): Position | undefined {
  const { line, character } = start;
  const before = part.getText({ start: { line, character: Math.max(0, character - 3) }, end: start });
  const after = part.getText({ start: end, end: { line: end.line, character: end.character + 3 } });
  const quote = /["'`]$/.exec(before)?.[0];
  if (quote === undefined) return end;
  const closing = before === quote.repeat(3) ? before : quote;
  return after.startsWith(closing)
    ? { line: end.line, character: end.character + closing.length }
    : undefined;
}
