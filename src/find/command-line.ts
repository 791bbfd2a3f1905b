import type { Call, Expression } from '../model/syntax.ts';
import { shortest, unabbreviated } from './abbreviated-flags.ts';
import { choosing } from './choices.ts';
import { codeFlagValues, type GivenFlag } from './code-commands.ts';
import type { CommandRow, CommandRows } from './command-values.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import {
  choicesOf,
  constantOf,
  flagNames,
  flagsOf,
  isLeftEmpty,
  optionDefault,
  positionOf,
} from './flag-declarations.ts';
import type { Module } from './module.ts';
import { nearestOf } from './module-path.ts';
import { isOutputName } from './names.ts';
import { at, type Place, passing, placeOf, unknown } from './place.ts';
import { scopesAround } from './scopes.ts';
import { recordOfKey } from './spread-fields.ts';

/**
 * The values a command line can give a flag: its default and its choices, as the place's module declares it, and what
 * scripts of the repository pass to `scripts`. `within`: the scope of the only function whose declarations count.
 */
export function commandLineValues(
  evaluator: Evaluator,
  place: Place,
  property: string,
  scripts: readonly Module[] = [place.module],
  within?: number,
): readonly Place[] {
  const { module } = place;
  if (isOutputName(property)) return [];
  const byName = flagsOf(module);
  const isMeant = ({ scope }: Call): boolean =>
    within === undefined || scopesAround(module, scope).includes(within);
  // JavaScript's parsers give `--model-name` as `modelName`.
  const snake = property.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  const declared = [...new Set([...(byName.get(property) ?? []), ...(byName.get(snake) ?? [])])].filter(
    isMeant,
  );
  const defaults = [
    ...declared.flatMap(call => [optionDefault(call), constantOf(call)].map(value => [call, value] as const)),
    ...setDefaults(module, property).filter(([call]) => isMeant(call)),
  ];
  const names = [property, ...declared.flatMap(call => [...flagNames(call), ...positionOf(module, call)])];
  const rows = scripts.map(({ file }) => evaluator.program.commands.rowsOf(file));
  const follow = ([call, value]: readonly [Call, Expression | undefined]): readonly Place[] =>
    value
      ? evaluator
          .follow({ ...passing(inModule(place, module), call.span), expression: value })
          .map(end => withoutGiven(end, rows, names))
      : [];
  const listed = loopDefaults(module, property)
    .filter(([call]) => isMeant(call))
    .flatMap(follow)
    .filter(isKnown);
  const isGiven = rows.some(one => one.rows.some(row => givesAny(row, names)));
  const implied = isGiven ? declared.filter(isLeftEmpty) : [];
  if (defaults.length + listed.length === 0) return [];
  const followed = [...[...defaults, ...implied.map(empty)].flatMap(follow), ...listed];
  const choices = declared.flatMap(call => choicesOf(evaluator, at(place, call)));
  const [first] = declared;
  const there = first ? passing(inModule(place, module), first.span) : place;
  const passed = passedValues(evaluator, there, scripts, names);
  const given = [...choices, ...passed, ...unreadValues(there, rows, names)];
  const values = [...followed, ...(declared.some(takesSeveral) ? given.map(inList) : given)];
  return values.map(asGiven);
}

/** A default is what the flag has in the rows that do not give it, and where somebody starts the script by hand. */
function withoutGiven(value: Place, all: readonly CommandRows[], names: readonly string[]): Place {
  return all.reduce((place, one) => {
    const others = one.rows.filter(row => !givesAny(row, names));
    return others.length < one.rows.length ? choosing(place, one, one, ...others) : place;
  }, value);
}

function givesAny(row: CommandRow, names: readonly string[]): boolean {
  return names.some(name => row.flags.has(name)) || mayGive(row, names);
}

/** Whether a row gives a flag what nobody can read, or the beginning of its name. */
function mayGive({ flags, unread }: CommandRow, names: readonly string[]): boolean {
  return names.some(
    name =>
      unread.has(name) ||
      [...flags, ...unread].some(flag => flag !== name && flag.length >= shortest && name.startsWith(flag)),
  );
}

/** What nobody knows of a flag in the rows that give it what nobody can read, or may do so. */
function unreadValues(from: Place, all: readonly CommandRows[], names: readonly string[]): readonly Place[] {
  return all.flatMap(one =>
    one.rows
      .filter(row => !names.some(name => row.flags.has(name)) && (row.isOpen || mayGive(row, names)))
      .map(row => choosing(unknown(from), one, row)),
  );
}

/** A flag without a default, which is None where nobody gives it. */
function empty(declaration: Call): readonly [Call, Expression] {
  return [declaration, { kind: 'literal', value: null, span: declaration.span }];
}

/** Whoever starts the program gives a flag its value, as a caller gives a parameter its. */
function asGiven(value: Place): Place {
  return { ...value, isGiven: true };
}

/** `nargs="+"`: the flag is a list, however many words it is given. */
function takesSeveral({ arguments: given }: Call): boolean {
  const count = given.find(({ name }) => name === 'nargs')?.value;
  return count !== undefined && !(count.kind === 'string' && count.value === '?');
}

function inList(value: Place): Place {
  const { expression } = value;
  return expression.kind === 'string'
    ? at(value, { kind: 'list', items: [expression], span: expression.span })
    : value;
}

/**
 * What commands of the repository, its own code's among them, pass to scripts under any of the names. `from`: where it is
 * read.
 */
export function passedValues(
  evaluator: Evaluator,
  from: Place,
  scripts: readonly (Module | Pick<Module, 'file'>)[],
  names: readonly string[],
): readonly Place[] {
  return passedFlags(evaluator, scripts, names).map(({ value, script, row }) => {
    if (!row) return value;
    const there = { ...value, trail: from.trail, choices: from.choices };
    const all = evaluator.program.commands.rowsOf(script);
    return all.rows.length > 0 ? choosing(there, all, row) : there;
  });
}

/** What a command line gives, with the script that gets it and all that goes together with it. */
interface PassedFlag extends GivenFlag {
  readonly script: string;
  readonly row: CommandRow | undefined;
}

/** As `passedValues`, each with its name, and not yet chosen. */
export function passedFlags(
  evaluator: Evaluator,
  scripts: readonly (Module | Pick<Module, 'file'>)[],
  names: readonly string[],
): readonly PassedFlag[] {
  const { program } = evaluator;
  // A script that only calls what another file parses hands it its words.
  const given = new Set(names.flatMap(name => program.commands.scriptsGiven(name)));
  const callers = [...given].filter(script => scripts.some(({ file }) => program.imports(script, file)));
  const files = new Set([...scripts.map(({ file }) => file), ...callers]);
  const wanted = new Set(names);
  // A script that is only known by its path may declare any flag.
  const modules = scripts.filter(script => 'facts' in script);
  const meant = (flag: string): readonly string[] => {
    const name = wanted.has(flag) ? flag : unabbreviated(flag, modules);
    return name !== undefined && wanted.has(name) ? [name] : [];
  };
  const passed = [...files].flatMap(file => [
    ...program.commands
      .flagsOf(file)
      .flatMap(({ flag, value, module, row }) =>
        meant(flag).map(name => ({ flag: name, value: placeOf(value, module), script: file, row })),
      ),
    ...codeFlagValues(evaluator, file, wanted).map(one => ({ ...one, script: file, row: undefined })),
  ]);
  return passed.map(one => ({ ...one, value: asGiven(one.value) }));
}

/** The same of flags that a library declares, whose defaults are its own: what the program sets in their place, and what commands pass. */
export function addedFlagValues(
  evaluator: Evaluator,
  declaration: Place,
  names: readonly string[],
): readonly Place[] {
  const { module } = declaration;
  const set = names
    .flatMap(name => setDefaults(module, name))
    .flatMap(([call, value]) =>
      evaluator.follow({ ...passing(inModule(declaration, module), call.span), expression: value }),
    );
  return [...set, ...passedValues(evaluator, declaration, [module], names)].map(asGiven);
}

/** `parser.set_defaults(model="org/name")`. */
function setDefaults(module: Module, property: string): readonly (readonly [Call, Expression])[] {
  return (module.calls.get('set_defaults') ?? []).flatMap(call =>
    call.arguments.flatMap(({ name, value }) => {
      if (name === property) return [[call, value] as const];
      return name === '**' ? [[call, entryUnder(value, property, value.span)] as const] : [];
    }),
  );
}

function isKnown({ expression }: Place): boolean {
  return expression.kind !== 'opaque';
}

/** `for key, value in record.items(): parser.add_argument(f"--{key}", default=value)`: flags of whatever keys that has. */
function loopDefaults(module: Module, property: string): readonly (readonly [Call, Expression])[] {
  return (module.calls.get('add_argument') ?? []).flatMap(call => {
    const [flag] = call.arguments;
    const key = flag?.value.kind === 'concat' ? flag.value.parts.at(-1) : undefined;
    const record = key && recordOfKey(module, key);
    return record ? [[call, entryUnder(record, property, call.span)] as const] : [];
  });
}

function inModule(place: Place, module: Module): Place {
  return { ...place, module, frame: undefined };
}

/** As many files may declare a flag of one name before it says nothing. */
const maxElsewhere = 12;
const maxAnywhere = 200;

/** What the nearest files that declare such a flag give it: `opt.model` where `options.py` says what there is. */
export function optionsElsewhere(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  if (isOutputName(property)) return [];
  const { file } = place.module;
  const { program } = evaluator;
  const files = program.declarers(property);
  if (files.length === 0 || files.length > maxAnywhere) return [];
  const near = nearestOf(files, file);
  if (near.length > maxElsewhere) return [];
  // Scripts side by side declare flags of the same name, each for itself and for what it imports.
  const own = near.filter(other => program.imports(other, file) || program.imports(file, other));
  return (own.length > 0 ? own : near).flatMap(other => {
    const module = program.needed(other);
    return (module ? (flagsOf(module).get(property) ?? []) : []).flatMap(call => {
      const value = optionDefault(call);
      return value && module
        ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value })
        : [];
    });
  });
}
