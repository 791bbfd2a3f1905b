import { isKnown, textOf, unknownText, type Word } from '../model/command.ts';

/** `$(dirname "$0")`: the folder of the script itself. */
const ownFolder = /^["']?\$\(\s*dirname\b[^()]*(?:\$0|\$\{?BASH_SOURCE)[^()]*\)/;
/** No system has longer paths. */
const longestPath = 4_096;
/** Folders that `popd` can go back to. */
const mostLeft = 50;

/** The folders that a script's commands lead into, seen from where it starts; undefined where only the run knows. */
export class Folders {
  #current: string | undefined = '';
  /** Those that `pushd` left. */
  #left: readonly (string | undefined)[] = [];
  /** Where functions are called. */
  readonly #calls = new Map<string, string | undefined>();
  /** The names of folders that the script fetches from elsewhere. */
  readonly #fetched = new Set<string>();

  get current(): string | undefined {
    return this.#current;
  }

  /** Follows `cd`, `pushd` and `popd`. `written`: their first argument, as the script writes it. */
  enter(words: readonly Word[], written: string): void {
    const [name, ...given] = words;
    switch (name?.text) {
      case 'git':
        return this.#noteClone(given);
      case 'popd':
        this.#current = this.#left.at(-1);
        this.#left = this.#left.slice(0, -1);
        return;
      case 'pushd':
        this.#left = [...this.#left, this.#current].slice(-mostLeft);
        this.#current = this.#entered(given, written);
        return;
      case 'cd':
        this.#current = this.#entered(given, written);
        return;
      default:
        return;
    }
  }

  /** `git clone ADDRESS [FOLDER]`: what is in the folder is none of the repository's. */
  #noteClone(given: readonly Word[]): void {
    if (given[0]?.text !== 'clone') return;
    const last = given.at(-1)?.text ?? '';
    this.#fetched.add(last.slice(last.lastIndexOf('/') + 1).replace(/\.git$/, ''));
  }

  #entered([folder, ...others]: readonly Word[], written: string): string | undefined {
    const [value, ...otherValues] = folder?.values ?? [];
    if (!value || others.length + otherValues.length > 0) return undefined;
    const text = textOf(value);
    const isOwn = ownFolder.test(written) && text.startsWith(unknownText);
    const [base, path] = isOwn ? ['', text.slice(unknownText.length)] : [this.#current, text];
    const isRelative = isOwn || !/^[~/-]/.test(path);
    const isFetched = path.split('/').some(part => this.#fetched.has(part));
    return base === undefined || !isRelative || isFetched || !isKnown(path) ? undefined : joined(base, path);
  }

  /** Runs `read` of commands that have a shell of their own: where they lead ends with it. */
  apart(read: () => void): void {
    const [current, left] = [this.#current, this.#left];
    read();
    this.#current = current;
    this.#left = left;
  }

  /** Runs `read` of commands that may not run: nobody knows behind them where they led. */
  perhaps(read: () => void): void {
    this.branches([undefined], false, read);
  }

  /** Reads branches of which one may run, or surely runs: each starts from where the commands before have led. */
  branches<T, R>(branches: readonly T[], isExhaustive: boolean, read: (branch: T) => R): readonly R[] {
    const before = this.#current;
    const ends = new Set(isExhaustive ? [] : [before]);
    const results = branches.map(branch => {
      this.#current = before;
      const result = read(branch);
      ends.add(this.#current);
      return result;
    });
    const [end] = ends;
    this.#current = ends.size === 1 ? end : undefined;
    return results;
  }

  noteCall(name: string): void {
    const isSame = !this.#calls.has(name) || this.#calls.get(name) === this.#current;
    this.#calls.set(name, isSame ? this.#current : undefined);
  }

  /** The commands of a function are read: they run where it is called. */
  startFunction(name: string): void {
    this.#current = this.#calls.get(name);
  }
}

/** Without the steps up that the steps before them make good; undefined where no folder lies that deep. */
function joined(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const whole = parts.join('/');
  return whole.length > longestPath ? undefined : whole;
}
