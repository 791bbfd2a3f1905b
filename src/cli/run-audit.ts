import type { AuditReport, Summary } from '../model/report.ts';
import type { AuditArguments, ProjectOptions } from './arguments.ts';
import { openSession } from './open-session.ts';
import { writeOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { chooseTarget } from './target.ts';

/** Audits, writes the report and gives the exit code. */
export async function runAudit(options: AuditArguments, signal: AbortSignal): Promise<number> {
  const report = await audit(options, signal);
  await writeOutput(report, options);
  return isOverBar(report.summary, options.failOn) ? 1 : 0;
}

/** The audit of the paths a command names, with a line on stderr that says how far it is. */
export async function audit(
  options: ProjectOptions & { readonly paths: readonly string[] },
  signal: AbortSignal,
): Promise<AuditReport> {
  const { root, paths } = await chooseTarget(options.paths, options.root);
  const session = await openSession(root, options);
  const progress = startProgress();
  try {
    const report = await session.auditRepository({ paths, onProgress: progress.show, signal });
    signal.throwIfAborted();
    return report;
  } finally {
    progress.stop();
  }
}

function isOverBar({ findings }: Summary, bar: AuditArguments['failOn']): boolean {
  if (bar === 'never') return false;
  return findings.error > 0 || (bar === 'warning' && findings.warning > 0);
}
