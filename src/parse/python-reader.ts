import type { Node } from 'web-tree-sitter';
import type { Span } from '../model/source.ts';
import type { Binding, Expression, FunctionDefinition } from '../model/syntax.ts';
import type { FactsBuilder } from './facts-builder.ts';
import { blocksStaying, caughtIn, namesIn } from './python-blocks.ts';
import { isStatementLike, PythonExpressions, sliceOf } from './python-expressions.ts';
import { guardsOfBranches } from './python-guards.ts';
import { capturesOf, caseValues } from './python-match.ts';
import { type Piece, pythonSpan } from './python-span.ts';
import { annotatedClasses, classNamedBy } from './python-types.ts';

/** Where a statement stands. */
interface Place {
  readonly scope: number;
  /** The innermost block around it that may not run. */
  readonly within: Span | undefined;
  /** Gathers what the enclosing function returns. */
  readonly returns: Expression[] | undefined;
  /** True for the names of a comprehension. */
  readonly isInner?: true;
}

/** Turns one tree of tree-sitter-python into syntax facts. */
export class PythonReader {
  readonly #facts: FactsBuilder;
  readonly #piece: Piece;
  readonly #module: number;
  readonly #expressions: PythonExpressions;
  /** `global x` and `nonlocal x`: the scope a function's name belongs to, by function and name. */
  readonly #outer = new Map<string, number>();

  /** `module`: the scope that the piece's own names live in. */
  constructor(facts: FactsBuilder, piece: Piece, module: number) {
    this.#facts = facts;
    this.#piece = piece;
    this.#module = module;
    this.#expressions = new PythonExpressions(facts, piece, {
      statement: (node, scope) => this.#statement(node, this.#inside(scope, node)),
      bindTarget: (target, value, scope, within) =>
        this.#bindTarget(target, value, this.#inside(scope, within)),
      bindInner: (target, value, scope, comprehension) =>
        this.#bindTarget(target, value, { ...this.#inside(scope, comprehension), isInner: true }),
      bindParameters: (parameters, scope, outer) =>
        this.#parameters(parameters, scope, this.#inside(outer, parameters)),
    });
  }

  read(root: Node): void {
    this.#block(root, { scope: this.#module, within: undefined, returns: undefined });
    if (root.hasError) this.#noteErrors(root);
  }

  #inside(scope: number, node: Node): Place {
    return { scope, within: this.#span(node), returns: undefined };
  }

  #span(node: Node): Span {
    return pythonSpan(this.#piece, node);
  }

  #text(node: Node): string {
    return this.#facts.text(node.text);
  }

  #noteErrors(root: Node): void {
    const first = root.descendantsOfType('ERROR')[0] ?? root;
    this.#facts.problems.push({
      message: 'has a syntax error; what surrounds it was read',
      span: this.#span(first),
    });
  }

  #block(node: Node, place: Place): void {
    for (const child of node.namedChildren) this.#statement(child, place);
  }

  #statement(node: Node, place: Place): void {
    this.#expressions.guarded(node, () => this.#readStatement(node, place));
  }

  #readStatement(node: Node, place: Place): void {
    switch (node.type) {
      case 'comment':
        this.#expressions.comment(node);
        return;
      case 'import_statement':
        return this.#import(node, place);
      case 'import_from_statement':
        return this.#importFrom(node, place);
      case 'expression_statement':
        return this.#expressionStatement(node, place);
      case 'decorated_definition':
        return this.#decorated(node, place);
      case 'block':
      case 'module':
        return this.#block(node, place);
      case 'function_definition':
        return this.#function(node, place, []);
      case 'class_definition':
        return this.#class(node, place, []);
      case 'return_statement':
        return this.#return(node, place);
      case 'global_statement':
      case 'nonlocal_statement':
        return this.#declareOuter(node, place);
      case 'for_statement':
        return this.#for(node, place);
      case 'with_statement':
        return this.#with(node, place);
      case 'with_item':
        return this.#withItem(node, place);
      case 'except_clause':
        this.#exceptionName(node, place);
        return this.#other(node, place);
      case 'if_statement':
        this.#facts.guard(() =>
          guardsOfBranches(
            node,
            one => this.#expressions.quiet(one, place.scope),
            one => this.#span(one),
          ),
        );
        this.#noteAlternatives(node, place);
        return this.#other(node, place);
      case 'match_statement':
        return this.#match(node, place);
      default:
        return this.#other(node, place);
    }
  }

  /** `except OSError as error:`. */
  #exceptionName(node: Node, place: Place): void {
    const pattern = node.namedChildren.find(({ type }) => type === 'as_pattern');
    const name = pattern?.childForFieldName('alias')?.firstNamedChild;
    if (name?.type === 'identifier') this.#bind(place, place.scope, 'assignment', name, undefined);
  }

  /** Conditions, loops, handlers and what recovery left: their blocks may or may not run. */
  #other(
    node: Node,
    place: Place,
    isConditional = /^(if|elif|else|while|try|except|finally|case|match)/.test(node.type),
  ): void {
    for (const child of node.namedChildren) {
      if (isStatementLike(child)) {
        this.#statement(child, isConditional ? { ...place, within: this.#span(child) } : place);
      } else this.#expressions.read(child, place.scope);
    }
  }

  #noteAlternatives(node: Node, { within, scope }: Place): void {
    const blocks = blocksStaying(node);
    if (blocks) this.#facts.alternatives.push({ blocks: blocks.map(one => this.#span(one)), within, scope });
  }

  #match(node: Node, place: Place): void {
    const subjects = node.childrenForFieldName('subject');
    for (const subject of subjects) if (subject) this.#expressions.read(subject, place.scope);
    const [only, ...others] = subjects;
    const subject = only && others.length === 0 ? this.#expressions.quiet(only, place.scope) : undefined;
    for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
      const inside = { ...place, within: this.#span(child) };
      if (subject && child.type === 'case_clause') this.#case(child, subject, inside);
      this.#statement(child, inside);
    }
  }

  #case(clause: Node, subject: Expression, place: Place): void {
    const read = (one: Node): Expression => this.#expressions.quiet(one, place.scope);
    const block = clause.childForFieldName('consequence');
    const values = caseValues(clause, read);
    if (block && values.length > 0) this.#facts.guards.push({ subject, values, within: this.#span(block) });
    for (const { name, key } of capturesOf(clause)) {
      const part: Expression = key
        ? { kind: 'index', object: subject, index: read(key), span: this.#span(key) }
        : subject;
      this.#bind(place, place.scope, 'assignment', name, part);
    }
  }

  #expressionStatement(node: Node, place: Place): void {
    for (const child of node.namedChildren) {
      if (child.type === 'assignment') this.#assignment(child, place);
      else if (child.type === 'augmented_assignment') this.#augmented(child, place);
      else if (!isDocstring(child)) this.#expressions.read(child, place.scope);
    }
  }

  /** In `a = b = value`, an assignment inside another, both names have the one value. */
  #assignment(node: Node, place: Place): void {
    const targets: Node[] = [];
    let source: Node | null = node;
    while (source?.type === 'assignment') {
      const left = source.childForFieldName('left');
      if (left) targets.push(left);
      source = source.childForFieldName('right');
    }
    const [only] = targets;
    const value = source ? this.#expressions.read(source, place.scope) : undefined;
    const type = node.childForFieldName('type');
    if (only && type && this.#declareField(only, node, value, place)) return;
    this.#expressions.allowed(type, place.scope);
    if (source) for (const target of targets.toReversed()) this.#bindTarget(target, value, place);
  }

  /** `name: str` in a class is a field that its constructor takes. Tells whether it is one. */
  #declareField(name: Node, node: Node, value: Expression | undefined, place: Place): boolean {
    if (name.type !== 'identifier' || this.#facts.enclosingClass(place.scope) !== place.scope) return false;
    this.#bind(place, place.scope, 'assignment', name, value, this.#typeOf(node, place.scope));
    return true;
  }

  /** After `a += b`, `a` is the sum; after `a *= b` nobody knows. */
  #augmented(node: Node, place: Place): void {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (!left || !right) return;
    const span = this.#span(node);
    const parts = [this.#expressions.quiet(left, place.scope), this.#expressions.read(right, place.scope)];
    const isSum = node.childForFieldName('operator')?.type === '+=';
    this.#bindTarget(left, isSum ? { kind: 'concat', parts, span } : { kind: 'opaque', span }, place);
  }

  #bindTarget(target: Node, value: Expression | undefined, place: Place): void {
    switch (target.type) {
      case 'identifier':
        return this.#bind(place, place.scope, 'assignment', target, value);
      case 'attribute':
        return this.#bindAttribute(target, value, place);
      case 'subscript':
        return this.#storeItem(target, value, place);
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern':
        return this.#bindUnpacked(target, value, place);
      default:
        return;
    }
  }

  #bindUnpacked(target: Node, value: Expression | undefined, place: Place): void {
    const targets = target.namedChildren;
    const star = targets.findIndex(child => child.type === 'list_splat_pattern');
    for (const [index, child] of targets.entries()) {
      const rest = index === star ? child.namedChildren[0] : undefined;
      // Behind a star, places count from the end.
      const end = star >= 0 && index >= star ? index - targets.length : undefined;
      const part = value && (rest ? restOf(value, index, end) : itemOf(value, end ?? index));
      this.#bindTarget(rest ?? child, part, place);
    }
  }

  #bindAttribute(target: Node, value: Expression | undefined, place: Place): void {
    const object = target.childForFieldName('object');
    const name = target.childForFieldName('attribute');
    if (!name || !object) return;
    const isSelf = object.text === 'self' || object.text === 'cls';
    const owner = isSelf ? this.#facts.enclosingClass(place.scope) : undefined;
    // Outside a class, `self` is a name as any other.
    if (owner === undefined) this.#store(object, this.#text(name), this.#span(name), value, place);
    else this.#bind({ ...place, within: this.#span(name) }, owner, 'member', name, value);
  }

  #storeItem(target: Node, value: Expression | undefined, place: Place): void {
    const object = target.childForFieldName('value');
    const key = target.childForFieldName('subscript');
    const property = key ? this.#expressions.quiet(key, place.scope) : undefined;
    if (!object || !property) return;
    const name = property.kind === 'string' ? property.value : '';
    this.#store(object, name, property.span, value, place, property);
  }

  #store(
    object: Node,
    property: string,
    span: Span,
    value: Expression | undefined,
    place: Place,
    key?: Expression,
  ): void {
    const owner = this.#expressions.quiet(object, place.scope);
    const byKey = key === undefined ? {} : { key };
    const { within } = place;
    if (value) this.#facts.stores.push({ object: owner, property, value, span, within, ...byKey });
  }

  #declareOuter(node: Node, { scope }: Place): void {
    const isGlobal = node.type === 'global_statement';
    for (const { text } of node.namedChildren) {
      this.#outer.set(
        `${scope} ${text}`,
        isGlobal ? this.#module : (this.#facts.parentOf(scope) ?? this.#module),
      );
    }
  }

  #bind(
    place: Place,
    scope: number,
    kind: Binding['kind'],
    name: Node,
    value: Expression | undefined,
    type: Pick<Binding, 'type'> = {},
  ): void {
    const span = this.#span(name);
    const text = this.#text(name);
    const outer = this.#outer.get(`${scope} ${text}`);
    // Seen from outside, the function may not have run.
    const within = outer === undefined ? place.within : span;
    const inner = place.isInner === true ? ({ isInner: true } as const) : {};
    this.#facts.bind(outer ?? scope, { name: text, kind, value, span, within, ...inner, ...type });
  }

  #import(node: Node, place: Place): void {
    for (const child of node.namedChildren) {
      const dotted = child.type === 'aliased_import' ? child.childForFieldName('name') : child;
      const alias = child.type === 'aliased_import' ? child.childForFieldName('alias') : null;
      if (!dotted) continue;
      const module = this.#text(dotted);
      this.#facts.importModule(module);
      const [first = module] = module.split('.');
      const root = this.#facts.text(first);
      const span = this.#span(dotted);
      // `import a.b` binds `a`; `import a.b as c` binds the submodule itself.
      const value: Expression = { kind: 'import', module: alias ? module : root, name: undefined, span };
      const name = alias ? this.#text(alias) : root;
      this.#facts.bind(place.scope, {
        name,
        kind: 'import',
        value,
        span,
        within: place.within,
      });
    }
  }

  #importFrom(node: Node, place: Place): void {
    const moduleNode = node.childForFieldName('module_name');
    if (!moduleNode) return;
    const module = this.#text(moduleNode);
    this.#facts.importModule(module);
    if (node.namedChildren.some(child => child.type === 'wildcard_import')) {
      this.#facts.importAll(place.scope, module);
    }
    for (const child of node.childrenForFieldName('name')) {
      const isAliased = child?.type === 'aliased_import';
      const named = isAliased ? child.childForFieldName('name') : child;
      if (!child || !named) continue;
      const alias = isAliased ? child.childForFieldName('alias') : undefined;
      const local = this.#text(alias ?? named);
      const span = this.#span(named);
      const value: Expression = { kind: 'import', module, name: this.#text(named), span };
      this.#facts.bind(place.scope, {
        name: local,
        kind: 'import',
        value,
        span,
        within: place.within,
      });
    }
  }

  #decorated(node: Node, place: Place): void {
    const marks = node.namedChildren.filter(child => child.type === 'decorator');
    const decorators = marks.flatMap(mark =>
      mark.namedChildren.map(child => this.#expressions.read(child, place.scope)),
    );
    const definition = node.childForFieldName('definition');
    if (definition?.type === 'function_definition') this.#function(definition, place, decorators);
    else if (definition?.type === 'class_definition') this.#class(definition, place, decorators);
    else if (definition) this.#statement(definition, place);
  }

  #function(node: Node, place: Place, decorators: readonly Expression[]): void {
    const name = node.childForFieldName('name');
    const scope = this.#facts.openScope('function', place.scope, name ? this.#text(name) : undefined);
    const parameters = node.childForFieldName('parameters');
    const body = node.childForFieldName('body');
    const isOfClass = decorators.some(mark => mark.kind === 'name' && mark.name === 'classmethod');
    const read = isOfClass && body ? namesIn(body) : undefined;
    if (parameters) this.#parameters(parameters, scope, place, read);
    const returns: Expression[] = [];
    if (name) {
      const type = this.#returnType(node, place.scope);
      const span = this.#span(name);
      const value: Expression = { kind: 'function', scope, returns, ...type, decorators, span };
      this.#bind(place, place.scope, 'definition', name, value);
    }
    if (body) this.#block(body, { scope, within: undefined, returns });
    returns.push(...this.#facts.yielded(scope, this.#span(node)));
  }

  /** The classes whose objects a function says that it returns. */
  #returnType(node: Node, scope: number): Pick<FunctionDefinition, 'type'> {
    const type = node.childForFieldName('return_type');
    const classes = type ? annotatedClasses(type) : [];
    if (!type || classes.length === 0) return {};
    const options = classes.map((one): Expression => {
      if (one.type !== 'string') return this.#expressions.quiet(one, scope);
      return { kind: 'name', name: one.text.slice(1, -1), scope, span: this.#span(one) };
    });
    return { type: { kind: 'choice', options, span: this.#span(type) } };
  }

  /** `read`: the names that the body reads, where anybody will ask. */
  #parameters(node: Node, scope: number, outer: Place, read?: ReadonlySet<string>): void {
    // A comment between them is none.
    const parameters = node.namedChildren.filter(({ type }) => type !== 'comment');
    for (const [index, child] of parameters.entries()) {
      const splat = child.type === 'typed_parameter' ? (child.namedChildren[0] ?? child) : child;
      const name =
        child.type === 'identifier' ? child : (child.childForFieldName('name') ?? firstIdentifier(child));
      if (name?.type !== 'identifier') continue;
      const given = child.childForFieldName('value');
      const value = given ? this.#expressions.read(given, outer.scope) : undefined;
      this.#facts.bind(scope, {
        name: this.#text(name),
        kind: 'parameter',
        value,
        span: this.#span(name),
        within: undefined,
        ...parameterPlace(splat.type, index),
        ...(read && !read.has(name.text) && { isUnread: true }),
        ...this.#typeOf(child, outer.scope),
      });
    }
  }

  /** The class that an annotation names, or the texts that it allows. */
  #typeOf(parameter: Node, scope: number): Pick<Binding, 'type'> {
    const type = parameter.childForFieldName('type');
    const options = this.#expressions.allowed(type, scope);
    if (type && options.length > 0) return { type: { kind: 'choice', options, span: this.#span(type) } };
    const name = classNamedBy(type);
    return name ? { type: this.#expressions.quiet(name, scope) } : {};
  }

  #class(node: Node, place: Place, decorators: readonly Expression[]): void {
    const name = node.childForFieldName('name');
    const scope = this.#facts.openScope('class', place.scope, name ? this.#text(name) : undefined);
    const bases = this.#bases(node.childForFieldName('superclasses'), place.scope);
    if (name) {
      this.#bind(place, place.scope, 'definition', name, {
        kind: 'class',
        scope,
        bases,
        decorators,
        span: this.#span(name),
      });
    }
    const body = node.childForFieldName('body');
    if (body) this.#block(body, { scope, within: undefined, returns: undefined });
  }

  #bases(list: Node | null, scope: number): Expression[] {
    const positional = list?.namedChildren.filter(child => child.type !== 'keyword_argument') ?? [];
    return positional.map(child => this.#expressions.read(child, scope));
  }

  #return(node: Node, place: Place): void {
    for (const child of node.namedChildren) place.returns?.push(this.#expressions.read(child, place.scope));
  }

  #for(node: Node, place: Place): void {
    const target = node.childForFieldName('left');
    const items = node.childForFieldName('right');
    const of = items ? this.#expressions.read(items, place.scope) : undefined;
    const body = node.childForFieldName('body');
    const inside = { ...place, within: this.#span(body ?? node) };
    if (target && of) this.#bindTarget(target, { kind: 'element', of, span: of.span }, inside);
    if (body) this.#statement(body, inside);
    const otherwise = node.childForFieldName('alternative');
    if (otherwise) this.#statement(otherwise, { ...place, within: this.#span(otherwise) });
  }

  /** What fails inside may be caught: what is behind it in the block does not run then. */
  #with(node: Node, place: Place): void {
    const { isCaught, failing } = caughtIn(node);
    if (failing) this.#facts.failing.push(this.#span(failing));
    this.#other(node, place, isCaught);
  }

  #withItem(node: Node, place: Place): void {
    const value = node.childForFieldName('value') ?? node.namedChildren[0];
    if (!value) return;
    const [subject = value, target] = value.type === 'as_pattern' ? value.namedChildren : [value, undefined];
    const expression = this.#expressions.read(subject, place.scope);
    const name = target?.namedChildren[0];
    if (name) this.#bindTarget(name, expression, place);
  }
}

/** A string that stands alone as a statement is documentation, whatever it says. */
function isDocstring(node: Node): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

function itemOf(value: Expression, index: number): Expression {
  if (value.kind === 'list') {
    const item = value.items.at(index);
    if (item) return item;
  }
  return {
    kind: 'index',
    object: value,
    index: { kind: 'literal', value: index, span: value.span },
    span: value.span,
  };
}

/** What a star takes: the items from its place up to those that others take from the end. */
function restOf(value: Expression, index: number, end: number | undefined): Expression {
  return sliceOf(value, index, end === -1 || end === undefined ? undefined : end + 1);
}

function firstIdentifier(node: Node): Node | undefined {
  const [first] = node.namedChildren;
  return first?.type === 'identifier' || first === undefined ? first : firstIdentifier(first);
}

/** Where a call's arguments meet a parameter: its position, or all that is left over. */
function parameterPlace(type: string, index: number): Pick<Binding, 'index' | 'rest'> {
  if (type === 'list_splat_pattern') return { rest: 'list', index };
  return type === 'dictionary_splat_pattern' ? { rest: 'record' } : { index };
}
