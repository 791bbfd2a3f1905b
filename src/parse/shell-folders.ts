import { isKnown, textOf, unknownText, type Word } from '../model/command.ts';

/** `$(dirname "$0")`: the folder of the script itself. */
const ownFolder = /^["']?\$\(\s*dirname\b[^()]*(?:\$0|\$\{?BASH_SOURCE)[^()]*\)/;

/** The folders that a script's commands lead into, seen from where it starts; undefined where only the run knows. */
export class Folders {
  #current: string | undefined = '';
  /** Those that `pushd` left. */
  readonly #left: (string | undefined)[] = [];
  /** Where functions are called. */
  readonly #calls = new Map<string, string | undefined>();

  get current(): string | undefined {
    return this.#current;
  }

  /** Follows `cd`, `pushd` and `popd`. `written`: their first argument, as the script writes it. */
  enter([name, ...given]: readonly Word[], written: string): void {
    const command = name?.text;
    if (command === 'popd') this.#current = this.#left.pop();
    if (command !== 'cd' && command !== 'pushd') return;
    if (command === 'pushd') this.#left.push(this.#current);
    this.#current = this.#entered(given, written);
  }

  #entered([folder, ...others]: readonly Word[], written: string): string | undefined {
    const [value, ...otherValues] = folder?.values ?? [];
    if (!value || others.length + otherValues.length > 0) return undefined;
    const text = textOf(value);
    if (ownFolder.test(written)) {
      const behind = text.slice(text.lastIndexOf(unknownText) + 1).replace(/^\/+/, '');
      return isKnown(behind) ? behind : undefined;
    }
    if (!isKnown(text) || /^[~/-]/.test(text)) return undefined;
    return this.#current === undefined ? undefined : joined(this.#current, text);
  }

  /** Runs `read` of commands that have a shell of their own: where they lead ends with it. */
  apart(read: () => void): void {
    const before = this.#current;
    read();
    this.#current = before;
  }

  /** Runs `read` of commands that may not run: nobody knows behind them where they led. */
  perhaps(read: () => void): void {
    const before = this.#current;
    read();
    const isSame = this.#current === before;
    this.#current = isSame ? before : undefined;
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

function joined(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
