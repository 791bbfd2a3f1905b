import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pc from 'picocolors';
import type { AuditReport } from '../model/report.ts';
import { isInside } from '../node/paths.ts';
import { readProblem } from '../node/read-problem.ts';
import { reports } from '../report/index.ts';
import type { AuditArguments } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';

/** Streams the report to the terminal or to a file. */
export async function writeOutput(report: AuditReport, { format, output }: AuditArguments): Promise<void> {
  const nameOf = namesFrom(process.cwd(), report.root);
  if (output === undefined) {
    await writeToTerminal(reports[format](report, { paint: pc, nameOf }));
    return;
  }
  try {
    const file = await open(output, 'w');
    await write(reports[format](report, { nameOf }), file.createWriteStream());
  } catch (error) {
    throw new ExpectedError(`${output}: cannot be written: ${readProblem(error)}`, { cause: error });
  }
}

/** Names that a terminal can open from where it stands. */
function namesFrom(here: string, root: string): (file: string) => string {
  const isNear = isInside(here, root) || isInside(root, here);
  return file => (isNear ? relative(here, join(root, file)) || '.' : join(root, file));
}

async function writeToTerminal(chunks: Iterable<string>): Promise<void> {
  try {
    await write(chunks, process.stdout);
  } catch (error) {
    // Whoever read the output has seen enough: `ptm-audit | head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function write(chunks: Iterable<string>, stream: Writable): Promise<void> {
  return pipeline(Readable.from(chunks), stream, { end: stream !== process.stdout });
}
