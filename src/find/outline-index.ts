import type { Language } from '../model/syntax.ts';
import { anyScript } from './command-texts.ts';
import { questionToken } from './dependencies.ts';
import {
  type CallQuestion,
  doesCall,
  handsOn,
  importOf,
  importsName,
  isPackageFace,
  namedBy,
  type Outline,
} from './outline.ts';

/** An outline whose imports are traced to files of the repository. */
interface Traced extends Outline {
  readonly files: readonly string[];
}

type FilesNamed = (name: string, from: string, language: Language) => readonly string[];

/** Files that one imports, itself or through others, as far as anybody looks. */
const maxImported = 300;
const maxHops = 5;
/** Files that hand one name on. */
const maxHanders = 100;
/** Names under which files hand one thing on. */
const maxNames = 20;

/**
 * The outlines of a program's files, by what is asked of them. Files are told in the order of their paths, whichever was
 * read first: where a budget ends, every audit has come as far.
 */
export class OutlineIndex {
  readonly #filesNamed: FilesNamed;
  readonly #outlines = new Map<string, Traced>();
  readonly #importers = new Map<string, Set<string>>();
  /** Files by the flags their command lines declare. */
  readonly #declarers = new Map<string, Set<string>>();
  /** Files by the names of what they give another one. */
  readonly #renamers = new Map<string, Set<string>>();
  /** Files by the last names of the scripts that they may start. */
  readonly #starters = new Map<string, Set<string>>();
  /** The files that can name something of a file, as long as nothing changes. */
  readonly #reach = new Map<string, readonly string[]>();
  /** The files that a file reaches by its imports, each with the one that imports it, as long as nothing changes. */
  readonly #reached = new Map<string, ReadonlyMap<string, string | undefined>>();
  /** Questions with those about other names, and the files that hand on what they ask about, as long as nothing changes. */
  readonly #asked = new Map<string, readonly CallQuestion[]>();
  readonly #handers = new Map<string, ReadonlySet<string>>();
  /** The files that can answer a question, as long as nothing changes. */
  readonly #callers = new Map<string, readonly string[]>();

  /** `filesNamed`: the files of the repository that an import names. */
  constructor(filesNamed: FilesNamed) {
    this.#filesNamed = filesNamed;
  }

  get(file: string): Outline | undefined {
    return this.#outlines.get(file);
  }

  set(file: string, outline: Outline | undefined): void {
    this.#remove(file);
    if (!outline) return;
    const files = outline.imports.flatMap(name => this.#filesNamed(name, file, outline.language));
    const traced = { ...outline, files: [...new Set(files)] };
    this.#outlines.set(file, traced);
    for (const imported of traced.files) addTo(this.#importers, imported, file);
    for (const flag of traced.flags) addTo(this.#declarers, flag, file);
    for (const [name] of renamesOf(traced)) addTo(this.#renamers, name, file);
    for (const script of traced.scripts) addTo(this.#starters, script, file);
  }

  #remove(file: string): void {
    const outline = this.#outlines.get(file);
    for (const imported of outline?.files ?? []) this.#importers.get(imported)?.delete(file);
    for (const flag of outline?.flags ?? []) this.#declarers.get(flag)?.delete(file);
    for (const [name] of renamesOf(outline)) this.#renamers.get(name)?.delete(file);
    for (const script of outline?.scripts ?? []) this.#starters.get(script)?.delete(file);
    this.#outlines.delete(file);
    this.#reach.clear();
    this.#reached.clear();
    this.#asked.clear();
    this.#handers.clear();
    this.#callers.clear();
  }

  /** Names may mean other files now; tells which files import something else by it. */
  traceAgain(): readonly string[] {
    return [...this.#outlines].flatMap(([file, outline]) => {
      this.set(file, outline);
      return isSameList(outline.files, this.importsOf(file)) ? [] : file;
    });
  }

  /** An outline without what it imports of others than the repository, which is most of it. */
  ownPart(file: string): Outline | undefined {
    const outline = this.#outlines.get(file);
    if (!outline) return undefined;
    const { files: _, ...known } = outline;
    const isOwn = (name: string): boolean => this.#filesNamed(name, file, outline.language).length > 0;
    // What is imported of a module of the repository may be handed on.
    const imports = outline.imports.filter(name => isOwn(name) || isOwn(ownerOf(name)));
    return { ...known, imports };
  }

  /** The files that a file imports. */
  importsOf(file: string): readonly string[] {
    return this.#outlines.get(file)?.files ?? [];
  }

  /** A file and those that it imports, itself or through others that are `own`, each with the one that imports it. */
  reachedFrom(file: string, isOwn: (file: string) => boolean): ReadonlyMap<string, string | undefined> {
    const known = this.#reached.get(file);
    if (known) return known;
    const reached = new Map<string, string | undefined>([[file, undefined]]);
    const hops = new Map([[file, 0]]);
    for (const [one, count] of hops) {
      if (count > maxHops || reached.size > maxImported) continue;
      for (const next of this.importsOf(one)) {
        if (reached.has(next) || !isOwn(next)) continue;
        reached.set(next, one);
        hops.set(next, count + 1);
      }
    }
    this.#reached.set(file, reached);
    return reached;
  }

  declarers(flag: string): readonly string[] {
    return [...(this.#declarers.get(flag) ?? [])].toSorted();
  }

  /** The files that name a script, by its last name, and those that may start any, where they lie so that they may mean it. */
  starters(script: string, mayMean: (file: string) => boolean): readonly string[] {
    const startAny = [...(this.#starters.get(anyScript) ?? [])].filter(mayMean);
    return [...new Set([...(this.#starters.get(script) ?? []), ...startAny])].toSorted();
  }

  /** The files that can answer a question: about calls, or about who imports a file. */
  callers(question: CallQuestion): readonly string[] {
    const token = questionToken(question);
    const known = this.#callers.get(token);
    if (known) return known;
    const callers = this.#callersOf(question);
    this.#callers.set(token, callers);
    return callers;
  }

  #callersOf(question: CallQuestion): readonly string[] {
    if (question.name.startsWith(importOf(''))) return [...this.handersOf(question)].toSorted();
    const reach = this.#reachOf(question.file);
    const handed = [...this.handersOf(question)].flatMap(hander => [...(this.#importers.get(hander) ?? [])]);
    const [own = question.file, ...others] = reach;
    const all = handed.length === 0 ? reach : [own, ...[...new Set([...others, ...handed])].toSorted()];
    return all.filter(other => {
      const outline = this.#outlines.get(other);
      // What imports nothing is not outlined, and may call its own functions all the same.
      if (!outline) return other === question.file && this.#importers.has(other);
      return doesCall(outline, question.name);
    });
  }

  /** A question, and the same about each other name under which files hand on what it asks about. */
  askedAs(question: CallQuestion): readonly CallQuestion[] {
    const token = questionToken(question);
    const known = this.#asked.get(token);
    if (known) return known;
    const asked = new Map([[token, question]]);
    for (const one of asked.values()) {
      if (asked.size >= maxNames) break;
      // One file may give the same thing thousands of names.
      for (const other of this.#renamed(one))
        if (asked.size < maxNames) asked.set(questionToken(other), other);
    }
    const questions = [...asked.values()];
    this.#asked.set(token, questions);
    return questions;
  }

  #renamed(question: CallQuestion): readonly CallQuestion[] {
    const own = namedBy(question.name) ?? '';
    const renamers = this.#renamers.get(own);
    if (!renamers?.size) return [];
    const handers = this.handersOf(question);
    const files = [...renamers].filter(file => file === question.file || handers.has(file)).toSorted();
    return files.flatMap(file =>
      renamesOf(this.#outlines.get(file))
        .filter(([name]) => name === own)
        .map(([, given]) => ({ name: question.name.slice(0, -own.length) + given, file })),
    );
  }

  /** Files that import something of a file by its name, or of another such file: by them others come to it. */
  handersOf(question: CallQuestion): ReadonlySet<string> {
    const token = questionToken(question);
    const known = this.#handers.get(token);
    if (known) return known;
    const own = namedBy(question.name);
    const handers = new Set<string>();
    if (own !== undefined) this.#addHanders(own, question.file, handers);
    this.#handers.set(token, handers);
    return handers;
  }

  #addHanders(name: string, file: string, handers: Set<string>): void {
    for (const importer of this.#importers.get(file) ?? []) {
      const outline = this.#outlines.get(importer);
      if (handers.size >= maxHanders || !outline || handers.has(importer)) continue;
      if (!importsName(outline, name)) continue;
      handers.add(importer);
      this.#addHanders(name, importer, handers);
    }
  }

  /** Whether a file is the face of a package, or one imports it. */
  isOffered(file: string): boolean {
    return isPackageFace(file) || [...(this.#importers.get(file) ?? [])].some(isPackageFace);
  }

  /** A file and those that import it, themselves or through the face of its package or a registry. */
  #reachOf(file: string): readonly string[] {
    const known = this.#reach.get(file);
    if (known) return known;
    const reach = new Set([file]);
    for (const other of reach) {
      if (other !== file && !handsOn(other)) continue;
      for (const importer of this.#importers.get(other) ?? []) reach.add(importer);
    }
    const [own, ...importers] = reach;
    const files = [own ?? file, ...importers.toSorted()];
    this.#reach.set(file, files);
    return files;
  }
}

/** `pkg.nets` of `pkg.nets.Net`, `.` of `.Net`. */
function ownerOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return name.slice(0, /^\.*$/.test(name.slice(0, dot + 1)) ? dot + 1 : Math.max(0, dot));
}

function addTo(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}

function renamesOf(outline: Outline | undefined): readonly (readonly [name: string, given: string])[] {
  return (outline?.renames ?? []).map(text => {
    const [name = '', given = ''] = text.split(' ');
    return [name, given];
  });
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** The files on the way to one of those reached, but for itself. */
export function wayTo(file: string, reached: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = [];
  for (let one = reached.get(file); one !== undefined; one = reached.get(one)) way.push(one);
  return way;
}
