import { addAll, type Dependencies, questionToken } from './dependencies.ts';
import type { CallQuestion } from './outline.ts';

/** Takes down what answers stand on, while somebody wants to know. */
export class Notes {
  #current: Dependencies | undefined;

  /** Runs `read` and notes in `dependencies` what its answer stands on. */
  noting<T>(dependencies: Dependencies, read: () => T): T {
    const outer = this.#current;
    this.#current = dependencies;
    try {
      return read();
    } finally {
      this.#current = outer;
      this.add(dependencies);
    }
  }

  /** An answer given earlier, which stands on these, is used again. */
  add(dependencies: Dependencies): void {
    if (this.#current) addAll(dependencies, this.#current);
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
