import { isAbsolute, relative, sep } from 'node:path';

/** Whether a location is a folder itself or lies below it. Both are absolute. */
export function isInside(folder: string, location: string): boolean {
  const way = relative(folder, location);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
