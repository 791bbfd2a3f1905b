import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';
import type { ReportWriter } from './types.ts';

export type { ReportWriter } from './types.ts';

export type ReportFormat = 'text' | 'json' | 'html';

/** Every format a report can be written in. */
export const reports: Readonly<Record<ReportFormat, ReportWriter>> = {
  text: writeText,
  json: writeJson,
  html: writeHtml,
};

export const reportFormats: readonly ReportFormat[] = ['text', 'json', 'html'];
