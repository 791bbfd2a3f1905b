import type { InlayHint, Range } from 'vscode-languageserver/node';
import { isWithin } from '../model/source.ts';
import { compact, licenseWords } from '../report/words.ts';
import type { AuditedSource } from './auditor.ts';

const longest = 40;

/** License and size behind each id whose model is known. A hint's label is plain text, so it needs no escaping. */
export function inlayHints(audited: AuditedSource, uri: string, visible: Range): InlayHint[] {
  const cell = audited.source.parts.findIndex(part => part.uri === uri);
  return audited.audit.references.flatMap(({ reference: { id, range }, model }) => {
    const lookup = model && audited.audit.lookups.get(model);
    const isHere = range.file === audited.file && (range.cell ?? 0) === cell && isWithin(range.end, visible);
    if (!isHere || id === undefined || lookup?.state !== 'found') return [];
    const { parameters } = lookup.record;
    const label = [licenseWords(lookup.record), parameters === undefined ? '' : compact(parameters)]
      .filter(part => part !== '')
      .join(' · ');
    // Behind the closing quote: inside the string the hint would read as a part of the id.
    const position = { line: range.end.line, character: range.end.character + 1 };
    const text = label.replaceAll(/[\p{C}\s]+/gu, ' ');
    return [
      { position, label: text.length > longest ? `${text.slice(0, longest - 1)}…` : text, paddingLeft: true },
    ];
  });
}
