/** Steps one question may take, and all questions of one file. What needs more was not written to be read. */
export const questionBudget = 5_000;
const fileBudget = 60_000;
/** Values of one thing that anybody looks at. */
export const maxValues = 1_000;
/** Steps that each of several ways gets, however many ways inside each other share them. */
const leastShare = 300;

/** The steps that are left of the questions of one file. */
export class Steps {
  #left = questionBudget;
  #leftInFile = fileBudget;
  /** Whether a budget ran out: some answers are not whole. */
  isCut = false;

  startFile(): void {
    this.#leftInFile = fileBudget;
    this.isCut = false;
  }

  startQuestion(): void {
    this.#left = questionBudget;
  }

  /** Whether the file may still be asked about: what was answered since is whole. */
  get isFileOpen(): boolean {
    return this.#leftInFile >= 0;
  }

  /** Takes a step; false where none is left. */
  take(): boolean {
    this.#left -= 1;
    this.#leftInFile -= 1;
    if (this.#left >= 0 && this.#leftInFile >= 0) return true;
    this.isCut = true;
    return false;
  }

  /** Runs `read` on a budget of its own: that of one question must not leave half an answer to the next. */
  apart<T>(budget: number, read: () => T): T {
    const left = this.#left;
    this.#left = budget;
    const answer = read();
    this.#left = left;
    return answer;
  }

  /** Reads several ways, of which none may take the steps of those behind it. */
  inTurn<T, R>(ways: readonly T[], read: (way: T) => readonly R[]): readonly R[] {
    return ways.flatMap((way, index) => this.#sparing(ways.length - index, () => read(way)));
  }

  /** Runs `read`, which leaves as many steps to what comes behind it. */
  half<T>(read: () => T): T {
    return this.#sparing(2, read);
  }

  #sparing<T>(shares: number, read: () => T): T {
    const share = Math.max(Math.floor(this.#left / shares), leastShare);
    const kept = Math.max(0, this.#left - share);
    this.#left -= kept;
    const answer = read();
    this.#left += kept;
    return answer;
  }
}
