import type { Argument, Call, Expression } from '../model/syntax.ts';
import { codeFlagValues, type GivenFlag } from './code-commands.ts';
import { positionFlag } from './command-values.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { isData, type Module, scopesAround } from './module.ts';
import { nearestOf } from './module-path.ts';
import { isOutputName, lastName } from './names.ts';
import { at, type Place, passing, placeOf } from './place.ts';
import { recordOfKey } from './spread-fields.ts';

const declarations = [
  'add_argument',
  'add_option',
  'add_arguments',
  'DEFINE_string',
  'DEFINE_enum',
  'DEFINE_list',
  'DEFINE_config_file',
  'option',
  'requiredOption',
];

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
  const follow = ([call, value]: readonly [Call, Expression | undefined]): readonly Place[] =>
    value ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value }) : [];
  const listed = loopDefaults(module, property)
    .filter(([call]) => isMeant(call))
    .flatMap(follow)
    .filter(isKnown);
  if (defaults.length + listed.length === 0) return [];
  const followed = [...defaults.flatMap(follow), ...listed];
  const choices = declared.flatMap(call => choicesOf(evaluator, at(place, call)));
  const passed = passedValues(evaluator, scripts, names);
  const given = [...choices, ...passed];
  const values = [...followed, ...(declared.some(takesSeveral) ? given.map(inList) : given)];
  return values.map(asGiven);
}

/** Whether a command of the repository gives a text or a part of it, or the declaration of a flag has it. */
export function isFromCommandLine(evaluator: Evaluator, place: Place): boolean {
  const { expression, module } = place;
  if (isData(module)) return true;
  if (expression.kind === 'concat') {
    const ends = expression.parts.flatMap(part => evaluator.follow(at(place, part)));
    return ends.some(end => end.expression.kind === 'string' && isFromCommandLine(evaluator, end));
  }
  return declarationsOf(place).length > 0;
}

/** As `isFromCommandLine`, where the next run may give another: not what a flag says are all its choices. */
export function isOpenToCommandLine(evaluator: Evaluator, place: Place): boolean {
  if (!isFromCommandLine(evaluator, place)) return false;
  return !declarationsOf(place).some(declaration => {
    const choices = choicesOf(evaluator, declaration);
    return choices.length > 0 && choices.every(({ expression }) => expression.kind === 'string');
  });
}

/** The declarations of flags that a value came through. */
function declarationsOf({ trail }: Place): readonly Place[] {
  const declared: Place[] = [];
  for (let step = trail; step; step = step.before) {
    const { span, module } = step;
    const calls = [...flagsOf(module).values()].flat().filter(call => call.span === span);
    declared.push(...calls.map(call => placeOf(call, module)));
  }
  return declared;
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

/** What commands of the repository, its own code's among them, pass to scripts under any of the names. */
export function passedValues(
  evaluator: Evaluator,
  scripts: readonly Pick<Module, 'file'>[],
  names: readonly string[],
): readonly Place[] {
  return passedFlags(evaluator, scripts, names).map(({ value }) => value);
}

/** As `passedValues`, each with its name. */
export function passedFlags(
  evaluator: Evaluator,
  scripts: readonly Pick<Module, 'file'>[],
  names: readonly string[],
): readonly GivenFlag[] {
  const { program } = evaluator;
  // A script that only calls what another file parses hands it its words.
  const given = new Set(names.flatMap(name => program.commands.scriptsGiven(name)));
  const callers = [...given].filter(script => scripts.some(({ file }) => program.imports(script, file)));
  const files = new Set([...scripts.map(({ file }) => file), ...callers]);
  const wanted = new Set(names);
  const passed = [...files].flatMap(file => [
    ...program.commands
      .flagsOf(file)
      .filter(({ flag }) => wanted.has(flag))
      .map(({ flag, value, module }) => ({ flag, value: placeOf(value, module) })),
    ...codeFlagValues(evaluator, file, wanted),
  ]);
  return passed.map(({ flag, value }) => ({ flag, value: asGiven(value) }));
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
  return [...set, ...passedValues(evaluator, [module], names)].map(asGiven);
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

const declaredFlags = new WeakMap<Module, ReadonlyMap<string, readonly Call[]>>();

/** The declarations of a file's command line, by the flag they declare: there may be thousands, each looked up. */
export function flagsOf(module: Module): ReadonlyMap<string, readonly Call[]> {
  const known = declaredFlags.get(module);
  if (known) return known;
  const flags = new Map<string, Call[]>();
  for (const call of [...declarations, ...helpersOf(module)].flatMap(name => module.calls.get(name) ?? [])) {
    const flag = flagName(call);
    if (flag === undefined) continue;
    const others = flags.get(flag);
    if (others) others.push(call);
    else flags.set(flag, [call]);
  }
  declaredFlags.set(module, flags);
  return flags;
}

/** Functions that declare what they are handed: `def add(*args, **kwargs): parser.add_argument(*args, **kwargs)`. */
function helpersOf({ calls, functions }: Module): ReadonlySet<string> {
  const handing = (calls.get('add_argument') ?? []).filter(
    ({ arguments: given }) =>
      given.length > 0 && given.every(({ name, isSpread }) => isSpread === true || name === '**'),
  );
  return new Set(handing.flatMap(({ scope }) => functions.get(scope)?.name ?? []));
}

/** Nobody chose these yet; that they can be chosen is worth knowing where the model is known. */
function choicesOf(evaluator: Evaluator, declaration: Place): readonly Place[] {
  const { expression: call } = declaration;
  const given = call.kind === 'call' ? call.arguments : [];
  const choices = given.find(({ name }) => name === 'choices')?.value;
  if (!choices) return [];
  const there = passing(inModule(declaration, declaration.module), call.span);
  return evaluator.elements({ ...there, expression: choices }).map(choice => ({ ...choice, isByName: true }));
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

/**
 * What a flag stands for that is given without a value: `nargs="?", const="org/name"`. Of simple_parsing's
 * `add_arguments(Config, dest="config")` the class.
 */
function constantOf({ callee, arguments: given }: Call): Expression | undefined {
  if (lastName(callee) === 'add_arguments') return given[0]?.value;
  return given.find(({ name }) => name === 'const')?.value;
}

/** `model_name` for `add_argument("-m", "--model-name")`, or what `dest` or a name of its own says. */
export function flagName(call: Call): string | undefined {
  const dest = call.arguments.find(({ name }) => name === 'dest')?.value;
  if (dest?.kind === 'string') return dest.value;
  const names = writtenNames(call);
  const chosen =
    names.find(name => !name.startsWith('-')) ?? names.find(name => name.includes('--')) ?? names[0];
  return chosen === undefined ? undefined : plainName(chosen);
}

/** `#0` for the first of a parser's arguments that have no flag. */
function positionOf(module: Module, declaration: Call): readonly string[] {
  if (!isPositional(declaration)) return [];
  const before = (module.calls.get('add_argument') ?? []).filter(isPositional).indexOf(declaration);
  return before < 0 ? [] : [positionFlag(before) ?? ''];
}

function isPositional(declaration: Call): boolean {
  const [first] = writtenNames(declaration);
  return lastName(declaration.callee) === 'add_argument' && first?.startsWith('-') === false;
}

/** Every name a declaration gives its flag: `m` and `model_name`. */
export function flagNames(call: Call): readonly string[] {
  return writtenNames(call).map(plainName);
}

/** The names among a declaration's texts: what stands behind them says what the flag means. */
function writtenNames({ callee, arguments: given }: Call): readonly string[] {
  const texts = given.flatMap(({ name, value }) =>
    name === undefined && value.kind === 'string' ? value.value : [],
  );
  const isOne = texts[0]?.includes(' ') === true || /^DEFINE_/.test(lastName(callee) ?? '');
  return isOne ? texts.slice(0, 1) : texts;
}

function plainName(written: string): string {
  const long = /--([\w-]+)/.exec(written)?.[1] ?? written.replace(/^-+/, '').split(/[/\s]/)[0] ?? '';
  return long.replaceAll('-', '_');
}

/**
 * `DEFINE_string("model", "org/name", …)` writes its default second, JavaScript's `option("--model <id>", "…", "org/name")`
 * third or among its options; every other declaration names it. argparse never comes to that of a flag which has to be
 * given.
 */
export function optionDefault({ callee, arguments: given }: Call): Expression | undefined {
  if (lastName(callee) === 'add_argument' && given.some(isRequired)) return undefined;
  const named = given.find(({ name }) => name === 'default')?.value;
  if (named) return named;
  if (lastName(callee)?.startsWith('DEFINE_')) return given[1]?.value;
  if (given.some(({ name }) => name !== undefined)) return undefined;
  const options = given[1]?.value;
  if (options?.kind !== 'record') return lastName(callee)?.endsWith('ption') ? given[2]?.value : undefined;
  return options.entries.find(({ key }) => key?.kind === 'string' && key.value === 'default')?.value;
}

function isRequired({ name, value }: Argument): boolean {
  return name === 'required' && value.kind === 'literal' && value.value === true;
}
