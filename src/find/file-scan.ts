import { commandReferences, environmentModel } from '../loaders/commands/command-references.ts';
import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Command } from '../model/command.ts';
import type { ModelReference } from '../model/reference.ts';
import { plainSpan } from '../model/source.ts';
import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { findCommandMentions } from './command-mentions.ts';
import { contextOf } from './context.ts';
import { findDataMentions } from './data-mentions.ts';
import { isEnvironment } from './environment.ts';
import { type Copied, copiedBy } from './image-files.ts';
import { findMadeModels } from './made-models.ts';
import { madeInCode, madeNames } from './made-objects.ts';
import { findMentions, type IsKnownId } from './mentions.ts';
import { createModule, type Module } from './module.ts';
import { lastName } from './names.ts';
import { doesCall, type Outline, outlineOf, outlineOfSketch } from './outline.ts';
import { overriddenNames } from './overridden-objects.ts';
import { withOwnFolders } from './own-names.ts';
import { recordNames } from './record-calls.ts';
import { describedModels } from './settings-commands.ts';
import { instantiators } from './settings-index.ts';
import { findSettingsModels } from './settings-models.ts';
import { isSettingsProgram } from './settings-programs.ts';
import type { Sketch } from './sketch.ts';

/** What was read of a file. */
export interface FileContent {
  readonly facts?: SyntaxFacts | undefined;
  readonly commands?: readonly Command[];
  readonly data?: Expression | undefined;
  /** Where no more was read of it. */
  readonly sketch?: Sketch | undefined;
}

/**
 * What a file says by itself, whatever others make of it. Plain data, so that it can come from another thread or from an
 * earlier run.
 */
export interface FileScan {
  /** Undefined where nothing in it has a part in anything. */
  readonly outline: Outline | undefined;
  /**
   * Known ids written in code, in settings, and where scripts of the shell compare something with them. Those that a call
   * loads are left out when asked for.
   */
  readonly mentions: readonly ModelReference[];
  /** What its commands name. */
  readonly models: readonly CommandModel[];
  /** What it puts into the image of a container. */
  readonly copied: readonly Copied[];
  /** What its settings have a tool load. */
  readonly settings: readonly ModelReference[];
  /** Whether its settings name known models. */
  readonly namesModels: boolean;
  /** Last names of the classes and functions that its settings have called. */
  readonly makes: readonly string[];
}

/** Of a file in which there is nothing to read. */
export const emptyScan: FileScan = {
  outline: undefined,
  mentions: [],
  models: [],
  copied: [],
  settings: [],
  namesModels: false,
  makes: [],
};

export interface ScannedFile {
  readonly scan: FileScan;
  /** Undefined for a file without code. */
  readonly module: Module | undefined;
}

/** `os.environ["MODEL"] = "org/name"`: for every program that it starts, and for files that read it. */
function environmentModels({ facts, file }: Module): readonly CommandModel[] {
  if (contextOf(file) === 'test') return [];
  return facts.stores.flatMap(({ object, property, value }) => {
    if (value.kind !== 'string' || !isEnvironment(object)) return [];
    const { value: text } = value;
    const span = plainSpan(value.span);
    return environmentModel(property, text, () => ({ text, span, trail: [] })) ?? [];
  });
}

/** Whether code only gives names to values, as settings do that are written in Python. */
function isSettings(module: Module): boolean {
  const { facts, classes, functions } = module;
  if (facts.language !== 'python') return false;
  return (
    isSettingsProgram(module) ||
    (classes.size + functions.size === 0 &&
      facts.calls.every(({ callee }) => recordNames.has(lastName(callee) ?? '')))
  );
}

/** Whether code instantiates settings of Hydra's, as what they have called. */
function madeByCode(outline: Outline | undefined): readonly string[] {
  if (!outline || !doesCall(outline, 'instantiate')) return [];
  return outline.imports.some(name => /^hydra\b/.test(name)) ? [instantiators] : [];
}

export function scanFile(
  file: string,
  { facts, commands = [], data, sketch }: FileContent,
  isKnownId: IsKnownId,
): ScannedFile {
  const module = facts && createModule(file, facts);
  const named = data ? findDataMentions(file, data, isKnownId) : [];
  const mentions = module ? findMentions(module, isKnownId) : [];
  const outline = module ? outlineOf(module) : sketch && outlineOfSketch(file, sketch);
  const scan: FileScan = {
    outline,
    mentions: [...mentions, ...named, ...findCommandMentions(file, commands, isKnownId)],
    models: [
      ...withOwnFolders(commandReferences(commands), module),
      ...(data ? describedModels(data) : []),
      ...(module ? environmentModels(module) : []),
    ],
    copied: copiedBy(commands),
    settings: data ? [...findSettingsModels(file, data), ...findMadeModels(file, data)] : [],
    namesModels: named.length > 0 || (mentions.length > 0 && module !== undefined && isSettings(module)),
    makes: [
      ...(data ? [...madeNames(data), ...overriddenNames(data)] : madeByCode(outline)),
      ...(module ? madeInCode(module).keys() : []),
    ],
  };
  return { scan, module };
}
