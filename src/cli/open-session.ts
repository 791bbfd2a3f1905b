import { relative, resolve, sep } from 'node:path';
import { createSession } from '../audit/session.ts';
import type { Session } from '../audit/types.ts';
import type { Log } from '../model/outside.ts';
import type { PartialConfiguration } from '../model/project.ts';
import { createEnvironment } from '../node/environment.ts';
import type { ProjectOptions } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';

/** A session for the project at a root, with what the command line says of it. */
export async function openSession(
  root: string,
  { offline, config }: ProjectOptions,
  overrides: PartialConfiguration = {},
): Promise<Session> {
  const environment = await createEnvironment({
    root,
    log: terminalLog,
    overrides: { ...overrides, ...(offline && { network: 'never' }) },
    configurationFile: config && relative(root, resolve(config)).split(sep).join('/'),
    variables: process.env,
    mayRepeat: true,
  });
  const session = await createSession(environment);
  stopAtProblems(session);
  return session;
}

/** An audit with half of its settings could pass what the whole of them forbid. */
function stopAtProblems({ configurationProblems }: Session): void {
  if (configurationProblems.length === 0) return;
  const lines = configurationProblems.map(({ file, line, message }) =>
    line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
  );
  throw new ExpectedError(`the configuration has problems\n${lines.join('\n')}`);
}

const terminalLog: Log = {
  // What went as planned is no news on a terminal.
  info: () => undefined,
  warn: message => console.error(`ptm-audit: ${message}`),
};
