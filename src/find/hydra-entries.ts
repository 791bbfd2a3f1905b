import type { Expression } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import { folderOf, lastNameOf } from './module-path.ts';
import { oncePer } from './once-per.ts';

/** An entry of Hydra's `defaults`, as it is written: `override /net@model: large`, `base`. */
export interface DefaultsEntry {
  /** The folder that it names, seen from the file's own or from that of all settings. */
  readonly group: string;
  readonly isAbsolute: boolean;
  /** Files of the folder, without their endings. */
  readonly names: readonly string[];
  /** Where it says that their content goes; undefined where it leaves that to the folder's name. */
  readonly place: string | undefined;
  readonly isOverride: boolean;
  /** Whether it names a file, where no other of the folder may be chosen. */
  readonly isFile: boolean;
}

/** What the `defaults` of a file take in before what it says itself, and what behind that. */
export interface Defaults {
  readonly before: readonly DefaultsEntry[];
  readonly after: readonly DefaultsEntry[];
}

export const defaultsOf = oncePer(readDefaults);

function readDefaults(settings: Expression): Defaults {
  const defaults = settings.kind === 'record' ? entryOf(settings.entries, 'defaults').value : undefined;
  const items = defaults?.kind === 'list' ? defaults.items : [];
  const self = items.findIndex(item => item.kind === 'string' && item.value === '_self_');
  // A file that does not say where it comes itself comes last.
  const count = self < 0 ? items.length : self;
  return {
    before: items.slice(0, count).flatMap(entriesIn),
    after: items.slice(count).flatMap(entriesIn),
  };
}

function entriesIn(item: Expression): readonly DefaultsEntry[] {
  if (item.kind === 'string') return fileEntry(item.value);
  const [entry] = item.kind === 'record' ? item.entries : [];
  return entry?.key?.kind === 'string' ? [groupEntry(entry.key.value, namesIn(entry.value))] : [];
}

/** `base`, `other/base@part`: a file whose content goes where that of the file does which names it. */
function fileEntry(written: string): readonly DefaultsEntry[] {
  const [path = '', place] = written.split('@');
  if (path === '_self_') return [];
  const isAbsolute = path.startsWith('/');
  const names = [withoutEnding(lastNameOf(path))];
  const group = folderOf(path).replace(/^\//, '');
  return [{ group, isAbsolute, names, place, isOverride: false, isFile: true }];
}

/** `model: small`, `/model@encoder: small`, `override model: small`, `optional model: small`. */
function groupEntry(written: string, names: readonly string[]): DefaultsEntry {
  const [, marks = '', path = '', place] =
    /^((?:override |optional )*)([^@]*)(?:@(.*))?$/.exec(written) ?? [];
  const isAbsolute = path.startsWith('/');
  const group = isAbsolute ? path.slice(1) : path;
  return { group, isAbsolute, names, place, isOverride: marks.includes('override'), isFile: false };
}

function namesIn(value: Expression): readonly string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap(item =>
    item.kind === 'string' && item.value !== '???' ? withoutEnding(item.value) : [],
  );
}

export function withoutEnding(path: string): string {
  return path.replace(/\.ya?ml$/, '');
}

/** The keys that the content of an entry's files goes under, seen from where that of the file goes which has it. */
export function keysOfEntry({ group, place }: DefaultsEntry): readonly string[] {
  return keysOf(place ?? group.replaceAll('/', '.'));
}

/** The keys that a package of Hydra means. */
export function keysOf(place: string): readonly string[] {
  return place.split('.').filter(key => key !== '' && key !== '_global_' && key !== '_here_');
}

/** The keys that a file's own header puts it under, where nothing but that may say so. */
export function keysOfHeader(settings: Expression, group: string): readonly string[] | undefined {
  const header = settings.kind === 'record' ? settings.package : undefined;
  return header === undefined ? undefined : keysOf(header.replaceAll('_group_', group.replaceAll('/', '.')));
}
