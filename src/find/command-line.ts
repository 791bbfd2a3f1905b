import type { Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { type Place, passing, placeOf } from './place.ts';

const declarations = ['add_argument', 'add_option', 'DEFINE_string', 'DEFINE_enum', 'DEFINE_list', 'option'];

/** The values a file's own command line can give a flag: its default, its choices, and what scripts of the repository pass. */
export function commandLineValues(evaluator: Evaluator, place: Place, property: string): readonly Place[] {
  const { module } = place;
  const declared = declaredIn(module).get(property);
  if (!declared) return [];
  const defaults = declared.flatMap(call => {
    const value = optionDefault(call);
    return value
      ? evaluator.follow({ ...passing(inModule(place, module), call.span), expression: value })
      : [];
  });
  const choices = declared.flatMap(call => choicesOf(evaluator, place, call));
  const passed = evaluator.program
    .flagsFor(module)
    .filter(({ flag }) => flag === property)
    .map(({ value, module: script }) => placeOf(value, script));
  return [...defaults, ...choices, ...passed];
}

/** By module: a command line may declare thousands of flags, each of which is looked up. */
const known = new WeakMap<Module, ReadonlyMap<string, readonly Call[]>>();

function declaredIn(module: Module): ReadonlyMap<string, readonly Call[]> {
  const found = known.get(module);
  if (found) return found;
  const flags = new Map<string, Call[]>();
  for (const call of declarations.flatMap(name => module.calls.get(name) ?? [])) {
    const flag = flagName(call);
    if (flag === undefined) continue;
    const others = flags.get(flag);
    if (others) others.push(call);
    else flags.set(flag, [call]);
  }
  known.set(module, flags);
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

/** `DEFINE_string("model", "org/name", …)` writes its default second; every other declaration names it. */
export function optionDefault(call: Call): Expression | undefined {
  const named = call.arguments.find(({ name }) => name === 'default')?.value;
  if (named) return named;
  const { callee } = call;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return name.startsWith('DEFINE_') ? call.arguments[1]?.value : undefined;
}
