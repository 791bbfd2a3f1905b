import type { Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { type Place, passing, placeOf } from './place.ts';
import type { CallSite } from './program.ts';

const declarations = ['add_argument', 'add_option', 'DEFINE_string', 'DEFINE_enum', 'DEFINE_list', 'option'];

/** Flags that say where the program writes: what is loaded from there was made here. */
const outputs =
  /^(output|out|save|saving|log|logging|checkpoint|ckpt|cache|work)_?(dir|path|folder|directory)$/;

/** The values a file's own command line can give a flag: its default, its choices, and what scripts of the repository pass. */
export function commandLineValues(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  const { module } = place;
  if (outputs.test(property)) return [];
  const declared = declarations
    .flatMap(name => module.calls.get(name) ?? [])
    .filter(call => flagName(call) === property);
  if (declared.length === 0) return [];
  const defaults = declared.flatMap(call =>
    [optionDefault(call), constantOf(call)].flatMap(value =>
      value ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value }) : [],
    ),
  );
  const choices = declared.flatMap(call => choicesOf(evaluator, place, call));
  const passed = evaluator.program
    .flagsFor(module)
    .filter(({ flag }) => flag === property)
    .map(({ value, module: script }) => placeOf(value, script));
  return [...defaults, ...choices, ...passed];
}

/** Nobody chose these yet; that they can be chosen is worth knowing where the model is known. */
function choicesOf(evaluator: Evaluator, place: Place, call: Call): readonly Place[] {
  const choices = call.arguments.find(({ name }) => name === 'choices')?.value;
  if (!choices) return [];
  const there = passing(inModule(place, place.module), call.span);
  return evaluator.elements({ ...there, expression: choices }).map(choice => ({ ...choice, isByName: true }));
}

function inModule(place: Place, module: Module): Place {
  return { ...place, module, frame: undefined };
}

/** `model_name` for `add_argument("-m", "--model-name")`, or what `dest` says. */
export function flagName({ arguments: given }: Call): string | undefined {
  const dest = given.find(({ name }) => name === 'dest')?.value;
  if (dest?.kind === 'string') return dest.value;
  const names = given.flatMap(({ name, value }) =>
    name === undefined && value.kind === 'string' ? value.value : [],
  );
  const long =
    names.find(name => name.startsWith('--')) ?? names.find(name => !name.startsWith('-')) ?? names[0];
  return long?.replace(/^-+/, '').split(/[/\s]/)[0]?.replaceAll('-', '_');
}

/** As many files may declare a flag of one name before it says nothing. */
const maxElsewhere = 12;
const maxAnywhere = 200;

const flagsByEvaluator = new WeakMap<Evaluator, ReadonlyMap<string, readonly CallSite[]>>();

/** Every declaration of the program by the flag's name: gathered once for all questions of one search. */
function flagsOf(evaluator: Evaluator): ReadonlyMap<string, readonly CallSite[]> {
  const { program } = evaluator;
  program.note({ files: new Set(), names: new Set(declarations) });
  const known = flagsByEvaluator.get(evaluator);
  if (known) return known;
  const flags = new Map<string, CallSite[]>();
  for (const site of declarations.flatMap(name => program.callSites(name))) {
    const name = flagName(site.call);
    if (name === undefined) continue;
    const others = flags.get(name);
    if (others) others.push(site);
    else flags.set(name, [site]);
  }
  flagsByEvaluator.set(evaluator, flags);
  return flags;
}

/** What the nearest files that declare such a flag give it: `opt.model` where `options.py` says what there is. */
export function optionsElsewhere(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  if (outputs.test(property)) return [];
  const { file } = place.module;
  const sites = flagsOf(evaluator).get(property) ?? [];
  if (sites.length === 0 || sites.length > maxAnywhere) return [];
  const nearest = Math.max(0, ...sites.map(({ module }) => sharedFolders(module.file, file)));
  const near = sites.filter(({ module }) => sharedFolders(module.file, file) === nearest);
  if (near.length > maxElsewhere) return [];
  return near.flatMap(({ call, module }) => {
    const value = optionDefault(call);
    return value
      ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value })
      : [];
  });
}

function sharedFolders(one: string, other: string): number {
  const [first, second] = [one, other].map(file => file.split('/').slice(0, -1)) as [string[], string[]];
  const end = first.findIndex((name, index) => name !== second[index]);
  return end < 0 ? first.length : end;
}

/** What a flag stands for that is given without a value: `nargs="?", const="org/name"`. */
function constantOf({ arguments: given }: Call): Expression | undefined {
  return given.find(({ name }) => name === 'const')?.value;
}

/** `DEFINE_string("model", "org/name", …)` writes its default second; every other declaration names it. */
export function optionDefault(call: Call): Expression | undefined {
  const named = call.arguments.find(({ name }) => name === 'default')?.value;
  if (named) return named;
  const { callee } = call;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return name.startsWith('DEFINE_') ? call.arguments[1]?.value : undefined;
}
