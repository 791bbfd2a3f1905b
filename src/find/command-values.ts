import type {
  CommandModel,
  ScriptFlag as CommandScript,
  CommandRow as WrittenRow,
} from '../loaders/commands/tool.ts';
import type { Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';

export type { CommandScript };

/** A value that a command line of the repository gives to one of its scripts: `python train.py --model org/name`. */
export interface ScriptFlag {
  readonly script: string;
  /** `model_name` for `--model-name`, `#0` for the first word before any flag. */
  readonly flag: string;
  readonly value: Expression;
  readonly module: Module;
  readonly row: CommandRow | undefined;
}

/** A command that starts a script: what it gives goes together. */
export interface CommandRow {
  /** Flags that it surely gives something. */
  readonly flags: ReadonlySet<string>;
  /** Flags that it gives what nobody can read. */
  readonly unread: ReadonlySet<string>;
  /** Whether it may give others as well. */
  readonly isOpen: boolean;
}

/** All that may start a script, its commands among them: what their rows are chosen from. */
export interface CommandRows {
  readonly script: string;
  /** Those that give it a model. */
  readonly rows: readonly CommandRow[];
}

/** Of a script that more commands start nobody asks what goes together. */
const maxRows = 200;

/** What a file of the repository sets a variable of the environment to. */
export interface Setting {
  readonly value: Expression;
  readonly module: Module;
}

/** Flags under which scripts are told where to write. */
export const outputFlags = ['output_dir', 'output_path', 'out_dir', 'save_dir', 'save_path'];

/** Who may read what a file's commands give: scripts by their paths, variables and flags by their names. */
export interface CommandReaders {
  readonly scripts: readonly string[];
  /** Variables and flags, as `Dependencies` keep them. */
  readonly names: readonly string[];
}

/**
 * What the commands of a repository give to its scripts and to the environment. In the order of the files that give it,
 * whichever was read first: where a budget ends, every audit has come as far.
 */
export class CommandValues {
  /** By the script that gets them. */
  readonly #flags = new Map<string, readonly ScriptFlag[]>();
  /** By the file whose commands give them. */
  readonly #given = new Map<string, readonly ScriptFlag[]>();
  /** By script, as long as its flags are the same. */
  readonly #rows = new Map<string, CommandRows>();
  /** Scripts by the flags they get, in order, as long as nothing changes. */
  #scripts: ReadonlyMap<string, readonly string[]> | undefined;
  /** Where commands let scripts write, as long as nothing changes. */
  #outputs: ReadonlySet<string> | undefined;
  /** What files set variables of the environment to: by variable, then by file. */
  readonly #environment = new Map<string, Map<string, readonly Setting[]>>();

  /** Takes what one file's commands give instead of what they gave before. */
  set(
    from: Module,
    models: readonly CommandModel[],
    fileOf: (script: CommandScript) => string | undefined,
  ): CommandReaders {
    const flags = this.#setFlags(from, models, fileOf);
    return {
      scripts: [...new Set(flags.map(({ script }) => script))],
      names: [...flags.map(({ flag }) => flagToken(flag)), ...this.#setEnvironment(from, models)],
    };
  }

  flagsOf(script: string): readonly ScriptFlag[] {
    return this.#flags.get(script) ?? [];
  }

  rowsOf(script: string): CommandRows {
    const known = this.#rows.get(script);
    if (known) return known;
    const rows = [...new Set(this.flagsOf(script).flatMap(({ row }) => row ?? []))];
    const all = { script, rows: rows.length > maxRows ? [] : rows };
    this.#rows.set(script, all);
    return all;
  }

  /** The scripts that a file's commands give something to. */
  scriptsFrom(file: string): ReadonlySet<string> {
    return new Set((this.#given.get(file) ?? []).map(({ script }) => script));
  }

  /** The scripts that get a flag. */
  scriptsGiven(flag: string): readonly string[] {
    this.#scripts ??= this.#scriptsByFlag();
    return this.#scripts.get(flag) ?? [];
  }

  /** Whether commands let scripts write to a path, or to a folder it lies in. */
  isOutput(path: string): boolean {
    this.#outputs ??= this.#findOutputs();
    const parts = path.split('/');
    return parts.some((_, index) => this.#outputs?.has(parts.slice(0, index + 1).join('/')));
  }

  #findOutputs(): ReadonlySet<string> {
    const given = [...this.#flags.values()].flat().filter(({ flag }) => outputFlags.includes(flag));
    return new Set(given.flatMap(({ value }) => (value.kind === 'string' ? value.value : [])));
  }

  environment(variable: string): readonly Setting[] {
    return [...(this.#environment.get(variable)?.values() ?? [])].flat().toSorted(byFile);
  }

  #scriptsByFlag(): ReadonlyMap<string, readonly string[]> {
    const scripts = new Map<string, Set<string>>();
    for (const { flag, script } of [...this.#flags.values()].flat())
      scripts.set(flag, (scripts.get(flag) ?? new Set()).add(script));
    return new Map([...scripts].map(([flag, given]) => [flag, [...given].toSorted()]));
  }

  /** Tells what the file gives, now and before. */
  #setFlags(
    from: Module,
    models: readonly CommandModel[],
    fileOf: (script: CommandScript) => string | undefined,
  ): readonly ScriptFlag[] {
    const before = this.#given.get(from.file) ?? [];
    if (models.length === 0 && before.length === 0) return [];
    this.#scripts = undefined;
    this.#outputs = undefined;
    for (const { script } of before)
      this.#flags.set(
        script,
        this.flagsOf(script).filter(({ module }) => module.file !== from.file),
      );
    const rows = new Map<string, CommandRow>();
    const flags = models.flatMap(model => flagOf(model, from, fileOf, rows));
    for (const flag of flags)
      this.#flags.set(flag.script, [...this.flagsOf(flag.script), flag].toSorted(byFile));
    this.#given.set(from.file, flags);
    for (const { script } of [...before, ...flags]) this.#rows.delete(script);
    return [...before, ...flags];
  }

  #setEnvironment(from: Module, models: readonly CommandModel[]): readonly string[] {
    const { file } = from;
    const set = new Set<string>();
    for (const [variable, settings] of this.#environment) if (settings.delete(file)) set.add(variable);
    for (const { kind, tool, id, span } of models) {
      if (kind !== 'environment' || id === undefined) continue;
      const settings = this.#environment.get(tool) ?? new Map<string, readonly Setting[]>();
      const value: Expression = { kind: 'string', value: id, span };
      settings.set(file, [...(settings.get(file) ?? []), { value, module: from }]);
      this.#environment.set(tool, settings);
      set.add(tool);
    }
    return [...set].map(variableToken);
  }
}

function byFile(a: { readonly module: Module }, b: { readonly module: Module }): number {
  if (a.module.file === b.module.file) return 0;
  return a.module.file < b.module.file ? -1 : 1;
}

function flagOf(
  { kind, script, id, span }: CommandModel,
  module: Module,
  fileOf: (script: CommandScript) => string | undefined,
  rows: Map<string, CommandRow>,
): readonly ScriptFlag[] {
  if (kind !== 'script-flag' || script === undefined || id === undefined) return [];
  const flag = script.flag === undefined ? positionFlag(script.position) : plainFlag(script.flag);
  const file = flag === undefined ? undefined : fileOf(script);
  if (file === undefined || flag === undefined) return [];
  const row = script.row && rowOf(script.row, rows);
  return [{ script: file, flag, value: { kind: 'string', value: id, span }, module, row }];
}

/** The same object for all that one command gives: `rows` by where they start. */
function rowOf({ span, options, unread, isOpen }: WrittenRow, rows: Map<string, CommandRow>): CommandRow {
  const key = `${span.cell ?? ''} ${span.start.line} ${span.start.character}`;
  const row = rows.get(key) ?? {
    flags: new Set(options.map(plainFlag)),
    unread: new Set(unread.map(plainFlag)),
    isOpen,
  };
  rows.set(key, row);
  return row;
}

/** `model_name` for `--model-name`. */
export function plainFlag(written: string): string {
  return written.replace(/^-+/, '').replaceAll('-', '_');
}

/** What a word without a flag goes by. */
export function positionFlag(position: number | undefined): string | undefined {
  return position === undefined ? undefined : `#${position}`;
}

/** A variable as `Dependencies` keep it among the flags. */
export function variableToken(name: string): string {
  return `$${name}`;
}

/** A script that files name, as `Dependencies` keep it among the flags. */
export function scriptToken(name: string): string {
  return `>${name}`;
}

/** A flag that scripts are given, as `Dependencies` keep it beside those that are declared. */
export function flagToken(name: string): string {
  return `-${name}`;
}
