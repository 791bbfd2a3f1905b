import type { Argument, Call, Expression } from '../model/syntax.ts';
import { positionFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import { indexBy } from './index-by.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { type Place, passing } from './place.ts';

/** Calls that declare a flag of a command line. */
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

/** The declarations of a file's command line, by the flag they declare: there may be thousands, each looked up. */
export const flagsOf = oncePer((module: Module): ReadonlyMap<string, readonly Call[]> => {
  const calls = [...declarations, ...helpersOf(module)].flatMap(name => module.calls.get(name) ?? []);
  return indexBy(calls, call => [flagName(call)].filter(flag => flag !== undefined));
});

/** Functions that declare what they are handed: `def add(*args, **kwargs): parser.add_argument(*args, **kwargs)`. */
function helpersOf({ calls, functions }: Module): ReadonlySet<string> {
  const handing = (calls.get('add_argument') ?? []).filter(
    ({ arguments: given }) =>
      given.length > 0 && given.every(({ name, isSpread }) => isSpread === true || name === '**'),
  );
  return new Set(handing.flatMap(({ scope }) => functions.get(scope)?.name ?? []));
}

/** Nobody chose these yet; that they can be chosen is worth knowing where the model is known. */
export function choicesOf(evaluator: Evaluator, declaration: Place): readonly Place[] {
  const { expression: call } = declaration;
  const given = call.kind === 'call' ? call.arguments : [];
  const choices = given.find(({ name }) => name === 'choices')?.value;
  if (!choices) return [];
  const there = passing({ ...declaration, frame: undefined }, call.span);
  return evaluator.elements({ ...there, expression: choices }).map(choice => ({ ...choice, isByName: true }));
}

/**
 * What a flag stands for that is given without a value: `nargs="?", const="org/name"`. Of simple_parsing's
 * `add_arguments(Config, dest="config")` the class.
 */
export function constantOf({ callee, arguments: given }: Call): Expression | undefined {
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
export function positionOf(module: Module, declaration: Call): readonly string[] {
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
  const isAbsl = /^DEFINE_/.test(lastName(callee) ?? '');
  const texts = given.flatMap(({ name, value }) =>
    (name === undefined || (isAbsl && name === 'name')) && value.kind === 'string' ? value.value : [],
  );
  const isOne = texts[0]?.includes(' ') === true || isAbsl;
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

/** Whether argparse has None for a flag that nobody gives. */
export function isLeftEmpty(declaration: Call): boolean {
  const { callee, arguments: given } = declaration;
  const isOther = given.some(one => isRequired(one) || /^(default|action|const)$/.test(one.name ?? ''));
  return lastName(callee) === 'add_argument' && !isOther && !isPositional(declaration);
}

function isRequired({ name, value }: Argument): boolean {
  return name === 'required' && value.kind === 'literal' && value.value === true;
}
