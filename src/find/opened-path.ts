import type { Call, Expression } from '../model/syntax.ts';
import { isFromEnvironment } from './environment.ts';
import type { Evaluator } from './evaluator.ts';
import { isFromCommandLine } from './flag-origins.ts';
import { lastName } from './names.ts';
import { at, type Place } from './place.ts';

const maxHops = 6;

/** Calls of what they are called on: `path.read_text()`. */
const readers = new Set([
  'read',
  'read_text',
  'read_bytes',
  'open',
  'readlines',
  'resolve',
  'absolute',
  'expanduser',
  'toString',
]);
/** Calls of what they are given: `open(path)`. */
const openers = new Set([
  'open',
  'Path',
  'PurePath',
  'readFileSync',
  'readFile',
  'URL',
  'fileURLToPath',
  'str',
  'fspath',
  'abspath',
  'realpath',
]);
const joiners = new Set(['join', 'joinpath', 'resolve']);

/** As many paths may be opened at one place before nobody follows them. */
const maxPaths = 40;

/** A path that may be opened, and whether a command line or the environment decides so. */
export interface OpenedPath {
  readonly path: string;
  readonly isGiven: boolean;
}

/** Every path that may be opened: `open(args.config)` reads what the command line says, or what is its default. */
export function openedPaths(evaluator: Evaluator, place: Place): readonly OpenedPath[] {
  const source = sourceOf(place);
  const ends = source ? [] : evaluator.follow(place);
  const inner = source
    ? [source]
    : ends.flatMap(end => (end.expression === place.expression ? [] : (sourceOf(end) ?? [])));
  const texts = ends.flatMap(end =>
    evaluator.texts(end).values.map(({ text }) => ({
      path: text,
      isGiven: isFromCommandLine(evaluator, end) || isFromEnvironment(end),
    })),
  );
  const all = distinct([...texts, ...inner.flatMap(one => openedPaths(evaluator, one))]).slice(0, maxPaths);
  const only = all.length === 0 ? openedPath(evaluator, place) : undefined;
  return only === undefined ? all : [{ path: only, isGiven: false }];
}

function distinct(paths: readonly OpenedPath[]): readonly OpenedPath[] {
  return [...new Map(paths.map(one => [`${one.isGiven} ${one.path}`, one])).values()];
}

/** What a call opens or reads; undefined for anything else. */
function sourceOf(place: Place): Place | undefined {
  const { expression } = place;
  const source = expression.kind === 'call' ? openedBy(expression) : undefined;
  return source && at(place, source);
}

/** What a call opens or reads, as it is written: `path` of `open(path)`, `path.open("r")` and `path.read_text()`. */
export function openedBy({ callee, arguments: given }: Call): Expression | undefined {
  const name = lastName(callee) ?? '';
  const first = given.find(argument => argument.name === undefined)?.value;
  const object = callee.kind === 'member' && readers.has(name) ? callee.object : undefined;
  // `fs.readFile(path)` and `io.open(path)` are called on modules; what a path is opened with is how.
  return openers.has(name) && first && !(object && isMode(first)) ? first : object;
}

/** `"r"` and `"rb"` say how a file is opened. */
function isMode(argument: Expression): boolean {
  return argument.kind === 'string' && /^[rwabxt+]{1,3}$/.test(argument.value);
}

/** The path of what was opened: `open(path)`, `Path(path).read_text()`, the file of a `with` statement. */
export function openedPath(evaluator: Evaluator, place: Place, hops = 0): string | undefined {
  const { expression } = place;
  if (hops > maxHops) return undefined;
  if (expression.kind === 'call') return pathOfCall(evaluator, place, expression, hops);
  const known = evaluator.follow(place).filter(end => end.expression.kind !== 'opaque');
  const [end] = known;
  if (known.length !== 1 || !end) return undefined;
  if (end.expression.kind === 'string') return end.expression.value;
  if (end.expression.kind === 'concat') return pathOfParts(evaluator, end, end.expression.parts);
  return end.expression.kind === 'call' ? pathOfCall(evaluator, end, end.expression, hops) : undefined;
}

function pathOfCall(evaluator: Evaluator, place: Place, call: Call, hops: number): string | undefined {
  const name = lastName(call.callee) ?? '';
  const given = call.arguments.filter(argument => argument.name === undefined).map(({ value }) => value);
  const [first] = given;
  if (joiners.has(name) && first)
    return joined(given.flatMap(part => textOf(evaluator, at(place, part)) ?? []));
  const source = openedBy(call);
  return source && openedPath(evaluator, at(place, source), hops + 1);
}

/** A folder computed at run time and a file's name behind it: what is known behind it is looked for. */
function pathOfParts(evaluator: Evaluator, place: Place, parts: readonly Expression[]): string | undefined {
  const texts = parts.map(part => textOf(evaluator, at(place, part)));
  const known = texts.slice(texts.lastIndexOf(undefined) + 1).join('');
  const path = known.length === 0 || !texts.includes(undefined) ? known : known.replace(/^\//, '');
  return path === '' ? undefined : path;
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length > 0 ? texts.join('/') : undefined;
}

function textOf(evaluator: Evaluator, place: Place): string | undefined {
  const { values, isComplete } = evaluator.texts(place);
  return isComplete && values.length === 1 ? values[0]?.text : undefined;
}
