import type { Diagnostic, Location } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { ConfigurationProblem } from '../audit/types.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { SourceRange } from '../model/source.ts';
import type { AuditedSource } from './auditor.ts';
import { rangeOf, uriBelow } from './positions.ts';

export const diagnosticSource = 'PTM Audit';

/** Past the end of any line: the protocol cuts it back to where the line ends. */
const wholeLine = 10_000;

const severityCodes: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Diagnostics by address, with an empty list for every part that has none, so that old ones go away. */
export function diagnosticsOf(audited: AuditedSource): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>(audited.source.parts.map(part => [part.uri, []]));
  for (const finding of audited.audit.findings) {
    byUri.get(uriOfRange(finding.range, audited))?.push(diagnosticOf(finding, audited));
  }
  return byUri;
}

export function diagnosticOf(finding: Finding, audited: AuditedSource): Diagnostic {
  return {
    range: rangeOf(finding.range),
    severity: severityCodes[finding.severity],
    code: finding.rule,
    codeDescription: { href: finding.docs },
    source: diagnosticSource,
    message: finding.message,
    relatedInformation: finding.related.map(({ message, range }) => ({
      message,
      location: locationOf(range, audited),
    })),
  };
}

/** Where a range lies: in a part of the audited source, or in another file of the repository. */
export function uriOfRange(range: SourceRange, audited: AuditedSource): string {
  if (range.file !== audited.file) return uriBelow(audited.root, range.file);
  const part = audited.source.parts[range.cell ?? 0];
  return part?.uri ?? audited.source.uri;
}

export function locationOf(range: SourceRange, audited: AuditedSource): Location {
  return { uri: uriOfRange(range, audited), range: rangeOf(range) };
}

export function configurationDiagnostic(problem: ConfigurationProblem): Diagnostic {
  const line = (problem.line ?? 1) - 1;
  return {
    range: { start: { line, character: 0 }, end: { line, character: wholeLine } },
    severity: DiagnosticSeverity.Warning,
    code: 'configuration',
    source: diagnosticSource,
    message: problem.message,
  };
}
