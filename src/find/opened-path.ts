import type { Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
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
]);
const joiners = new Set(['join', 'joinpath', 'resolve']);

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
  const object = call.callee.kind === 'member' ? call.callee.object : undefined;
  if (joiners.has(name) && first)
    return joined(given.flatMap(part => textOf(evaluator, at(place, part)) ?? []));
  // `fs.readFile(path)` and `io.open(path)` are called on modules.
  const source =
    readers.has(name) && object && !(first && openers.has(name))
      ? object
      : openers.has(name)
        ? first
        : undefined;
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
