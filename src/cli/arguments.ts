import { Argument, Command, Option } from 'commander';
import { version } from '../node/version.ts';
import type { ReportFormat } from '../report/index.ts';
import { reportFormats } from '../report/index.ts';

const cacheActions = ['show', 'clear'] as const;
export type CacheAction = (typeof cacheActions)[number];

const bars = ['error', 'warning', 'never'] as const;

export interface Arguments {
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly output?: string;
  readonly offline?: true;
  readonly config?: string;
  readonly root?: string;
  /** The mildest severity that makes the exit code 1. */
  readonly failOn: (typeof bars)[number];
}

/** What `ptm-audit cache` is asked to do; undefined when the command line asks for an audit. A folder of that name is `./cache`. */
export function readCacheAction(argv: readonly string[]): CacheAction | undefined {
  if (argv[2] !== 'cache') return undefined;
  const command = new Command('ptm-audit cache')
    .description('Shows or removes the answers of hubs that are kept on this machine.')
    .addArgument(new Argument('<action>').choices(cacheActions))
    .exitOverride()
    .parse(argv.slice(3), { from: 'user' });
  return cacheActions.find(action => action === command.args[0]);
}

/** Throws a `CommanderError` after `--help`, `--version` and wrong options. */
export function readArguments(argv: readonly string[]): Arguments {
  const command = new Command('ptm-audit')
    .description('Finds the pre-trained models your code loads and what you must know of them.')
    .argument('[paths...]', 'folders and files to audit (default: the current folder)')
    .addOption(
      new Option('--format <format>', 'how to write the report').choices(reportFormats).default('text'),
    )
    .option('--output <file>', 'write the report to a file instead of the terminal')
    .option('--offline', 'never use the network: facts from the cache and the built-in snapshot')
    .option('--config <file>', 'configuration file instead of ptm-audit.json')
    .option('--root <folder>', "folder whose license and configuration apply (default: the project's)")
    .addOption(
      new Option('--fail-on <severity>', 'findings that make the exit code 1').choices(bars).default('error'),
    )
    .version(version)
    .addHelpText('after', '\nptm-audit cache show|clear shows or removes the answers of hubs that are kept.')
    .addHelpText('after', 'Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.')
    .exitOverride()
    .parse(argv);
  const options = command.opts<Omit<Arguments, 'paths'>>();
  for (const [name, value] of Object.entries(options)) {
    if (value === '') command.error(`error: option '--${name}' is empty`);
  }
  return { ...options, paths: command.args };
}
