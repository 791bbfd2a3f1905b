import type { Call, Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { allTaken, objectsIn } from './choices.ts';
import { environmentValues } from './environment.ts';
import type { Evaluator } from './evaluator.ts';
import type { Data } from './held-facts.ts';
import { composedFiles } from './hydra-defaults.ts';
import { type Follow, given } from './known-call.ts';
import { lastName } from './names.ts';
import { type OpenedPath, openedBy, openedPath, openedPaths } from './opened-path.ts';
import { writtenHere } from './parameters.ts';
import { at, frameAround, type Place, passing, placeOf, unknown } from './place.ts';

/** `os.getenv("K", "default")`: whoever runs the program may set another value. */
export const environment: Follow = (evaluator, place, call) => {
  const value = given(call, 1, 'default');
  const key = given(call, 0, 'key', 'name');
  const variable = key && evaluator.constant(at(place, key))?.value;
  const set = typeof variable === 'string' ? environmentValues(evaluator, place, variable) : [];
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...set, ...fallback, unknown(place)];
};

/** `json.load(open("config.json"))` and its kin: the file's content, where the repository holds the file. */
export const loadFile: Follow = (evaluator, place, call) => {
  const source = given(call, 0);
  const files = source ? filesOf(evaluator, place, call, source) : [];
  if (files.length === 0) return likelySettings(evaluator, place, call);
  // `Config.load(path)`: what the file leaves out is as the class says.
  const { callee } = call;
  const owners = callee.kind === 'member' ? evaluator.follow(at(place, callee.object)) : [];
  const classes = owners.filter(({ expression }) => expression.kind === 'class');
  const there = passing(place, call.span);
  return [
    ...files.map(file => ({ ...there, ...file, isByName: place.isByName || file.isByName })),
    ...classes,
  ];
};

/** The files of settings that a call reads. Each key that is asked of them asks, so that they are remembered. */
function filesOf(
  evaluator: Evaluator,
  place: Place,
  call: Call,
  source: Expression,
): readonly SettingsFile[] {
  // What a function is given is told by the way that led here, and so is which object has the path.
  if (frameAround(place, call.scope)) return filesAt(evaluator, at(place, source));
  const choices = objectsIn(place.choices);
  return evaluator.rememberedFor([call, ...allTaken(choices)], 'opened', () =>
    filesAt(evaluator, { ...placeOf(source, place.module), choices }),
  );
}

/** The files of settings that a path may mean. */
function filesAt(evaluator: Evaluator, path: Place): readonly SettingsFile[] {
  return distinct(openedPaths(evaluator, path).flatMap(one => settingsAt(evaluator, path, one)));
}

/** What a parser of settings says that was told to read a path: the files that it means, or those that lie near. */
export function settingsFiles(evaluator: Evaluator, path: Place, ending: RegExp): readonly Place[] {
  const files = filesAt(evaluator, path);
  const found = files.length > 0 ? files : nearFiles(evaluator, path, ending);
  return found.map(file => ({ ...path, ...file, isByName: path.isByName || file.isByName }));
}

/**
 * Of a file whose path only the run knows, what the files of settings say that lie near and name models: each may be the
 * one, so that what it says counts where its model is known.
 */
function likelySettings(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const ending = endingOf(evaluator, place, call);
  if (!ending) return undefined;
  const near = nearFiles(evaluator, place, ending);
  const there = passing(place, call.span);
  return near.length > 0 ? [...near.map(file => ({ ...there, ...file })), place] : undefined;
}

/** Those that name models, and those that Hydra would put together with them and that quote them. */
function nearFiles({ program }: Evaluator, { module }: Place, ending: RegExp): readonly SettingsFile[] {
  const near = program.settings.near(module, ending);
  const quoting = near.flatMap(file =>
    composedFiles(program, file, [], [], false).flatMap(({ data }) =>
      doesQuote(data.expression) ? data : [],
    ),
  );
  return distinct([...near, ...quoting].map(file => ({ ...file, isByName: true })));
}

/** Whether settings quote others: `${model.name}`. */
function doesQuote(settings: Expression): boolean {
  switch (settings.kind) {
    case 'string':
      return settings.value.startsWith('${');
    case 'list':
      return settings.items.some(doesQuote);
    case 'record':
      return settings.entries.some(({ value }) => doesQuote(value));
    default:
      return false;
  }
}

const formats: Readonly<Record<string, RegExp>> = {
  yaml: /\.ya?ml$/,
  OmegaConf: /\.ya?ml$/,
  toml: /\.toml$/,
  tomli: /\.toml$/,
  tomllib: /\.toml$/,
  json: /\.json$/,
};
/** Files of YAML and TOML are settings; of JSON, those that the code calls so. */
const namesSettings = /conf(ig|s?(?![a-z])|file|path|dir)|cfg|setting|param|option|(?<![a-vx-z])arg/;

/** Whether a name says so, whether its words stand in `trainingArgs` or in `training_args`. */
function isSettingsWord(name: string): boolean {
  return namesSettings.test(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase());
}

/** What a file that a call reads ends in. */
function endingOf(evaluator: Evaluator, place: Place, call: Call): RegExp | undefined {
  const { callee } = call;
  // MMEngine's convention: settings are code.
  if (lastName(callee) === 'fromfile') return /\.py$/;
  const reader = callee.kind === 'member' ? lastName(callee.object) : undefined;
  if (reader === undefined || !Object.hasOwn(formats, reader)) return undefined;
  if (reader !== 'json') return formats[reader];
  const source = call.arguments[0]?.value;
  return source && isCalledSettings(evaluator, at(place, source)) ? formats[reader] : undefined;
}

/** How far it is looked behind the name of a file that is open. */
const maxOpened = 6;

/**
 * Whether code calls what it reads settings: `open(args.config_path)`. The name of a file that is open says seldom what is
 * in it, so that what was opened is asked: `with open(args.config) as f`.
 */
function isCalledSettings(evaluator: Evaluator, source: Place, hops = 0): boolean {
  if (isSettingsWord(innermostName(source.expression))) return true;
  if (hops >= maxOpened) return false;
  const { expression } = source;
  const read = expression.kind === 'call' ? openedBy(expression) : undefined;
  if (read) return isCalledSettings(evaluator, at(source, read), hops + 1);
  if (expression.kind !== 'name') return false;
  const opened = evaluator.follow(source).filter(opens);
  return [...opened, ...writtenFor(evaluator, source, expression)].some(one =>
    isCalledSettings(evaluator, one, hops + 1),
  );
}

/** What is written where a name gets what is opened: `path = Path(path)`, and what the call that is being read gives. */
function writtenFor(
  evaluator: Evaluator,
  source: Place,
  name: Extract<Expression, { kind: 'name' }>,
): readonly Place[] {
  const bound = bindingsOf(evaluator, name, source.module) ?? [];
  return bound.flatMap(({ binding, scope }) => {
    if (binding.kind === 'parameter') return writtenHere(evaluator, source, binding, scope);
    return binding.value ? [at(source, binding.value)].filter(opens) : [];
  });
}

function opens({ expression }: Place): boolean {
  return expression.kind === 'call' && openedBy(expression) !== undefined;
}

/** `config_path` of `open(args.config_path)`. */
function innermostName(source: Expression): string {
  if (source.kind !== 'call') return lastName(source) ?? '';
  const first = openedBy(source) ?? source.arguments[0]?.value;
  return first ? innermostName(first) : '';
}

interface SettingsFile extends Data {
  readonly isByName: boolean;
}

/**
 * What a file says, and, where a command line chooses it, what those beside it and its namesakes in the folders beside its
 * own say that are of the same form.
 */
function settingsAt(
  evaluator: Evaluator,
  place: Place,
  { path, isGiven }: OpenedPath,
): readonly SettingsFile[] {
  const { program } = evaluator;
  const data = program.data(path, place.module);
  if (!data) return [];
  const others = isGiven
    ? [...program.dataBeside(data.module.file), ...program.settings.namesakes(data.module)]
    : [];
  const alike = others.filter(other => isAlike(data, other));
  return [{ ...data, isByName: false }, ...alike.map(other => ({ ...other, isByName: true }))];
}

/** Each file once, as surely as any way leads to it. */
function distinct(files: readonly SettingsFile[]): readonly SettingsFile[] {
  const sure = files.filter(({ isByName }) => !isByName);
  const all = [...sure, ...files.filter(({ isByName }) => isByName)];
  return [...new Map(all.toReversed().map(file => [file.module.file, file])).values()].toReversed();
}

/** Whether two files of settings share most of their keys: the next run may take the other. */
export function isAlike(one: Data, other: Data): boolean {
  const [keys, others] = [keysOf(one), keysOf(other)];
  const shared = keys.filter(key => others.includes(key)).length;
  return shared >= 2 && shared * 2 >= Math.min(keys.length, others.length);
}

function keysOf({ expression }: Data): readonly string[] {
  if (expression.kind !== 'record') return [];
  return expression.entries.flatMap(({ key }) => (key?.kind === 'string' ? key.value : []));
}

/** What a `.env` file says: `dotenv_values()`. */
export const loadEnvironment: Follow = (evaluator, place, call) => {
  const source = given(call, 0, 'dotenv_path');
  const path = source ? openedPath(evaluator, at(place, source)) : '.env';
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};
