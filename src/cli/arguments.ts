import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type Use, uses } from '../model/project.ts';
import { version } from '../node/version.ts';
import type { ReportFormat } from '../report/index.ts';
import { reportFormats } from '../report/index.ts';

const cacheActions = ['show', 'clear'] as const;
export type CacheAction = (typeof cacheActions)[number];

const bars = ['error', 'warning', 'never'] as const;

/** Where the project lies and what it is asked with, for every command. */
export interface ProjectOptions {
  readonly offline?: true;
  readonly config?: string;
  readonly root?: string;
}

export interface AuditArguments extends ProjectOptions {
  readonly command: 'audit';
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly output?: string;
  /** The mildest severity that makes the exit code 1. */
  readonly failOn: (typeof bars)[number];
}

export interface NoticeArguments extends ProjectOptions {
  readonly command: 'notice';
  readonly paths: readonly string[];
  /** Only tells whether the file is up to date. */
  readonly check?: true;
}

export interface ExplainArguments extends ProjectOptions {
  readonly command: 'explain';
  readonly model: string;
  readonly use?: readonly Use[];
}

export interface CacheArguments {
  readonly command: 'cache';
  readonly action: CacheAction;
}

export type Arguments = AuditArguments | NoticeArguments | ExplainArguments | CacheArguments;

/** Throws a `CommanderError` after `--help`, `--version` and wrong options. */
export function readArguments(argv: readonly string[]): Arguments {
  let read: Arguments | undefined;
  const accept = (one: Arguments): void => {
    read = one;
  };
  const program = auditCommand(accept);
  program
    .addCommand(noticeCommand(accept))
    .addCommand(explainCommand(accept))
    .addCommand(cacheCommand(accept));
  program.parse(argv);
  if (read === undefined) throw new Error('no command was read');
  for (const [name, value] of Object.entries(read)) {
    if (value === '') program.error(`error: option '--${name}' is empty`);
  }
  return read;
}

type Accept = (read: Arguments) => void;

function auditCommand(accept: Accept): Command {
  return (
    withProject(new Command('ptm-audit'))
      .description('Finds the models that the code in [paths...] loads, and what to know of them.')
      .argument('[paths...]')
      .addOption(new Option('--format <format>', 'of the report').choices(reportFormats).default('text'))
      .option('--output <file>', 'where to write the report (default: the terminal)')
      .addOption(new Option('--fail-on <bar>', 'what makes the exit code 1').choices(bars).default('error'))
      .version(version)
      // What stands behind the name of a command belongs to that command.
      .enablePositionalOptions()
      .addHelpText('after', '\nExit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.')
      .exitOverride()
      .action((paths: string[], options: Omit<AuditArguments, 'paths' | 'command'>) => {
        accept({ command: 'audit', paths, ...options });
      })
  );
}

function noticeCommand(accept: Accept): Command {
  return withProject(new Command('notice'))
    .description('credit the models your code loads in NOTICE')
    .argument('[paths...]', 'folders and files whose models are credited (default: the current folder)')
    .option(
      '--check',
      'write nothing; exit code 1 where a file is out of date (models left out do not count)',
    )
    .exitOverride()
    .action((paths: string[], options: Omit<NoticeArguments, 'paths' | 'command'>) => {
      accept({ command: 'notice', paths, ...options });
    });
}

function explainCommand(accept: Accept): Command {
  return withProject(new Command('explain'))
    .description("what a model's licenses mean for your project")
    .argument('<model>', 'an id of the hub, such as google-bert/bert-base-uncased')
    .option('--use <list>', `how you use it: ${uses.join(', ')}`, readUses)
    .exitOverride()
    .action((model: string, options: Omit<ExplainArguments, 'model' | 'command'>) => {
      accept({ command: 'explain', model, ...options });
    });
}

function cacheCommand(accept: Accept): Command {
  return new Command('cache')
    .description('show or clear the answers of hubs that are kept on this machine')
    .addArgument(new Argument('<action>').choices(cacheActions))
    .exitOverride()
    .action((action: CacheAction) => accept({ command: 'cache', action }));
}

function withProject(command: Command): Command {
  return command
    .option('--offline', 'facts of the cache and of the snapshot alone')
    .option('--config <file>', 'configuration file instead of ptm-audit.json')
    .option('--root <folder>', 'folder whose license and configuration apply');
}

/** Named once with several, or several times: they combine. */
function readUses(text: string, before: readonly Use[] = []): readonly Use[] {
  const named = text.split(/[,\s]+/).map(word => {
    const use = uses.find(one => one === word);
    if (use === undefined) throw new InvalidArgumentError(`Allowed are ${uses.join(', ')}.`);
    return use;
  });
  return [...before, ...named];
}
