import type { DocumentLink } from 'vscode-languageserver/node';
import type { ReportedReference } from '../model/report.ts';
import type { AuditedSource } from './auditor.ts';
import { safeWebAddress } from './markdown.ts';
import { rangeOf } from './positions.ts';

const publishedId = /^[\w.-]+(\/[\w.-]+)?$/;

/** Links from an id in the text to the page of its model. */
export function documentLinks(audited: AuditedSource, uri: string): DocumentLink[] {
  const cell = audited.source.parts.findIndex(part => part.uri === uri);
  return audited.audit.references
    .filter(({ reference: { range } }) => range.file === audited.file && (range.cell ?? 0) === cell)
    .flatMap(reported => {
      const target = modelPage(audited, reported);
      const tooltip = 'Open the page of this model';
      return target ? [{ range: rangeOf(reported.reference.range), target, tooltip }] : [];
    });
}

/** The page the hub names for a model it was found on; for another Hugging Face id, the address it would have. */
export function modelPage(
  audited: AuditedSource,
  { reference, model }: ReportedReference,
): string | undefined {
  if (reference.id === undefined || reference.hub !== 'huggingface') return undefined;
  const lookup = model && audited.audit.models.get(model)?.lookup;
  if (lookup?.state === 'found') return safeWebAddress(lookup.record.url);
  if (lookup?.state === 'missing') return undefined;
  const target = reference.target ?? reference.id;
  return publishedId.test(target)
    ? safeWebAddress(`${audited.endpoint.replace(/\/+$/, '')}/${target}`)
    : undefined;
}
