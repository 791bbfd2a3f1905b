#!/usr/bin/env node
import { CommanderError } from 'commander';
import { type Arguments, readArguments } from './arguments.ts';
import { runCacheAction } from './cache.ts';
import { ExpectedError } from './expected-error.ts';
import { runAudit } from './run-audit.ts';
import { runExplain } from './run-explain.ts';
import { runNotice } from './run-notice.ts';

const couldNotRun = 2;
const cancelled = 130;

async function main(): Promise<number> {
  const cancel = new AbortController();
  // The first Ctrl-C asks the audit to stop; the second one stops the process as usual.
  process.once('SIGINT', () => cancel.abort());
  try {
    return await run(readArguments(process.argv), cancel.signal);
  } catch (error) {
    return explain(error, cancel.signal);
  }
}

function run(read: Arguments, signal: AbortSignal): Promise<number> {
  switch (read.command) {
    case 'audit':
      return runAudit(read, signal);
    case 'notice':
      return runNotice(read, signal);
    case 'explain':
      return runExplain(read, signal);
    case 'cache':
      return runCacheAction(read.action);
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
