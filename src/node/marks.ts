import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Marks } from '../model/outside.ts';
import { entryFile } from './cache.ts';
import { settled } from './kept-walk.ts';
import { infoOf, timeOf } from './stamp.ts';

const nothing = '-';

/** Marks of the repository below a root and of the entries of a cache: sizes and times. */
export function createMarks(root: string, cacheFolder: string, clock: Clock): Marks {
  return {
    ofPath(path) {
      const location = join(root, path);
      const own = infoOf(location, lstatSync);
      const behind = own?.isSymbolicLink() ? infoOf(location) : own;
      const isYoung = [own, behind].some(
        info => info !== undefined && timeOf(info) >= clock.now().getTime() - settled,
      );
      return isYoung ? undefined : `${markOf(own)} ${markOf(behind)}`;
    },
    ofEntry: key => markOf(infoOf(entryFile(cacheFolder, key))),
  };
}

function markOf(info: Stats | undefined): string {
  return info === undefined ? nothing : `${info.ino} ${info.size} ${timeOf(info)}`;
}
