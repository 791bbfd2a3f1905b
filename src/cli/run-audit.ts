import { relative, resolve, sep } from 'node:path';
import { createSession } from '../audit/session.ts';
import type { Session } from '../audit/types.ts';
import type { Log } from '../model/outside.ts';
import type { Summary } from '../model/report.ts';
import { createEnvironment } from '../node/environment.ts';
import type { Arguments } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';
import { writeOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { chooseTarget } from './target.ts';

/** Audits, writes the report and gives the exit code. */
export async function runAudit(options: Arguments, signal: AbortSignal): Promise<number> {
  const { root, paths } = await chooseTarget(options.paths, options.root);
  const environment = await createEnvironment({
    root,
    log: terminalLog,
    overrides: options.offline ? { network: 'never' } : {},
    configurationFile: options.config && relative(root, resolve(options.config)).split(sep).join('/'),
    variables: process.env,
  });
  const session = await createSession(environment);
  stopAtProblems(session);
  const progress = startProgress();
  try {
    const report = await session.auditRepository({ paths, onProgress: progress.show, signal });
    signal.throwIfAborted();
    progress.stop();
    await writeOutput(report, options);
    return isOverBar(report.summary, options.failOn) ? 1 : 0;
  } finally {
    progress.stop();
  }
}

/** An audit with half of its settings could pass what the whole of them forbid. */
function stopAtProblems({ configurationProblems }: Session): void {
  if (configurationProblems.length === 0) return;
  const lines = configurationProblems.map(({ file, line, message }) =>
    line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
  );
  throw new ExpectedError(`the configuration has problems\n${lines.join('\n')}`);
}

function isOverBar({ findings }: Summary, bar: Arguments['failOn']): boolean {
  if (bar === 'never') return false;
  return findings.error > 0 || (bar === 'warning' && findings.warning > 0);
}

const terminalLog: Log = {
  // What went as planned is no news on a terminal.
  info: () => undefined,
  warn: message => console.error(`ptm-audit: ${message}`),
};
