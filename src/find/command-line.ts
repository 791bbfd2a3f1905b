import type { Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { type Place, passing, placeOf } from './place.ts';

const declarations = ['add_argument', 'add_option', 'DEFINE_string', 'DEFINE_enum', 'DEFINE_list', 'option'];

/** Flags that say where the program writes: what is loaded from there was made here. */
const outputs =
  /^(output|out|save|saving|log|logging|checkpoint|ckpt|cache|work)_?(dir|path|folder|directory)$/;

/** The values a file's own command line can give a flag: its default, its choices, and what scripts of the repository pass. */
export function commandLineValues(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  const { module } = place;
  if (outputs.test(property)) return [];
  const declared = flagsOf(module).get(property) ?? [];
  if (declared.length === 0) return [];
  const defaults = declared.flatMap(call =>
    [optionDefault(call), constantOf(call)].flatMap(value =>
      value ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value }) : [],
    ),
  );
  const choices = declared.flatMap(call => choicesOf(evaluator, place, call));
  const passed = evaluator.program
    .flagsOf(module.file)
    .filter(({ flag }) => flag === property)
    .map(({ value, module: script }) => placeOf(value, script));
  return [...defaults, ...choices, ...passed];
}

const declaredFlags = new WeakMap<Module, ReadonlyMap<string, readonly Call[]>>();

/** The declarations of a file's command line, by the flag they declare: there may be thousands, each looked up. */
export function flagsOf(module: Module): ReadonlyMap<string, readonly Call[]> {
  const known = declaredFlags.get(module);
  if (known) return known;
  const flags = new Map<string, Call[]>();
  for (const call of declarations.flatMap(name => module.calls.get(name) ?? [])) {
    const flag = flagName(call);
    if (flag === undefined) continue;
    const others = flags.get(flag);
    if (others) others.push(call);
    else flags.set(flag, [call]);
  }
  declaredFlags.set(module, flags);
  return flags;
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

/** What the nearest files that declare such a flag give it: `opt.model` where `options.py` says what there is. */
export function optionsElsewhere(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  if (outputs.test(property)) return [];
  const { file } = place.module;
  const files = evaluator.program.declarers(property);
  if (files.length === 0 || files.length > maxAnywhere) return [];
  const nearest = Math.max(0, ...files.map(other => sharedFolders(other, file)));
  const near = files.filter(other => sharedFolders(other, file) === nearest);
  if (near.length > maxElsewhere) return [];
  return near.flatMap(other => {
    const module = evaluator.program.needed(other);
    return (module ? (flagsOf(module).get(property) ?? []) : []).flatMap(call => {
      const value = optionDefault(call);
      return value && module
        ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value })
        : [];
    });
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
