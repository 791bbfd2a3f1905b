import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pc from 'picocolors';
import type { AuditReport } from '../model/report.ts';
import { readProblem } from '../node/read-problem.ts';
import { reports } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';

/** Streams the report to the terminal or to a file. */
export async function writeOutput(report: AuditReport, { format, output }: Arguments): Promise<void> {
  if (output === undefined) {
    await writeToTerminal(reports[format](report, { paint: pc }));
    return;
  }
  try {
    const file = await open(output, 'w');
    await write(reports[format](report, {}), file.createWriteStream());
  } catch (error) {
    throw new ExpectedError(`${output}: cannot be written: ${readProblem(error)}`, { cause: error });
  }
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
