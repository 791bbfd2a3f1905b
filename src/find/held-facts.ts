import type { Expression } from '../model/syntax.ts';
import { type Module, moduleOfData } from './module.ts';

/** What a file of settings or of data says. */
export interface Data {
  readonly module: Module;
  readonly expression: Expression;
}

interface Held {
  readonly module?: Module | undefined;
  readonly data?: Data | undefined;
  /** Characters of its source. */
  readonly size: number;
}

/**
 * Characters of source whose facts are held at once; facts take some twelve times the room. The same goes for the files that
 * answers may stand on which are kept for the searches to come, as they hold on to what they lead to: not more than is held,
 * or files would be read again that answers have.
 */
const heldSource = 5_000_000;
/** The same of the files that the search of one may use: it needs them all until it ends, and more for what it makes of them. */
const mostInUse = 4_000_000;

/**
 * The facts of some files of a program, and what some files of data say. Those used longest ago are let go, but for what
 * the search under way has used: it tells pieces of syntax apart by their identity.
 */
export class HeldFacts {
  /** The one used last comes last. */
  readonly #files = new Map<string, Held>();
  /** Files that were read in full and say nothing. */
  readonly #empty = new Set<string>();
  /** Characters of source whose facts are held. */
  #size = 0;
  /** What the search under way has used, and the characters of its source. */
  readonly #inUse = new Set<string>();
  #sizeInUse = 0;
  /** What all searches have used since answers are kept, and the characters of its source. */
  readonly #answered = new Set<string>();
  #sizeAnswered = 0;

  /** The search of another file begins. */
  begin(): void {
    this.#inUse.clear();
    this.#sizeInUse = 0;
  }

  /** Answers are kept from now on: none of those before. */
  beginAnswers(): void {
    this.#answered.clear();
    this.#sizeAnswered = 0;
  }

  /** Whether the answers kept since may lead to more files than should be held on to. */
  get areAnswersMany(): boolean {
    return this.#sizeAnswered > heldSource;
  }

  /** Whether the search under way may use a file: it has used it before, or not yet as much as it may. */
  mayUse(file: string): boolean {
    return this.#inUse.has(file) || this.#sizeInUse < mostInUse;
  }

  /** `size`: characters of its source. */
  set(file: string, module: Module | undefined, expression: Expression | undefined, size: number): void {
    const data = expression && { module: moduleOfData(file), expression };
    this.delete(file);
    this.#files.set(file, { module, data, size });
    this.#size += size;
  }

  delete(file: string): void {
    this.#size -= this.#files.get(file)?.size ?? 0;
    this.#files.delete(file);
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
    return this.#used(file)?.module;
  }

  data(file: string): Data | undefined {
    return this.#used(file)?.data;
  }

  #used(file: string): Held | undefined {
    const held = this.#files.get(file);
    if (!held) return undefined;
    this.#files.delete(file);
    this.#files.set(file, held);
    if (!this.#inUse.has(file)) {
      this.#inUse.add(file);
      this.#sizeInUse += held.size;
    }
    if (!this.#answered.has(file)) {
      this.#answered.add(file);
      this.#sizeAnswered += held.size;
    }
    return held;
  }

  /** Lets go of the facts used longest ago until few enough are held. */
  trim(): void {
    for (const file of this.#files.keys()) {
      if (this.#size <= heldSource) return;
      if (!this.#inUse.has(file)) this.delete(file);
    }
  }
}
