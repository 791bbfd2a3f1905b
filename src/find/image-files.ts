import type { Command } from '../model/command.ts';
import type { FileTree } from './file-tree.ts';
import { fitsPattern } from './glob.ts';
import { folderOf, join, lastNameOf, normalize } from './module-path.ts';

/** What a Dockerfile puts into an image: paths as it writes them, and the place in the image that they come to. */
export interface Copied {
  readonly sources: readonly string[];
  readonly target: string;
}

/** Stands among the flags that answers stand on for what Dockerfiles put into images. */
export const imagesToken = '@';

/** What the commands of a Dockerfile put into its image, where that is written. */
export function copiedBy(commands: readonly Command[]): readonly Copied[] {
  return commands.flatMap(({ words: [program, ...paths], folder }) => {
    if (program?.text !== 'COPY' && program?.text !== 'ADD') return [];
    const texts = paths.flatMap(({ text }) => text ?? []);
    const written = texts.at(-1);
    if (written === undefined || texts.length !== paths.length) return [];
    const target = written.startsWith('/') || folder === undefined ? written : join(folder, written);
    return target.startsWith('/') ? [{ sources: texts.slice(0, -1), target }] : [];
  });
}

/** Files of the repository by the places that they have in images: `/app/train.py`. */
export class ImageFiles {
  /** What Dockerfiles put into images: by folder, then by file. */
  readonly #copied = new Map<string, Map<string, readonly Copied[]>>();

  /** Takes what a file puts into an image instead of what it put before; tells whether either is anything. */
  set(file: string, copied: readonly Copied[]): boolean {
    const folder = folderOf(file);
    const here = this.#copied.get(folder) ?? new Map<string, readonly Copied[]>();
    const wasThere = here.delete(file);
    if (copied.length > 0) here.set(file, copied);
    if (here.size > 0) this.#copied.set(folder, here);
    else this.#copied.delete(folder);
    return wasThere || copied.length > 0;
  }

  /** The file that an image has at a path, as the Dockerfiles beside who names it say, or else those in a folder above. */
  fileAt(path: string, from: string, tree: FileTree): string | undefined {
    if (!path.startsWith('/')) return undefined;
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const found = [...(this.#copied.get(folder) ?? [])].flatMap(([dockerfile, copied]) =>
        copied.flatMap(one => sourcesAt(one, path)).flatMap(source => tree.near(source, dockerfile) ?? []),
      );
      const [file, ...others] = new Set(found);
      // Of several images nobody can tell whose path it is.
      if (file !== undefined) return others.length === 0 ? file : undefined;
      if (folder === '') return undefined;
    }
  }
}

/** The paths that may come to a place of the image: a file under its own name or a new one, and what a folder holds. */
function sourcesAt({ sources, target }: Copied, path: string): readonly string[] {
  const [place, wanted] = [normalize(target), normalize(path)];
  if (wanted === place) return sources;
  const start = place === '' ? '' : `${place}/`;
  if (!wanted.startsWith(start)) return [];
  const rest = wanted.slice(start.length);
  return sources.map(source => {
    const name = lastNameOf(source);
    if (name === rest) return source;
    return join(name.includes('*') && fitsPattern(rest, name) ? folderOf(source) : source, rest);
  });
}
