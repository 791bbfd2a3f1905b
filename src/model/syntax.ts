import type { Span } from './source.ts';

/**
 * Syntax facts: what every parser gives, whatever its language.
 *
 * They hold what can be evaluated (bindings, calls, literals) and leave out the rest, as plain data that can cross
 * a worker's border or lie in a cache.
 */
export interface SyntaxFacts {
  readonly language: Language;
  /**
   * `scopes[0]` is the module; a scope's parent comes before it. Other scopes without a parent are those of programs that
   * commands of the file hold.
   */
  readonly scopes: readonly Scope[];
  /** Every call of the file in source order, nested ones included. */
  readonly calls: readonly Call[];
  /** Values set on a part of something: `config.model = …`, `options["model"] = …`. */
  readonly stores: readonly Store[];
  /** Where a name surely has, or is one of, what it was compared with. */
  readonly guards: readonly Guard[];
  /** Blocks of which one surely runs, as of `if` with an `else`. */
  readonly alternatives: readonly Alternatives[];
  /** Calls that a test expects to fail: the one that `with pytest.raises(ValueError):` holds. */
  readonly failing: readonly Span[];
  /** String literals of the form of an id, wherever they stand in code: neither documentation nor part of a longer text. */
  readonly literals: readonly StringLiteral[];
  /** What an ECMAScript module offers under which name. Python offers every binding of its module scope. */
  readonly exports: readonly Export[];
  /** Modules the file imports, as written: `transformers`, `@huggingface/transformers`. */
  readonly imports: readonly string[];
  /** Folders that the file has Python look for modules in, each as the package it would be: `helpers`, `..lib`. */
  readonly searched?: readonly string[];
  /** Comments that speak to this tool (`# ptm-audit: …`) or name the file's license (`SPDX-License-Identifier`), the marker kept. */
  readonly directives: readonly Comment[];
  /** Places the parser could not read. The facts hold everything around them. */
  readonly problems: readonly SyntaxProblem[];
}

export type Language = 'python' | 'ecmascript';

export interface Comment {
  /** With its marker: `# …`, `// …`. */
  readonly text: string;
  readonly span: Span;
  /** True when nothing else stands before it on its line. */
  readonly isAlone: boolean;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** A region where names live. The bindings keep source order, because a later one replaces an earlier one. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly name: string | undefined;
  /** Index into `SyntaxFacts.scopes`; undefined for a module. */
  readonly parent: number | undefined;
  /** True for a program that a Dockerfile runs as the image is built. */
  readonly isBuild?: true;
  readonly bindings: readonly Binding[];
  /** Python modules whose every name is imported here: `from .names import *`. */
  readonly starImports: readonly string[];
}

/** One way a name gets its value. */
export interface Binding {
  readonly name: string;
  readonly kind: 'assignment' | 'parameter' | 'import' | 'definition' | 'member';
  /** Undefined when the source gives no value that can be read: a parameter without default, a loop over unknown items. */
  readonly value: Expression | undefined;
  /** The name itself, or the key of a member. */
  readonly span: Span;
  /** For a parameter: its position among all of them, `self` included. Of `*items`, where it starts. */
  readonly index?: number;
  /** For a parameter that takes what is left over: `*items`, `**options`, `...rest`. */
  readonly rest?: 'list' | 'record';
  /** For a parameter of a class method of Python that its body never names. */
  readonly isUnread?: true;
  /** For a destructured parameter: the keys that lead from the argument to this name. */
  readonly path?: readonly string[];
  /** For a parameter and a class's field of Python: the class its annotation names, or the texts it allows. */
  readonly type?: Expression;
  /**
   * The innermost block around it that may not run: of a condition, a loop, an exception handler. Outside that block the
   * name may keep what it had before.
   */
  readonly within: Span | undefined;
  /** True for a name of a comprehension, which nothing outside that has. */
  readonly isInner?: true;
}

/** The blocks of an `if` that has an `else`, those of them that do not leave the function or the loop. */
export interface Alternatives {
  readonly blocks: readonly Span[];
  /** The innermost block around them that may not run. */
  readonly within: Span | undefined;
  /** The scope that they stand in. */
  readonly scope: number;
}

/** `if name == "a":`, `elif name in ["a", "b"]:`, `case "a":`: what is known of a name or member within a block. */
export interface Guard {
  readonly subject: Expression;
  /** One of these is what it stands for, where nothing else is known of it. */
  readonly values: readonly Expression[];
  /**
   * `if name:` and its `else:`; `if exists(name):`, which says that it is a path of this machine, or none; `if "a" in name:`,
   * which says that it holds one of the values; `if name != "a":`, which says that it is none of them; `if "a" not in name:`,
   * which says that it holds none; `if name in timm.list_models():`, which says that a library knows it.
   */
  readonly test?: 'true' | 'false' | 'path' | 'no-path' | 'part' | 'other' | 'no-part' | 'listed';
  /** The function that is asked for a path or lists names, where only its import tells whether it is the one that knows. */
  readonly asked?: Expression;
  readonly within: Span;
}

/** `object.property = value` and `object["property"] = value`. */
export interface Store {
  readonly object: Expression;
  /** Empty where only the run knows the key. */
  readonly property: string;
  /** Of an entry that is set by its key. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly span: Span;
  /** The innermost block around it that may not run. */
  readonly within: Span | undefined;
}

export interface Export {
  /** `default`, or `*` for everything another module exports. */
  readonly name: string;
  readonly value: Expression;
}

/**
 * `callee(arguments)`. `new X(…)`, `await x(…)` and Python's decorators with arguments are calls too, and so is `a % b`,
 * as a call of `a.__mod__`, which is not among the calls of the file; `a / b` and `a[1:]` are calls of `a.joinpath` and
 * `a.slice` alike.
 */
export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  readonly span: Span;
  /** The scope the call stands in: an index into `SyntaxFacts.scopes`. */
  readonly scope: number;
  /** Of a call that nobody writes out: what has to keep the callee and call it later, if there is to be a call. */
  readonly heldBy?: Expression;
}

export interface Argument {
  /** Set for Python's keyword arguments. */
  readonly name?: string;
  readonly value: Expression;
  /** `*items`, `**options` or `...rest`. */
  readonly isSpread?: boolean;
}

export type Expression =
  | StringLiteral
  | { readonly kind: 'literal'; readonly value: number | boolean | null; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span; readonly scope: number }
  /** `object.property`. */
  | { readonly kind: 'member'; readonly object: Expression; readonly property: string; readonly span: Span }
  /** `object[index]`. */
  | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression; readonly span: Span }
  /** f-strings, template literals, and `+` between operands. */
  | { readonly kind: 'concat'; readonly parts: readonly Expression[]; readonly span: Span }
  /** One of several, decided at run time: `a if c else b`, `a or b`, `a ?? b`. */
  | { readonly kind: 'choice'; readonly options: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  /** A list whose items nobody can count, each of them `item`: a comprehension. */
  | { readonly kind: 'each'; readonly item: Expression; readonly span: Span }
  | {
      readonly kind: 'record';
      readonly entries: readonly RecordEntry[];
      /** Of a file of settings: where in all of them it puts itself, as Hydra's comment `# @package` says. */
      readonly package?: string;
      readonly span: Span;
    }
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name: string | undefined;
      readonly span: Span;
    }
  | FunctionDefinition
  | ClassDefinition
  /** Any item of a list or key of a record: what a loop's variable is bound to. */
  | { readonly kind: 'element'; readonly of: Expression; readonly span: Span }
  | Call
  /** Something no reader could evaluate from the text. */
  | { readonly kind: 'opaque'; readonly span: Span };

export interface StringLiteral {
  readonly kind: 'string';
  /** The text the program sees, escapes resolved. */
  readonly value: string;
  /** Between the quotes. */
  readonly span: Span;
  /** True for a key that nobody writes as a text: its span is that of what is under it. */
  readonly isMade?: true;
}

export interface RecordEntry {
  /** Undefined for a spread (`**other`, `...other`), whose record is the value. */
  readonly key: Expression | undefined;
  readonly value: Expression;
}

export interface ClassDefinition {
  readonly kind: 'class';
  /** The scope of its body. */
  readonly scope: number;
  readonly bases: readonly Expression[];
  /** Python's decorators, outermost first. */
  readonly decorators: readonly Expression[];
  readonly span: Span;
}

export interface FunctionDefinition {
  readonly kind: 'function';
  /** The scope of its body; parameters are its bindings of kind `parameter`, in order. */
  readonly scope: number;
  readonly returns: readonly Expression[];
  /** The classes of which its annotation says that it returns an object of one. */
  readonly type?: Expression;
  /** Python's decorators, outermost first. */
  readonly decorators: readonly Expression[];
  readonly span: Span;
}
