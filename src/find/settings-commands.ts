import { commandReferences } from '../loaders/commands/command-references.ts';
import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Command, Word } from '../model/command.ts';
import { plainSpan } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import { makeWord } from '../parse/shell-words.ts';
import { entryOf } from './entries.ts';
import { type Settings, settingsIn } from './made-objects.ts';

/** Keys of a script to be run, and of what it is given, in programs that run what settings say. */
const scriptKeys = ['script', 'program', 'entry_point', 'main'];
const wordKeys = ['args', 'arguments', 'parameters', 'flags'];
/** A path as editors write it, seen from the folder that is open. */
const workspace = /^\$\{workspace(?:Folder|Root)\}\//;

/** As many command lines of one file are looked at. */
const maxCommands = 500;

/**
 * What the command lines name that settings stand for: `script: train.py` with `args:` beside it, a mapping of its flags or
 * a list of its words. Whatever program reads them starts the script so.
 */
export function describedModels(data: Expression): readonly CommandModel[] {
  const commands = settingsIn(data).flatMap(settings => commandOf(settings) ?? []);
  return commandReferences(commands.slice(0, maxCommands)).map(model => ({ ...model, isDescribed: true }));
}

function commandOf({ entries, span }: Settings): Command | undefined {
  const [script, given] = [scriptKeys, wordKeys].map(keys =>
    keys.map(key => entryOf(entries, key).value).find(value => value !== undefined),
  );
  if (script?.kind !== 'string' || !given) return undefined;
  const path = script.value.replace(workspace, '');
  if (!/^[\w./-]+\.py$/.test(path)) return undefined;
  const words = [wordOf('python', script), wordOf(path, script), ...wordsOf(given)];
  return { words, assignments: [], span: plainSpan(span) };
}

function wordsOf(given: Expression): readonly Word[] {
  if (given.kind === 'list')
    return given.items.flatMap(item => textsIn(item).map(text => wordOf(text.value, text)));
  if (given.kind !== 'record') return [];
  return given.entries.flatMap(({ key, value }) => {
    if (key?.kind !== 'string') return [];
    const flag = key.value.startsWith('-') ? key.value : `--${key.value}`;
    return textsIn(value).flatMap(text => [wordOf(flag, key), wordOf(text.value, text)]);
  });
}

/** The texts of a value. What a sweep tries stands as `{values: [x, y]}` or `{value: x}`. */
function textsIn(value: Expression): readonly StringLiteral[] {
  switch (value.kind) {
    case 'string':
      return [value];
    case 'list':
      return value.items.filter(item => item.kind === 'string');
    case 'record':
      return ['values', 'value'].flatMap(key => {
        const tried = entryOf(value.entries, key).value;
        return tried && tried.kind !== 'record' ? textsIn(tried) : [];
      });
    default:
      return [];
  }
}

function wordOf(text: string, { span }: StringLiteral): Word {
  const where = plainSpan(span);
  return makeWord([[{ text, span: where, trail: [] }]], where);
}
