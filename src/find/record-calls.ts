import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import { choosingAs } from './choices.ts';
import { isEnvironment } from './environment.ts';
import type { Evaluator } from './evaluator.ts';
import { iniParsers } from './fields.ts';
import { type Follow, given } from './known-call.ts';
import { namedLike } from './module-names.ts';
import { dottedName, lastName, textOf } from './names.ts';
import { withoutKeys } from './nicknames.ts';
import { hasOwnMethod } from './own-methods.ts';
import { at, type Place, passing, unknown } from './place.ts';
import { isRecord, withTaken } from './record-parts.ts';
import { scopeRecord } from './scope-record.ts';
import { programScope } from './scopes.ts';
import { environment } from './settings-calls.ts';

/** `options.get("model", "default")`. */
export const get: Follow = (evaluator, place, call) => {
  const { callee } = call;
  const key = given(call, 0, 'key');
  if (callee.kind !== 'member' || !key) return undefined;
  if (isEnvironment(callee.object)) return environment(evaluator, place, call);
  if (call.arguments[1] && isIniParser(evaluator, at(place, callee.object)))
    return option(evaluator, place, call);
  const entry: Expression = { kind: 'index', object: callee.object, index: key, span: call.span };
  const found = evaluator.follow(at(place, entry));
  // A registry's own method says itself what it gives, above all of a key that nobody wrote out.
  const isSure = key.kind === 'string' && found.some(({ expression }) => expression.kind !== 'opaque');
  if (!isSure && hasOwnMethod(evaluator, place, callee)) return undefined;
  const value = given(call, 1, 'default');
  if (isOption(found, value)) return found;
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  const isOwnName = value && dottedName(value) !== undefined && dottedName(value) === dottedName(key);
  if (isOwnName) return [...found, ...withoutKeys(evaluator, at(place, callee.object), fallback)];
  return [...found, ...fallback];
};

/** `config.get("data", "model_name")` of a parser nobody can trace: the second text is a name as the first is. */
function isOption(found: readonly Place[], value: Expression | undefined): boolean {
  const isUnknown = found.every(({ expression }) => expression.kind === 'opaque');
  return isUnknown && value?.kind === 'string' && /^[a-z]+(_[a-z]+)+$/.test(value.value);
}

function isIniParser(evaluator: Evaluator, place: Place): boolean {
  return evaluator
    .follow(place)
    .some(
      ({ expression }) => expression.kind === 'call' && iniParsers.test(lastName(expression.callee) ?? ''),
    );
}

/** `config.get("section", "option", fallback="x")` of a parser of INI files. */
export const option: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  const section = given(call, 0, 'section');
  const name = given(call, 1, 'option');
  if (callee.kind !== 'member' || !section || !name) return undefined;
  const inSection: Expression = { kind: 'index', object: callee.object, index: section, span };
  const found = evaluator.follow(at(place, { kind: 'index', object: inSection, index: name, span }));
  const fallback = call.arguments.find(argument => argument.name === 'fallback')?.value;
  return fallback ? [...found, ...evaluator.follow(at(passing(place, span), fallback))] : found;
};

export const getattr: Follow = (evaluator, place, call) => {
  const [object, name, fallback] = call.arguments;
  const all = name ? evaluator.follow(at(place, name.value)) : [];
  const keys = all.filter(({ expression }) => textOf(expression) !== undefined);
  if (object && keys.length === 0) {
    const like = namedLike(evaluator, place, call, all);
    if (like.length > 0) return like;
  }
  if (!object || keys.length === 0) return undefined;
  const found = keys.flatMap(key => {
    const property = textOf(key.expression) ?? '';
    const member = { kind: 'member', object: object.value, property, span: call.span } as const;
    const values = evaluator.member(at(place, member), object.value, property);
    return values.map(value => choosingAs(value, key, place.choices));
  });
  return fallback ? [...found, ...evaluator.follow(at(passing(place, call.span), fallback.value))] : found;
};

/** `module.__getattribute__(name)`: the object stands before its name. */
export const getattribute: Follow = (evaluator, place, call) => {
  const { callee } = call;
  if (callee.kind !== 'member' || hasOwnMethod(evaluator, place, callee)) return undefined;
  return getattr(evaluator, place, { ...call, arguments: [{ value: callee.object }, ...call.arguments] });
};

export const pairs: Follow = (evaluator, place, call) => {
  const { callee } = call;
  if (callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, callee.object), (key, value) => ({
    kind: 'list',
    items: [key, value],
    // Pairs of one table are told apart by their keys.
    span: key.span,
  }));
};

export const values: Follow = (evaluator, place, call) => {
  if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, call.callee.object), (_, value) => value);
};

export const keys: Follow = (evaluator, place, call) => {
  if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, call.callee.object), key => key);
};

/** `Object.entries(table)` and its kin: the table is the argument. */
export function ofObject(pick: (key: Expression, value: Expression) => Expression): Follow {
  return (evaluator, place, call) => {
    const table = call.arguments[0]?.value;
    const { callee } = call;
    const isObject =
      callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'Object';
    return isObject && table ? entriesOf(evaluator, at(place, table), pick) : undefined;
  };
}

function entriesOf(
  evaluator: Evaluator,
  place: Place,
  pick: (key: Expression, value: Expression) => Expression,
): readonly Place[] {
  return evaluator.follow(place).flatMap(end => {
    if (end.expression.kind === 'each') return end;
    if (!isRecord(end)) return unknown(end);
    return withTaken(evaluator, end).map(record => {
      const { expression } = record;
      const items = expression.entries.flatMap(({ key, value }) => (key ? pick(key, value) : []));
      return at(record, { kind: 'list', items, span: expression.span });
    });
  });
}

/** Classes whose objects hold the entries that their constructors are given. */
export const recordNames: ReadonlySet<string> = new Set([
  'dict',
  'Dict',
  'OrderedDict',
  'UserDict',
  'Namespace',
  'SimpleNamespace',
  'EasyDict',
  'AttrDict',
  'Box',
  'Bunch',
  'CN',
  'CfgNode',
  'ConfigDict',
  'FrozenConfigDict',
  'FrozenDict',
  'frozendict',
  'MappingProxyType',
  'DotMap',
  'Munch',
  'edict',
]);

/** `dict(model="x")`, `Namespace(model="x")`: the keywords are the entries. Of `OrderedDict([("small", "x")])` the pairs are. */
export const recordOf: Follow = (_, place, call) => {
  const [first] = call.arguments;
  const isConfig = /ConfigDict$/.test(lastName(call.callee) ?? '');
  const entries = call.arguments.flatMap(({ name, value }): readonly RecordEntry[] => {
    const isSpread = name === undefined || name === '**' || (isConfig && name === 'initial_dictionary');
    if (!isSpread) return [{ key: { kind: 'string', value: name, span: value.span }, value }];
    return writtenPairs(value) ?? [{ key: undefined, value }];
  });
  return [at(place, { kind: 'record', entries: first ? entries : [], span: call.span })];
};

/** The pairs of a list as entries; undefined where not all that stands in it are some. */
function writtenPairs(list: Expression): readonly RecordEntry[] | undefined {
  if (list.kind !== 'list') return undefined;
  const entries = list.items.flatMap(item => pairIn(item) ?? []);
  return entries.length === list.items.length ? entries : undefined;
}

function pairIn(item: Expression): RecordEntry | undefined {
  const [key, value] = item.kind === 'list' ? item.items : [];
  return key && value && { key, value };
}

/** `defaultdict(lambda: "org/name")`: an entry under a key that nobody wrote is what the function gives. */
export const recordWithDefault: Follow = (_, place, call) => {
  const made = given(call, 0, 'default_factory');
  const { span } = call;
  const entries = made?.kind === 'function' ? made.returns : [];
  return [
    at(place, {
      kind: 'record',
      entries: entries.map((value): RecordEntry => ({ key: { kind: 'opaque', span: value.span }, value })),
      span,
    }),
  ];
};

/** Several in one: what any of them says. */
export const everyArgument: Follow = (evaluator, place, call) =>
  call.arguments.flatMap(({ name, value }) => (name === undefined ? evaluator.follow(at(place, value)) : []));

/** `replace(config, model="x")`: the object with other values for some of its fields. */
export const replaced: Follow = (evaluator, place, call) => {
  const [object, change] = call.arguments;
  if (!object || change?.name === undefined) return undefined;
  const entries = call.arguments.slice(1).map(
    ({ name = '', value }): RecordEntry => ({
      key: { kind: 'string', value: name, span: value.span },
      value,
    }),
  );
  const changes = at(place, { kind: 'record', entries, span: call.span });
  return [...evaluator.follow(at(place, object.value)), changes];
};

/** `new Map([["small", "org/name"]])`: its pairs are entries. */
export const mapOf: Follow = (evaluator, place, call) => {
  const list = given(call, 0);
  const [pairs] = list ? evaluator.follow(at(place, list)) : [];
  if (pairs?.expression.kind !== 'list') return undefined;
  const { items, span } = pairs.expression;
  const entries = items.flatMap(item =>
    item.kind === 'element' ? { key: undefined, value: item.of } : (pairIn(item) ?? []),
  );
  return [at(pairs, { kind: 'record', entries, span })];
};

/** `globals()`. */
export const ownNames: Follow = (_, place, call) =>
  call.arguments.length > 0 ? undefined : [namesAtTop(place, call.scope)];

/** What the program that a scope belongs to names at its top. */
export function namesAtTop(place: Place, scope: number): Place {
  const { module, expression } = place;
  return at(place, scopeRecord(module, programScope(module.facts, scope), expression.span));
}

/** A name of at most so many parts that people write. */
const writtenName = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,20}$/;

/** `eval(name)`, where the text is a name or a dotted one. */
export const evaluated: Follow = (evaluator, place, call) => {
  const text = given(call, 0);
  const names = text
    ? evaluator.follow(at(place, text)).flatMap(({ expression }) => textOf(expression) ?? [])
    : [];
  const found = [...new Set(names)].filter(name => writtenName.test(name));
  const ends = found.flatMap(name => evaluator.follow(at(place, dotted(name.split('.'), call))));
  return ends.length > 0 ? ends : undefined;
};

function dotted([first = '', ...others]: readonly string[], { scope, span }: Call): Expression {
  return others.reduce<Expression>((object, property) => ({ kind: 'member', object, property, span }), {
    kind: 'name',
    name: first,
    scope,
    span,
  });
}
