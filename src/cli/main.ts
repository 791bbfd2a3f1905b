#!/usr/bin/env node
import { CommanderError } from 'commander';
import { readArguments, readCacheAction } from './arguments.ts';
import { runCacheAction } from './cache.ts';
import { ExpectedError } from './expected-error.ts';
import { runAudit } from './run-audit.ts';

const couldNotRun = 2;
const cancelled = 130;

async function main(): Promise<number> {
  const cancel = new AbortController();
  // The first Ctrl-C asks the audit to stop; the second one stops the process as usual.
  process.once('SIGINT', () => cancel.abort());
  try {
    const action = readCacheAction(process.argv);
    if (action !== undefined) return await runCacheAction(action);
    return await runAudit(readArguments(process.argv), cancel.signal);
  } catch (error) {
    return explain(error, cancel.signal);
  }
}

function explain(error: unknown, signal: AbortSignal): number {
  // Commander has printed its own message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotRun;
  if (signal.aborted) {
    console.error('ptm-audit: cancelled');
    return cancelled;
  }
  if (error instanceof ExpectedError) console.error(`ptm-audit: ${error.message}`);
  else console.error('ptm-audit: this is a fault of ptm-audit itself, please report it:\n', error);
  return couldNotRun;
}

process.exitCode = await main();
