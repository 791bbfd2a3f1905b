import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';
import type { ReportWriter } from './types.ts';

export type { Paint, ReportOptions, ReportWriter } from './types.ts';

/** Every format a report can be written in. */
export const reports = {
  text: writeText,
  json: writeJson,
  html: writeHtml,
} as const satisfies Record<string, ReportWriter>;

export type ReportFormat = keyof typeof reports;
export const reportFormats: readonly ReportFormat[] = ['text', 'json', 'html'];
