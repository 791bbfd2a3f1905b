import { commandReferences } from '../loaders/commands/command-references.ts';
import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Command } from '../model/command.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { findDataMentions } from './data-mentions.ts';
import { findMentions, type IsKnownId } from './mentions.ts';
import { createModule, type Module } from './module.ts';
import { type Outline, outlineOf } from './outline.ts';

/** What was read of a file. */
export interface FileContent {
  readonly facts?: SyntaxFacts | undefined;
  readonly commands?: readonly Command[];
  readonly data?: Expression | undefined;
}

/**
 * What a file says by itself, whatever others make of it. Plain data, so that it can come from another thread or from an
 * earlier run.
 */
export interface FileScan {
  /** Undefined where nothing in it calls or loads anything. */
  readonly outline: Outline | undefined;
  /** Known ids written in code and in settings. Those that a call loads are left out when asked for. */
  readonly mentions: readonly ModelReference[];
  /** What its commands name. */
  readonly models: readonly CommandModel[];
}

/** Of a file in which there is nothing to read. */
export const emptyScan: FileScan = { outline: undefined, mentions: [], models: [] };

export interface ScannedFile {
  readonly scan: FileScan;
  /** Undefined for a file without code. */
  readonly module: Module | undefined;
}

export function scanFile(
  file: string,
  { facts, commands = [], data }: FileContent,
  isKnownId: IsKnownId,
): ScannedFile {
  const module = facts && createModule(file, facts);
  const scan: FileScan = {
    outline: module && outlineOf(module),
    mentions: [
      ...(module ? findMentions(module, isKnownId) : []),
      ...(data ? findDataMentions(file, data, isKnownId) : []),
    ],
    models: commands.flatMap(commandReferences),
  };
  return { scan, module };
}
