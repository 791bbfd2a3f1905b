import type { Expression } from '../model/syntax.ts';
import type { Data } from './held-facts.ts';
import { type DefaultsEntry, defaultsOf, keysOfEntry, keysOfHeader, withoutEnding } from './hydra-entries.ts';
import { moduleOfData } from './module.ts';
import { folderOf, join, normalize } from './module-path.ts';
import { deepestField } from './nested-record.ts';
import type { Program } from './program.ts';
import type { StoredSettings } from './stored-settings.ts';

/** Files whose `defaults` name each other, as far as anybody follows them. */
const maxHops = 6;
/** Files that settings are put together from before nobody can tell what they say. */
const maxFiles = 200;

/** A file that settings are put together from, or what code keeps in the place of one. */
export interface ComposedFile extends Spot {
  readonly data: Data;
  /** Its place in the order of all: what comes later counts. */
  readonly rank: number;
}

/** Where the content of a file goes. */
interface Spot {
  /** Its folder, seen from that of all settings. */
  readonly group: string;
  /** The keys that it goes under. */
  readonly keys: readonly string[];
  /** Whether the command line would have to choose the file. */
  readonly isByName: boolean;
  readonly hops: number;
}

/** What an entry of `defaults`, or a word of the command line, takes in. */
export interface Choice {
  readonly group: string;
  readonly names: readonly string[];
  readonly keys: readonly string[];
  /** Whether nothing but the file's own header may put it elsewhere. */
  readonly isUnplaced: boolean;
  /** Whether the command line may take another file of the folder. */
  readonly isOpen: boolean;
  /** Whether it takes the place of what was chosen before. */
  readonly isOverride?: boolean;
}

/**
 * The files that Hydra puts settings together from: what a file's `defaults` name, what theirs do, and, as only the
 * command line could choose them, the others of the same folders and those of folders that nothing names. `given`: what
 * the command line chooses. `stored`: what code keeps. `takesOthers`: whether those others count.
 */
export function composedFiles(
  program: Program,
  main: Data,
  given: readonly Choice[],
  stored: readonly StoredSettings[],
  takesOthers = true,
): readonly ComposedFile[] {
  const root = folderOf(main.module.file);
  const files = new Map<string, ComposedFile>();
  const ranks = new Map<string, number>();
  const later = new Map<string, () => void>();
  const named = new Set<string>();
  const take = (data: Data, spot: Spot): void => {
    const { start } = data.expression.span;
    const id = `${data.module.file} ${start.line} ${start.character} ${spot.keys.join('.')}`;
    const before = files.get(id);
    const isNews = !before || (before.isByName && !spot.isByName);
    if (!isNews || files.size >= maxFiles || spot.hops > maxHops || spot.keys.length > deepestField) return;
    files.set(id, { ...spot, data, rank: 0 });
    const { before: below, after: above } = defaultsOf(data.expression);
    for (const entry of below) choose(choiceBy(entry, spot), spot);
    ranks.set(id, ranks.size);
    for (const entry of above) choose(choiceBy(entry, spot), spot);
  };
  const replace = (group: string, keys: string, chosen: readonly Data[]): void => {
    for (const [id, file] of files) {
      const isReplaced = file.group === group && file.keys.join('.') === keys && !chosen.includes(file.data);
      if (isReplaced) files.set(id, { ...file, isByName: true });
    }
  };
  const choose = ({ group, names, keys, isUnplaced, isOpen, isOverride }: Choice, from: Spot): void => {
    named.add(group);
    const spotOf = ({ expression }: Data, isByName: boolean): Spot => {
      const own = isUnplaced ? keysOfHeader(expression, group) : undefined;
      return { group, keys: own ?? keys, isByName: from.isByName || isByName, hops: from.hops + 1 };
    };
    const kept = (wanted: string) => (group === '' ? stored.find(({ name }) => name === wanted) : undefined);
    const chosen = names.flatMap(name => settingsFile(program, join(root, group), name) ?? kept(name) ?? []);
    if (isOverride && !from.isByName && chosen.length > 0) replace(group, keys.join('.'), chosen);
    for (const data of chosen) take(data, spotOf(data, false));
    if (!isOpen || !takesOthers) return;
    // What is chosen comes first: there may be more of the others than anybody looks at.
    later.set(`${group} ${keys.join('.')}`, () => {
      const beside = program.dataBeside(chosen[0]?.module.file ?? `${join(root, group)}/.yaml`);
      for (const data of beside) take(data, spotOf(data, true));
    });
  };
  const top: Spot = { group: '', keys: [], isByName: false, hops: 0 };
  take(main, top);
  for (const choice of given) {
    const isThere = choice.names.some(name => settingsFile(program, join(root, choice.group), name));
    if (isThere) choose(choice, top);
  }
  const takeLater = (): void => {
    for (const [key, takeOthers] of later) {
      later.delete(key);
      if (files.size < maxFiles) takeOthers();
    }
  };
  takeLater();
  // Of a folder that nothing names the command line may choose a file all the same: `+model=small`.
  const groups = takesOthers ? program.foldersBelow(root, '.yaml') : [];
  for (const group of groups) if (!named.has(group)) choose(anyOf(group), top);
  takeLater();
  return [...files].map(([id, file]) => ({ ...file, rank: ranks.get(id) ?? 0 }));
}

const anywhere = moduleOfData('');

function settingsFile(program: Program, folder: string, name: string): Data | undefined {
  const path = normalize(join(folder, withoutEnding(name)));
  return program.data(`${path}.yaml`, anywhere) ?? program.data(`${path}.yml`, anywhere);
}

/** `model=small` on the command line. */
export function choiceOf(flag: string, value: Expression): readonly Choice[] {
  if (value.kind !== 'string') return [];
  return [{ group: flag, names: [value.value], keys: flag.split('/'), isUnplaced: true, isOpen: true }];
}

/** What is not chosen yet of a folder. */
function anyOf(group: string): Choice {
  return { group, names: [], keys: group.split('/'), isUnplaced: true, isOpen: true };
}

/** What an entry of `defaults` takes in, seen from where its file goes. */
function choiceBy(entry: DefaultsEntry, spot: Spot): Choice {
  const { names, place, isOverride, isFile } = entry;
  const group = entry.isAbsolute ? entry.group : normalize(join(spot.group, entry.group));
  // What is put elsewhere than its group says is overridden by the name of where it is.
  const isElsewhere = isOverride || place?.startsWith('_global_') === true;
  const keys = [...(isElsewhere ? [] : spot.keys), ...keysOfEntry(entry)];
  return { group, names, keys, isUnplaced: place === undefined, isOpen: !isFile, isOverride };
}
