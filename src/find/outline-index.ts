import { type CallQuestion, doesCall, isPackageFace, type Outline } from './outline.ts';

/** The outlines of a program's files, by what is asked of them. */
export class OutlineIndex {
  readonly #outlines = new Map<string, Outline>();
  readonly #importers = new Map<string, Set<string>>();
  /** Files by the flags their command lines declare. */
  readonly #declarers = new Map<string, Set<string>>();
  /** Files by the last names of the scripts that they name. */
  readonly #starters = new Map<string, Set<string>>();
  /** The files that can name something of a file, as long as nothing changes. */
  readonly #reach = new Map<string, readonly string[]>();

  get(file: string): Outline | undefined {
    return this.#outlines.get(file);
  }

  add(file: string, outline: Outline): void {
    this.#outlines.set(file, outline);
    for (const imported of outline.imports) addTo(this.#importers, imported, file);
    for (const flag of outline.flags) addTo(this.#declarers, flag, file);
    for (const script of outline.scripts) addTo(this.#starters, script, file);
    this.#reach.clear();
  }

  remove(file: string): void {
    const outline = this.#outlines.get(file);
    for (const imported of outline?.imports ?? []) this.#importers.get(imported)?.delete(file);
    for (const flag of outline?.flags ?? []) this.#declarers.get(flag)?.delete(file);
    for (const script of outline?.scripts ?? []) this.#starters.get(script)?.delete(file);
    this.#outlines.delete(file);
    this.#reach.clear();
  }

  declarers(flag: string): readonly string[] {
    return [...(this.#declarers.get(flag) ?? [])];
  }

  /** The files that name a script, by its last name. */
  starters(script: string): readonly string[] {
    return [...(this.#starters.get(script) ?? [])];
  }

  /** The files that can answer a question about calls. */
  callers({ name, file }: CallQuestion): readonly string[] {
    return this.#reachOf(file).filter(other => {
      const outline = this.#outlines.get(other);
      return outline !== undefined && doesCall(outline, name);
    });
  }

  /** A file and those that import it, themselves or through the face of its package. */
  #reachOf(file: string): readonly string[] {
    const known = this.#reach.get(file);
    if (known) return known;
    const reach = new Set([file]);
    for (const other of reach) {
      if (other !== file && !isPackageFace(other)) continue;
      for (const importer of this.#importers.get(other) ?? []) reach.add(importer);
    }
    this.#reach.set(file, [...reach]);
    return [...reach];
  }
}

function addTo(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}
