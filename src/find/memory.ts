import { type Dependencies, noDependencies } from './dependencies.ts';
import type { Program } from './program.ts';

/** What is asked about a piece of syntax more than once, and answered once. */
export type Question =
  | 'values'
  | 'fields'
  | 'glance'
  | 'opened'
  | 'line'
  | 'heirs'
  | 'targets'
  | 'sites'
  | 'subclasses'
  | 'commands'
  | 'given'
  | 'handed'
  | 'handing'
  | 'making'
  | 'overrides'
  | 'compared'
  | 'instantiated'
  | 'decorated';

interface Answer {
  readonly answer: readonly unknown[];
  readonly dependencies: Dependencies;
  /** The file whose search had no room for all of it: the next one finds more. */
  readonly onlyIn?: object | undefined;
}

/** Answers that were given, with what each stands on. What is asked about a piece of syntax is kept as long as that is there. */
export class Memory {
  readonly #program: Program;
  /** Stands for the file that is searched. */
  #file = {};
  readonly #answers = new Map<Question, WeakMap<object, Answer>>();
  /** By class and property, what an answer about the field is remembered by. */
  readonly #fields = new WeakMap<object, Map<string, object>>();
  readonly #pairs = new WeakMap<object, WeakMap<object, object>>();

  constructor(program: Program) {
    this.#program = program;
    program.beginAnswers();
  }

  /** Another file is searched. Answers that hold on to too many files are given anew when somebody asks again. */
  startFile(): void {
    this.#file = {};
    if (!this.#program.areAnswersMany) return;
    this.#answers.clear();
    this.#program.beginAnswers();
  }

  /** Answers a question about a subject once, whoever asks first, and lets every asker stand on the same files. */
  remembered<T>(
    question: Question,
    subject: object,
    read: () => readonly T[],
    isWhole: () => boolean,
  ): readonly T[] {
    const answers = this.#answers.get(question) ?? new WeakMap<object, Answer>();
    this.#answers.set(question, answers);
    const known = answers.get(subject);
    if (known && (known.onlyIn === undefined || known.onlyIn === this.#file)) {
      this.#program.notes.add(known.dependencies);
      return known.answer as readonly T[];
    }
    const dependencies = noDependencies();
    // What asks for itself on the way finds nothing there.
    answers.set(subject, { answer: [], dependencies });
    try {
      const answer = this.#program.notes.noting(dependencies, read);
      answers.set(subject, { answer, dependencies, onlyIn: isWhole() ? undefined : this.#file });
      return answer;
    } catch (error) {
      answers.delete(subject);
      throw error;
    }
  }

  /** What those find who ask on the way to an answer. */
  soFar(question: Question, subject: object, answer: readonly unknown[]): void {
    const answers = this.#answers.get(question);
    const known = answers?.get(subject);
    if (answers && known) answers.set(subject, { ...known, answer });
  }

  /** What an answer about several things together is remembered by. */
  keyOf([first, ...others]: readonly [object, ...object[]]): object {
    return others.reduce<object>((key, other) => {
      const pairs = this.#pairs.get(key) ?? new WeakMap<object, object>();
      this.#pairs.set(key, pairs);
      const pair = pairs.get(other) ?? {};
      pairs.set(other, pair);
      return pair;
    }, first);
  }

  fieldKey(owner: object, property: string): object {
    const fields = this.#fields.get(owner) ?? new Map<string, object>();
    this.#fields.set(owner, fields);
    const key = fields.get(property) ?? {};
    fields.set(property, key);
    return key;
  }
}
