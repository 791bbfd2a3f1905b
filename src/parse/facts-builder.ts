import type { Span } from '../model/source.ts';
import type { Binding, Call, Comment, Language, Scope, SyntaxFacts, SyntaxProblem } from '../model/syntax.ts';

/** Expressions nested deeper than this are opaque: no person wrote them, and recursion must end. */
export const maxDepth = 200;

interface ScopeDraft {
  readonly kind: Scope['kind'];
  readonly name: string | undefined;
  readonly parent: number | undefined;
  readonly bindings: Binding[];
}

/** Collects syntax facts while a parser walks its tree. */
export class FactsBuilder {
  readonly #language: Language;
  readonly #scopes: ScopeDraft[] = [{ kind: 'module', name: undefined, parent: undefined, bindings: [] }];
  readonly #imports = new Set<string>();
  readonly calls: Call[] = [];
  readonly directives: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];

  constructor(language: Language) {
    this.#language = language;
  }

  openScope(kind: Scope['kind'], parent: number, name: string | undefined): number {
    return this.#scopes.push({ kind, name, parent, bindings: [] }) - 1;
  }

  bind(scope: number, binding: Binding): void {
    this.#scopes[scope]?.bindings.push(binding);
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

  /** Keeps a comment that speaks to this tool. `source` is the text its span counts in. */
  comment(text: string, span: Span, source: string): void {
    if (!text.includes('ptm-audit:')) return;
    const line = source.split('\n')[span.start.line] ?? '';
    this.directives.push({ text, span, isAlone: line.slice(0, span.start.character).trim() === '' });
  }

  finish(): SyntaxFacts {
    return {
      language: this.#language,
      scopes: this.#scopes,
      calls: this.calls,
      imports: [...this.#imports],
      directives: this.directives,
      problems: this.problems,
    };
  }
}
