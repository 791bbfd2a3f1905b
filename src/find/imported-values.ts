import type { Expression } from '../model/syntax.ts';
import { atTheEnd, maxModules, starBinding } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import { fieldValues } from './fields.ts';
import type { Module } from './module.ts';
import { lastPartOf } from './module-path.ts';
import { at, type Place } from './place.ts';
import { isRunSettings, runSettings } from './wandb.ts';

/** What a module of the repository offers under a name. */
export function exported(
  evaluator: Evaluator,
  place: Place,
  module: Module,
  name: string,
  seen = new Set<Module>(),
): readonly Place[] | undefined {
  if (seen.has(module) || seen.size > maxModules) return undefined;
  seen.add(module);
  const here: Place = { ...place, module, frame: undefined };
  if (module.facts.language === 'ecmascript') return scriptExport(evaluator, here, name, seen);
  const own = module.bindings[0]?.get(name);
  if (own) return evaluator.followBindings(here, atTheEnd(own), 0);
  const starred = starBinding(evaluator, module, name, new Set());
  return starred?.flatMap(found =>
    evaluator.followBindings({ ...here, module: found.module }, [found.binding], found.scope),
  );
}

function scriptExport(
  evaluator: Evaluator,
  here: Place,
  name: string,
  seen: Set<Module>,
): readonly Place[] | undefined {
  const { exports } = here.module.facts;
  const own = exports.filter(exported => exported.name === name);
  if (own.length > 0) return own.flatMap(({ value }) => evaluator.follow(at(here, value)));
  for (const { name: kind, value } of exports) {
    if (kind !== '*' || value.kind !== 'import') continue;
    const source = evaluator.program.imported(value.module, here.module);
    const found = source && exported(evaluator, here, source, name, seen);
    if (found) return found;
  }
  return undefined;
}

/** An import of the repository's own stands for what the other file offers; a library's stands for itself. */
export function followImport(
  evaluator: Evaluator,
  place: Place,
  { module: source, name }: Extract<Expression, { kind: 'import' }>,
): readonly Place[] {
  const data = evaluator.program.importedData(source, place.module);
  if (data) {
    const whole: Place = { ...place, ...data, frame: undefined };
    return name === undefined || name === 'default' ? [whole] : evaluator.partOf(whole, name, place);
  }
  const module = evaluator.program.imported(source, place.module);
  if (name === undefined) return (module && onlyValue(evaluator, place, module)) ?? [place];
  const below = submodule(evaluator, place, source, name);
  // `from . import nets` in a package means its module, whose name there this import makes.
  if (module === place.module && below !== place) return [below];
  return (module && exported(evaluator, place, module, name)) ?? [below];
}

/** A module that is one text: `module.exports = "x"`. */
function onlyValue(evaluator: Evaluator, place: Place, module: Module): readonly Place[] | undefined {
  const [only, ...others] = module.facts.exports;
  if (only?.name !== 'default' || others.length > 0) return undefined;
  const ends = exported(evaluator, place, module, 'default');
  return ends?.every(({ expression }) => expression.kind === 'string') ? ends : undefined;
}

function submodule(evaluator: Evaluator, place: Place, source: string, name: string): Place {
  if (place.module.facts.language !== 'python') return place;
  const full = source.endsWith('.') ? source + name : `${source}.${name}`;
  const isModule = evaluator.program.fileOf(full, place.module) !== undefined;
  if (!isModule) return place;
  evaluator.program.imported(full, place.module);
  return at(place, { kind: 'import', module: full, name: undefined, span: place.expression.span });
}

/** What a module that was imported offers under a name. */
export function moduleMember(
  evaluator: Evaluator,
  owner: Place,
  { module: source, name }: Extract<Expression, { kind: 'import' }>,
  property: string,
  from: Place,
): readonly Place[] {
  const { span } = owner.expression;
  const path = name === undefined ? property : `${name}.${property}`;
  if (isRunSettings(source, path)) {
    const settings = runSettings(evaluator, { ...owner, module: from.module });
    if (settings.length > 0) return settings;
  }
  if (name !== undefined) {
    const flags = lastPartOf(name) === 'FLAGS' ? fieldValues(evaluator, owner, property, from) : undefined;
    return flags ?? [at(owner, { kind: 'import', module: source, name: path, span })];
  }
  const module = evaluator.program.imported(source, owner.module);
  const found = module && exported(evaluator, owner, module, property);
  if (found) return found;
  const below = submodule(evaluator, owner, source, property);
  if (below !== owner) return [below];
  // A library's own: its path is what the loaders know it by.
  return [at(owner, { kind: 'import', module: source, name: property, span: owner.expression.span })];
}
