import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import type { Range } from 'vscode-languageserver/node';
import { URI, Utils } from 'vscode-uri';
import type { Span } from '../model/source.ts';

export function rangeOf({ start, end }: Span): Range {
  return { start, end };
}

/** The path of a file on this machine; undefined for anything else (virtual, untitled, an old version in a diff). */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? resolve(parsed.fsPath) : undefined;
}

export function folderOf(path: string): string {
  return dirname(path);
}

/** Of the whole disk. */
export function rootOf(path: string): string {
  return parse(path).root;
}

/** The path below `root` with `/` between its parts; undefined when the file lies elsewhere. */
export function fileBelow(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  if (inside === '' || isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`))
    return undefined;
  return inside.split(sep).join('/');
}

export function uriBelow(root: string, file: string): string {
  return Utils.joinPath(URI.file(root), ...file.split('/')).toString();
}
