import type { AuditReport } from '../model/report.ts';

/** Writes an audit in one format, in chunks, so that a large one streams. */
export type ReportWriter = (report: AuditReport, options: ReportOptions) => Iterable<string>;

export interface ReportOptions {
  /** Colours of the text report; plain text without it. */
  readonly paint?: Paint;
  /** How the text report names a file of the repository; without it, as seen from the root. */
  readonly nameOf?: (file: string) => string;
  /** The nonce of the page's content security policy. With it the HTML report may run its script. */
  readonly nonce?: string;
}

/** What the text report asks of a terminal's colours. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  underline(text: string): string;
}
