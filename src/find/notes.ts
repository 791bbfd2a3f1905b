import { addAll, type Dependencies, questionToken, sizeOf } from './dependencies.ts';
import type { CallQuestion } from './outline.ts';

/** Takes down what answers stand on, while somebody wants to know. */
export class Notes {
  #current: Dependencies | undefined;
  /** What was added to the current ones, with its size then: of the same size it brings nothing new, and it may be added thousands of times. */
  #added = new Map<Dependencies, number>();

  /** Runs `read` and notes in `dependencies` what its answer stands on. */
  noting<T>(dependencies: Dependencies, read: () => T): T {
    const [outer, added] = [this.#current, this.#added];
    this.#current = dependencies;
    this.#added = new Map();
    try {
      return read();
    } finally {
      this.#current = outer;
      this.#added = added;
      this.add(dependencies);
    }
  }

  /** An answer given earlier, which stands on these, is used again. */
  add(dependencies: Dependencies): void {
    if (!this.#current) return;
    const size = sizeOf(dependencies);
    if (this.#added.get(dependencies) === size) return;
    addAll(dependencies, this.#current);
    this.#added.set(dependencies, size);
  }

  file(file: string): void {
    this.#current?.files.add(file);
  }

  /** A flag, or what `Dependencies` keep among the flags. */
  flag(token: string): void {
    this.#current?.flags.add(token);
  }

  question(question: CallQuestion): void {
    this.#current?.questions.add(questionToken(question));
  }
}
