import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };

export const version: string = manifest.version;

/** Tells this bundle from every other; undefined when the program runs from source. */
export function buildId(): string | undefined {
  const file = fileURLToPath(import.meta.url);
  return file.endsWith('.ts') ? undefined : `${version} ${statSync(file).mtimeMs}`;
}
