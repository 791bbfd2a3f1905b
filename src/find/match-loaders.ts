import type { Loader, LoadingCall } from '../loaders/loader.ts';
import { loaders } from '../loaders/registry.generated.ts';
import type { Call, Expression, SyntaxFacts } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { type CalleePath, calleePath, foundations } from './callee-path.ts';
import { hasMember } from './class-bases.ts';
import type { Evaluator } from './evaluator.ts';
import { isMade } from './held-calls.ts';
import { indexBy } from './index-by.ts';
import { makerOf } from './makers.ts';
import type { Module } from './module.ts';
import { heldClass } from './names.ts';
import { oncePer } from './once-per.ts';
import { at, type Place, placeOf } from './place.ts';

export interface LoadingMatch {
  readonly library: string;
  readonly signature: LoadingCall;
  readonly path: CalleePath | undefined;
  /** The receiver could not be traced to the library; the method's name alone speaks for it. */
  readonly isTentative: boolean;
}

interface Candidate {
  readonly loader: Loader;
  readonly signature: LoadingCall;
  readonly pattern: readonly string[];
}

/** Signatures by the last name of their callee; `*` holds those that take any. */
const byLastName: ReadonlyMap<string, readonly Candidate[]> = indexBy(
  loaders.flatMap(loader =>
    loader.calls.map((signature): Candidate => ({ loader, signature, pattern: signature.callee.split('.') })),
  ),
  ({ pattern }) => [pattern.at(-1) ?? ''],
);

/** The loading signatures a call fits: traced ones alone where there are any, else those its name alone speaks for. */
export function matchLoaders(call: Call, module: Module, evaluator: Evaluator): readonly LoadingMatch[] {
  const { facts } = module;
  const above = pathAbove(call, module, evaluator);
  const candidates = above
    ? candidatesNamed([above.names.at(-1) ?? ''], facts)
    : candidatesFor(call, module, evaluator);
  if (candidates.length === 0 || !isMade(call, module, evaluator)) return [];
  const paths = above ? [above] : calleePaths(call, module, evaluator);
  const traced = paths.flatMap((path, index) =>
    candidates
      .filter(one => isTraced(one, path) && !paths.slice(0, index).some(before => isTraced(one, before)))
      .map(one => ({ ...one, path })),
  );
  const [path] = paths;
  const matches =
    traced.length > 0
      ? traced
      : candidates.filter(candidate => isByNameAlone(candidate, path, facts)).map(one => ({ ...one, path }));
  return matches.map(({ loader, signature, path: traceable }) => ({
    library: loader.library,
    signature,
    path: traceable,
    isTentative: traced.length === 0,
  }));
}

/** Where a callee comes from, in each of the ways that it may, the likeliest first. */
function calleePaths({ callee }: Call, module: Module, evaluator: Evaluator): readonly CalleePath[] {
  const ways = waysTo(callee, module, evaluator);
  const isClear = ways.length > 1 || (callee.kind === 'member' && heldClass.test(callee.property));
  const places = isClear && ways.length > 0 ? ways : [placeOf(callee, module)];
  return places.flatMap(place => calleePath(place, evaluator) ?? []);
}

/**
 * What a callee was chosen from: the options of `A.from_config if new else A.from_pretrained`, and each import of a name
 * that one file or another brings: `try: from vllm import load`, `except ImportError: from local import load`. The last
 * comes first, as of other names.
 */
function waysTo(callee: Expression, module: Module, evaluator: Evaluator): readonly Place[] {
  const looked = lookedUp(callee, module, evaluator);
  if (callee.kind === 'member' && looked.length === 0) {
    const { object } = callee;
    return waysTo(object, module, evaluator).map(way => at(way, { ...callee, object: way.expression }));
  }
  if (looked.length > 0 || callee.kind !== 'name') return looked;
  const bound = bindingsOf(evaluator, callee, module) ?? [];
  return bound.toReversed().flatMap(({ binding: { value }, module: owner }) => {
    if (value?.kind === 'choice') return value.options.map(option => placeOf(option, owner));
    return value?.kind === 'import' ? placeOf(value, owner) : [];
  });
}

/** What a table or an object has of libraries: `MODELS[kind](name)`, `model = MODELS[kind]` with `model(name)`. */
function lookedUp(callee: Expression, module: Module, evaluator: Evaluator): readonly Place[] {
  const bound = callee.kind === 'name' ? (bindingsOf(evaluator, callee, module) ?? []) : [];
  const isHeld = callee.kind === 'member' && heldClass.test(callee.property);
  const isLookedUp =
    isHeld || callee.kind === 'index' || bound.some(({ binding }) => binding.value?.kind === 'index');
  return isLookedUp
    ? evaluator.glance(callee, module).filter(({ expression }) => expression.kind === 'import')
    : [];
}

/** What `super().__init__(name)` constructs: a class of a library, where the class it stands in extends one. */
function pathAbove(
  { callee, arguments: given }: Call,
  module: Module,
  evaluator: Evaluator,
): CalleePath | undefined {
  if (callee.kind !== 'member' || callee.property !== '__init__' || given.length === 0) return undefined;
  const { object } = callee;
  const isSuper = object.kind === 'call' && object.callee.kind === 'name' && object.callee.name === 'super';
  return isSuper ? calleePath(placeOf(object, module), evaluator) : undefined;
}

function candidatesFor(call: Call, module: Module, evaluator: Evaluator): readonly Candidate[] {
  const { callee } = call;
  const { facts } = module;
  const names =
    callee.kind === 'member'
      ? [callee.property, ...lookedUp(callee, module, evaluator).flatMap(importedName)]
      : callee.kind === 'name'
        ? originalNames(callee, module, evaluator)
        : lookedUp(callee, module, evaluator).flatMap(importedName);
  return [...candidatesNamed(names, facts).filter(one => mayBeMade(one, evaluator)), ...wildcards(module)];
}

/**
 * Whether anything in the program names what makes the objects that a signature loads by. Where nothing does, `data.get(key)`
 * loads nothing, wherever `data` comes from.
 */
function mayBeMade({ signature }: Candidate, { program }: Evaluator): boolean {
  const maker = signature.isDistinctive === true ? undefined : makerOf(signature.callee);
  return maker === undefined || program.namesMaker(maker);
}

function candidatesNamed(names: readonly string[], { language }: SyntaxFacts): readonly Candidate[] {
  return names
    .flatMap(name => byLastName.get(name) ?? [])
    .filter(({ loader }) => loader.language === language);
}

/** Signatures of any name, of the libraries that a file imports. */
const wildcards = oncePer((module: Module): readonly Candidate[] => {
  const { facts } = module;
  const found = (byLastName.get('*') ?? []).filter(
    ({ loader }) => loader.language === facts.language && importsLibrary(facts, loader),
  );
  return found;
});

/** The name as written, and what it was imported as another of. */
function originalNames(
  name: Extract<Call['callee'], { kind: 'name' }>,
  module: Module,
  evaluator: Evaluator,
): readonly string[] {
  const bound = bindingsOf(evaluator, name, module) ?? [];
  const values = bound.flatMap(({ binding }) => binding.value ?? []);
  const originals = values
    .flatMap(value => (value.kind === 'choice' ? value.options : [value]))
    .flatMap(value => {
      if (value.kind === 'import') return value.name ?? [];
      return value.kind === 'member' ? value.property : [];
    });
  const isOwn = values.some(
    value => value.kind === 'import' && evaluator.program.fileOf(value.module, module) !== undefined,
  );
  const further = isOwn ? evaluator.standsFor(name, module) : [];
  const own = bound.flatMap(one => (one.binding.value ? placeOf(one.binding.value, one.module) : []));
  const above = [...own, ...further].flatMap(end => nameAbove(end, evaluator));
  const tables = lookedUp(name, module, evaluator).flatMap(importedName);
  return [...new Set([name.name, ...originals, ...further.flatMap(importedName), ...tables, ...above])];
}

/** The name of the class of a library whose constructor a class of the repository has, for want of one of its own. */
function nameAbove(end: Place, evaluator: Evaluator): readonly string[] {
  const { expression } = end;
  if (expression.kind !== 'class' || expression.bases.length === 0) return [];
  const isMadeHere = ['__init__', 'constructor'].some(name => hasMember(evaluator, end, name));
  return isMadeHere ? [] : (calleePath(end, evaluator)?.names.slice(-1) ?? []);
}

/** `from_pretrained` for what another file of the repository has from a library: `AutoModel.from_pretrained`. */
function importedName({ expression }: Place): readonly string[] {
  return expression.kind === 'import' ? (expression.name?.split('.').slice(-1) ?? []) : [];
}

function isTraced({ loader, signature, pattern }: Candidate, path: CalleePath): boolean {
  if (!isOfLibrary(loader, path.root)) return false;
  const { names } = path;
  // Classes load by methods of their own, which their objects have too: `model.from_pretrained("org/other")`.
  const isOfObject = signature.isMethod === true || signature.isDistinctive === true;
  if (!isOfObject && names.includes('()')) return false;
  const tail = names.slice(-pattern.length);
  return (
    tail.length === pattern.length && pattern.every((part, index) => part === '*' || part === tail[index])
  );
}

function isOfLibrary(loader: Loader, root: string): boolean {
  return loader.modules.includes(root) || loader.modulePattern?.test(root) === true;
}

function importsLibrary(facts: SyntaxFacts, loader: Loader): boolean {
  return facts.imports.some(module =>
    loader.modules.some(root => module === root || module.startsWith(`${root}.`)),
  );
}

/** Whose receiver nobody can trace, or leads into a module that is no loader's own. */
function isByNameAlone(
  { signature, loader }: Candidate,
  path: CalleePath | undefined,
  facts: SyntaxFacts,
): boolean {
  if (signature.isDistinctive !== true) return false;
  // What every class of the repository extends says nothing of a method that the class adds: `nn.Module`.
  const isOfOther = path !== undefined && !foundations.has(path.root);
  if (isOfOther && loaders.some(other => isOfLibrary(other, path.root))) return false;
  return signature.isMethod !== true || importsLibrary(facts, loader);
}
