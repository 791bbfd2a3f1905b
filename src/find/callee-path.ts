import { loaders } from '../loaders/registry.generated.ts';
import type { Expression, Language } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { at, type Place } from './place.ts';
import { enclosingClass, meansSelf, programScope } from './scopes.ts';

/** What a callee is, seen from the module it was imported from: `transformers`, `['AutoModel', 'from_pretrained']`. */
export interface CalleePath {
  /** The import root: `sentence_transformers` for anything below it. Empty for the repository's own modules. */
  readonly root: string;
  /** Names from the root down; `()` stands for the result of a call. */
  readonly names: readonly string[];
}

/** Steps one callee may take: names that lead to each other end. */
const budget = 200;

/** Where a callee comes from; undefined when that cannot be traced. */
export function calleePath(callee: Place, evaluator: Evaluator): CalleePath | undefined {
  return new PathFinder(evaluator).path(callee);
}

/** What tells where a callee comes from: of a call, what that calls. */
const tracedKinds: ReadonlySet<Expression['kind']> = new Set(['import', 'class', 'call']);

class PathFinder {
  readonly #evaluator: Evaluator;
  readonly #seen = new Set<Expression>();
  #left = budget;

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  path(place: Place): CalleePath | undefined {
    const { expression } = place;
    this.#left -= 1;
    if (this.#left < 0 || this.#seen.has(expression)) return undefined;
    this.#seen.add(expression);
    const found = this.#pathOf(place);
    this.#seen.delete(expression);
    return found;
  }

  #pathOf(place: Place): CalleePath | undefined {
    const { expression } = place;
    switch (expression.kind) {
      case 'import':
        return this.#importPath(place, expression);
      case 'member':
        return this.#memberPath(place, expression.object, expression.property);
      case 'call':
        return isSuper(expression.callee)
          ? this.#classPath(place, expression.scope)
          : extended(this.path(at(place, expression.callee)), '()');
      case 'class':
        return this.#basePath(expression.bases.map(base => at(place, base)));
      case 'index':
      case 'element':
        return this.#followed(place);
      case 'choice':
        return this.#first(expression.options.map(option => at(place, option)));
      case 'name':
        return this.#namePath(place, expression);
      default:
        return undefined;
    }
  }

  #memberPath(place: Place, object: Expression, property: string): CalleePath | undefined {
    if (object.kind === 'name' && meansSelf(place.module, object)) {
      const values = fieldValues(place, object.scope, property);
      // Of a field that the class leaves empty, the classes below it know more than the one above.
      if (values.length > 0) return this.#first(values) ?? this.#followed(place);
    }
    return extended(this.path(at(place, object)), property);
  }

  #namePath(place: Place, name: Extract<Expression, { kind: 'name' }>): CalleePath | undefined {
    if (meansSelf(place.module, name) && enclosingClass(place.module, name.scope) !== undefined) {
      return this.#classPath(place, name.scope);
    }
    const found = bindingsOf(this.#evaluator, name, place.module);
    if (!found) return this.#starPath(place.module, name);
    const path = this.#first(
      found
        .toReversed()
        .flatMap(({ binding, module }) =>
          binding.value ? { ...place, module, expression: binding.value } : [],
        ),
    );
    return (
      path ?? (found.some(({ binding }) => binding.kind === 'parameter') ? this.#followed(place) : undefined)
    );
  }

  /** `from transformers import *` brings every name of the library. */
  #starPath(
    { facts }: Module,
    { name, scope }: Extract<Expression, { kind: 'name' }>,
  ): CalleePath | undefined {
    const starred = facts.scopes[programScope(facts, scope)]?.starImports.toReversed() ?? [];
    const paths = starred.map(source => libraryPath(source, name, facts.language));
    return paths.find(({ root }) => isLibraryOfModels(root));
  }

  /** What comes out of a table or through a parameter. */
  #followed(place: Place): CalleePath | undefined {
    const ends = this.#evaluator.glance(place.expression, place.module);
    return this.#first(ends.filter(({ expression: { kind } }) => tracedKinds.has(kind)));
  }

  #classPath(place: Place, scope: number): CalleePath | undefined {
    const owner = enclosingClass(place.module, scope);
    const bases = owner === undefined ? [] : (place.module.classes.get(owner)?.definition.bases ?? []);
    return this.#basePath(bases.map(base => at(place, base)));
  }

  /** A mixin says more about where a class loads from than the class it is mixed into: `nn.Module, PyTorchModelHubMixin`. */
  #basePath(bases: readonly Place[]): CalleePath | undefined {
    const paths = bases.flatMap(base => this.path(base) ?? []);
    return paths.find(path => path.names.at(-1)?.endsWith('Mixin') === true) ?? paths[0];
  }

  /** A name of the repository's own leads on to where it comes from there. */
  #importPath(
    place: Place,
    { module, name }: Extract<Expression, { kind: 'import' }>,
  ): CalleePath | undefined {
    const { program } = this.#evaluator;
    const { language } = place.module.facts;
    const copied = program.copied(module, place.module);
    if (copied !== undefined) return { root: copied, names: namesBelow(module, copied, name) };
    const source = program.imported(module, place.module);
    if (!source || name === undefined) return libraryPath(module, name, language);
    const values = source.bindings[0]?.get(name)?.flatMap(binding => binding.value ?? []) ?? [];
    const further = this.#first(
      values.toReversed().map(value => ({ ...place, module: source, expression: value })),
    );
    if (further && isLibraryOfModels(further.root)) return further;
    // A copy of a library beside the code, the library's own repository, or a folder that only bears its name.
    const library = libraryPath(module, name, language);
    return isLibraryOfModels(library.root) ? library : (further ?? { root: '', names: [name] });
  }

  #first(places: readonly Place[]): CalleePath | undefined {
    for (const place of places) {
      const path = this.path(place);
      if (path) return path;
    }
    return undefined;
  }
}

/** `self.pipe`: what the class sets it to. */
function fieldValues(place: Place, scope: number, property: string): readonly Place[] {
  const owner = enclosingClass(place.module, scope);
  const bindings = owner === undefined ? [] : (place.module.bindings[owner]?.get(property) ?? []);
  return bindings.flatMap(({ value, kind }) => (value && kind !== 'definition' ? at(place, value) : []));
}

/** What everything else in the field is built on, its own copies of the libraries included. */
export const foundations: ReadonlySet<string> = new Set(['torch', 'tensorflow', 'keras', 'mlx']);
const libraries = new Set(loaders.flatMap(loader => loader.modules).filter(name => !foundations.has(name)));

function isLibraryOfModels(root: string): boolean {
  return libraries.has(root);
}

function extended(path: CalleePath | undefined, name: string): CalleePath | undefined {
  return path && { root: path.root, names: [...path.names, name] };
}

function isSuper(callee: Expression): boolean {
  return callee.kind === 'name' && callee.name === 'super';
}

/** The names behind a copy's own: `src.transformers.pipelines` and `pipeline` are `transformers.pipelines.pipeline`. */
function namesBelow(module: string, library: string, name: string | undefined): readonly string[] {
  const parts = module.replace(/^\.+/, '').split('.');
  const own = name === undefined ? [] : name.split('.');
  return [...parts.slice(parts.indexOf(library) + 1 || parts.length), ...own];
}

function libraryPath(module: string, name: string | undefined, language: Language): CalleePath {
  // A library's default export stands for the library.
  const own = name === undefined || name === 'default' ? [] : name.split('.');
  if (language === 'ecmascript') return { root: packageName(module), names: own };
  if (module.startsWith('.')) return { root: '', names: own };
  const [root = '', ...below] = module.split('.');
  return { root, names: [...below, ...own] };
}

/** `@huggingface/transformers` from a bare import, a subpath, or the address of a script server with a version. */
export function packageName(module: string): string {
  if (module.startsWith('.')) return '';
  const path = module.replace(/^(https?:\/\/[^/]+\/(npm\/)?(v\d+\/)?|npm:)/, '');
  const [, name] = /^(@[\w.-]+\/[\w.-]+|[\w.-]+(?::\w+)?)(?:@[^/]+)?(?:\/|$)/.exec(path) ?? [];
  return name ?? path;
}
