import type { Expression } from '../model/syntax.ts';
import { type Module, moduleOfData } from './module.ts';

/** What a file of settings or of data says. */
export interface Data {
  readonly module: Module;
  readonly expression: Expression;
}

interface Held {
  readonly module: Module;
  /** Characters of its source. */
  readonly size: number;
}

/** Characters of source whose facts are held at once; facts take some twelve times the room. */
const heldSource = 3_000_000;

/** The facts of some files of a program, and what its files of data say. Those used longest ago are let go. */
export class HeldFacts {
  /** The one used last comes last. */
  readonly #modules = new Map<string, Held>();
  readonly #data = new Map<string, Data>();
  /** Files that were read in full and say nothing. */
  readonly #empty = new Set<string>();
  /** Characters of source whose facts are held. */
  #size = 0;

  set(module: Module, size: number): void {
    this.delete(module.file);
    this.#modules.set(module.file, { module, size });
    this.#size += size;
  }

  delete(file: string): void {
    this.#size -= this.#modules.get(file)?.size ?? 0;
    this.#modules.delete(file);
    this.#empty.delete(file);
  }

  /** Nothing is there to be read. */
  setEmpty(file: string): void {
    this.delete(file);
    this.#empty.add(file);
  }

  isEmpty(file: string): boolean {
    return this.#empty.has(file);
  }

  /** What could not be read may be there now. */
  forgetEmpty(): void {
    this.#empty.clear();
  }

  module(file: string): Module | undefined {
    const held = this.#modules.get(file);
    if (!held) return undefined;
    this.#modules.delete(file);
    this.#modules.set(file, held);
    return held.module;
  }

  setData(file: string, expression: Expression | undefined): void {
    if (expression) this.#data.set(file, { module: moduleOfData(file), expression });
    else this.#data.delete(file);
  }

  data(file: string): Data | undefined {
    return this.#data.get(file);
  }

  /** Lets go of the facts used longest ago until few enough are held. */
  trim(): void {
    for (const file of this.#modules.keys()) {
      if (this.#size <= heldSource) return;
      this.delete(file);
    }
  }
}
