import { isHubId } from '../model/hub-id.ts';
import type { Position, Span } from '../model/source.ts';
import { plainSpan } from '../model/source.ts';
import type {
  Alternatives,
  Binding,
  Call,
  Comment,
  Export,
  Expression,
  Guard,
  Language,
  Scope,
  Store,
  StringLiteral,
  SyntaxFacts,
  SyntaxProblem,
} from '../model/syntax.ts';

/** Expressions nested deeper than this are opaque: no person wrote them, and recursion must end. */
export const maxDepth = 200;

interface ScopeDraft {
  readonly kind: Scope['kind'];
  readonly name: string | undefined;
  readonly parent: number | undefined;
  readonly bindings: Binding[];
  readonly starImports: string[];
  readonly isBuild?: true;
}

function emptyModule(): ScopeDraft {
  return { kind: 'module', name: undefined, parent: undefined, bindings: [], starImports: [] };
}

/** Collects syntax facts while a parser walks its tree. */
export class FactsBuilder {
  readonly #language: Language;
  readonly #scopes: ScopeDraft[] = [emptyModule()];
  readonly #imports = new Set<string>();
  readonly calls: Call[] = [];
  readonly stores: Store[] = [];
  readonly guards: Guard[] = [];
  readonly alternatives: Alternatives[] = [];
  readonly failing: Span[] = [];
  readonly exports: Export[] = [];
  readonly #literals: StringLiteral[] = [];
  readonly #yields = new Map<number, Expression[]>();
  readonly directives: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  #isCut = false;
  #isQuiet = false;
  /** Names and texts as the facts hold them, by what was cut from the source. */
  readonly #texts = new Map<string, string>();
  #lines: { readonly source: string; readonly texts: readonly string[] } | undefined;

  constructor(language: Language) {
    this.#language = language;
  }

  openScope(kind: Scope['kind'], parent: number, name: string | undefined): number {
    return this.#scopes.push({ kind, name, parent, bindings: [], starImports: [] }) - 1;
  }

  /** The scope of a program of its own. */
  openModule(isBuild: boolean): number {
    const built = isBuild ? { isBuild } : {};
    return this.#scopes.push({ ...emptyModule(), ...built }) - 1;
  }

  bind(scope: number, binding: Binding): void {
    this.#scopes[scope]?.bindings.push(binding);
  }

  /** Reads something a second time: what it holds is noted already. */
  quietly<T>(read: () => T): T {
    const before = { calls: this.calls.length, isQuiet: this.#isQuiet };
    this.#isQuiet = true;
    const result = this.withoutLiterals(read);
    this.#isQuiet = before.isQuiet;
    this.calls.length = before.calls;
    return result;
  }

  /** Notes what conditions say, which only a first reading asks for: each asks by reading them a second time. */
  guard(guards: () => readonly Guard[]): void {
    if (!this.#isQuiet) this.guards.push(...guards());
  }

  /** Reads a text in pieces, none of which is a literal of its own. */
  withoutLiterals<T>(read: () => T): T {
    const literals = this.#literals.length;
    const result = read();
    this.#literals.length = literals;
    return result;
  }

  /** What a generator gives, one by one. */
  yield(scope: number, value: Expression): void {
    this.#yields.set(scope, [...(this.#yields.get(scope) ?? []), value]);
  }

  /** A generator returns a list of what it yields, as often as it does. */
  yielded(scope: number, span: Span): readonly Expression[] {
    const options = this.#yields.get(scope);
    return options ? [{ kind: 'each', item: { kind: 'choice', options, span }, span }] : [];
  }

  /**
   * A text cut from the source as the facts hold it: once, and by itself. A piece of a string keeps all of it in memory, as
   * engines make pieces, and a source is many times the room of its names.
   */
  text(cut: string): string {
    const known = this.#texts.get(cut);
    if (known !== undefined) return known;
    // The name of a property is a string of its own, whatever it was cut from.
    const [own = cut] = Object.keys({ [cut]: true });
    this.#texts.set(own, own);
    return own;
  }

  parentOf(scope: number): number | undefined {
    return this.#scopes[scope]?.parent;
  }

  importAll(scope: number, module: string): void {
    this.#scopes[scope]?.starImports.push(module);
  }

  /** Notes a string that stands in code by itself; only what can be an id is kept. */
  literal(literal: StringLiteral): void {
    if (isHubId(literal.value) && /[/-]|_core_/.test(literal.value)) this.#literals.push(literal);
  }

  importModule(name: string): void {
    this.#imports.add(name);
  }

  /** The class a method's `self` or `this` belongs to, from anywhere inside it. */
  enclosingClass(scope: number): number | undefined {
    let current: number | undefined = scope;
    while (current !== undefined) {
      if (this.#scopes[current]?.kind === 'class') return current;
      current = this.#scopes[current]?.parent;
    }
    return undefined;
  }

  /** Keeps a comment that speaks to tools: to this one, or of the file's license. `at`: where it starts in `source`. */
  comment(text: string, span: Span, source: string, at: Position = span.start): void {
    if (!text.includes('ptm-audit:') && !text.includes('SPDX-License-Identifier:')) return;
    if (this.#lines?.source !== source) this.#lines = { source, texts: source.split('\n') };
    const line = this.#lines.texts[at.line] ?? '';
    this.directives.push({ text, span: plainSpan(span), isAlone: line.slice(0, at.character).trim() === '' });
  }

  /** Notes, once, that something is nested deeper than it is read. */
  tooDeep(span: Span): void {
    if (!this.#isCut) this.problems.push({ message: 'is nested too deep: read in part', span });
    this.#isCut = true;
  }

  finish(): SyntaxFacts {
    return {
      language: this.#language,
      scopes: this.#scopes,
      calls: this.calls,
      stores: this.stores,
      guards: this.guards,
      alternatives: this.alternatives,
      failing: this.failing,
      literals: this.#literals,
      exports: this.exports,
      imports: [...this.#imports],
      directives: this.directives,
      problems: this.problems,
    };
  }
}
