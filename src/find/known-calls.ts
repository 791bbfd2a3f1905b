import type { Argument, Call, Expression, RecordEntry } from '../model/syntax.ts';
import { lastName } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { formatParts } from './format.ts';
import { enclosingClass } from './module.ts';
import { at, type Place, passing, unknown } from './place.ts';

type Follow = (evaluator: Evaluator, place: Place, call: Call) => readonly Place[] | undefined;

/** What a call of a standard function stands for; undefined for calls that nothing is known of. */
export function followKnownCall(
  evaluator: Evaluator,
  place: Place,
  call: Call,
): readonly Place[] | undefined {
  const { callee } = call;
  if (callee.kind === 'member') return methods[callee.property]?.(evaluator, place, call);
  return callee.kind === 'name' ? functions[callee.name]?.(evaluator, place, call) : undefined;
}

/** The value is that of an argument: `str(x)`, `Field("x")`, `deepcopy(x)`. */
function argumentOf(...names: readonly string[]): Follow {
  return (evaluator, place, call) => {
    const value = given(call, 0, ...names);
    return value ? evaluator.follow(at(place, value)) : undefined;
  };
}

/** `os.getenv("K", "default")`: whoever runs the program may set another value. */
const environment: Follow = (evaluator, place, call) => {
  const value = given(call, 1, 'default');
  const key = given(call, 0, 'key', 'name');
  const variable = key && evaluator.constant(at(place, key))?.value;
  const set = typeof variable === 'string' ? environmentFile(evaluator, place, variable) : [];
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...set, ...fallback, unknown(place)];
};

/** What a `.env` file beside the code says. */
function environmentFile(evaluator: Evaluator, place: Place, variable: string): readonly Place[] {
  const data = evaluator.program.data('.env', place.module);
  return data ? evaluator.partOf({ ...place, ...data }, variable, place).filter(isKnown) : [];
}

/** `options.get("model", "default")`. */
const get: Follow = (evaluator, place, call) => {
  const { callee } = call;
  const key = given(call, 0, 'key');
  if (callee.kind !== 'member' || !key) return undefined;
  if (isEnvironment(callee.object)) return environment(evaluator, place, call);
  const entry: Expression = { kind: 'index', object: callee.object, index: key, span: call.span };
  const found = evaluator.follow(at(place, entry));
  const value = given(call, 1, 'default');
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...found, ...fallback];
};

function isEnvironment(object: Expression): boolean {
  return (
    (object.kind === 'member' && object.property === 'environ') ||
    (object.kind === 'name' && object.name === 'environ')
  );
}

const getattr: Follow = (evaluator, place, call) => {
  const [object, name, fallback] = call.arguments;
  const property = name && evaluator.constant(at(place, name.value))?.value;
  if (!object || typeof property !== 'string') return undefined;
  const found = evaluator.member(
    at(place, { kind: 'member', object: object.value, property, span: call.span }),
    object.value,
    property,
  );
  return fallback ? [...found, ...evaluator.follow(at(passing(place, call.span), fallback.value))] : found;
};

/** `os.path.join(a, b)` and `"/".join(parts)`. */
const join: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  if (callee.kind !== 'member') return undefined;
  const { object } = callee;
  const isPath =
    object.kind === 'name' ? object.name === 'path' || object.name === 'osp' : object.kind === 'member';
  if (isPath)
    return [
      at(place, {
        kind: 'concat',
        parts: interleaved(
          call.arguments.map(one => one.value),
          '/',
          span,
        ),
        span,
      }),
    ];
  const separator = evaluator.constant(at(place, object))?.value;
  const list = call.arguments[0]?.value;
  if (typeof separator !== 'string' || !list) return undefined;
  return evaluator.follow(at(place, list)).map(end => {
    const { expression } = end;
    if (expression.kind !== 'list') return unknown(place);
    return at(end, { kind: 'concat', parts: interleaved(expression.items, separator, span), span });
  });
};

function interleaved(
  parts: readonly Expression[],
  separator: string,
  span: Expression['span'],
): readonly Expression[] {
  return parts.flatMap((part, index): readonly Expression[] =>
    index === 0 ? [part] : [{ kind: 'string', value: separator, span }, part],
  );
}

/** `"{}/{name}".format(a, name=b)` and `"%s/%s" % (a, b)`. */
const format: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  if (callee.kind !== 'member') return undefined;
  return evaluator.follow(at(place, callee.object)).map(template => {
    const { expression } = template;
    if (expression.kind !== 'string') return unknown(place);
    const parts = formatParts(expression.value, call, span);
    return parts ? at(place, { kind: 'concat', parts, span }) : unknown(place);
  });
};

/** A text changed by a method that needs no more than the text. */
function changed(change: (text: string) => string): Follow {
  return (evaluator, place, call) => {
    if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
    return evaluator.follow(at(place, call.callee.object)).map(end => {
      const { expression } = end;
      return expression.kind === 'string'
        ? at(end, { ...expression, value: change(expression.value) })
        : unknown(end);
    });
  };
}

const pairs: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  if (callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, callee.object), (key, value) => ({
    kind: 'list',
    items: [key, value],
    span,
  }));
};

const values: Follow = (evaluator, place, call) => {
  if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, call.callee.object), (_, value) => value);
};

const keys: Follow = (evaluator, place, call) => {
  if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
  return entriesOf(evaluator, at(place, call.callee.object), key => key);
};

/** `Object.entries(table)` and its kin: the table is the argument. */
function ofObject(pick: (key: Expression, value: Expression) => Expression): Follow {
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
  return evaluator.follow(place).map(end => {
    const { expression } = end;
    if (expression.kind === 'each') return end;
    if (expression.kind !== 'record') return unknown(end);
    const items = expression.entries.flatMap(({ key, value }) => (key ? pick(key, value) : []));
    return at(end, { kind: 'list', items, span: expression.span });
  });
}

const enumerate: Follow = (_, place, call) => {
  const items = given(call, 0);
  if (!items) return undefined;
  const { span } = call;
  const item: Expression = {
    kind: 'list',
    items: [
      { kind: 'opaque', span },
      { kind: 'element', of: items, span },
    ],
    span,
  };
  return [at(place, { kind: 'each', item, span })];
};

const zip: Follow = (evaluator, place, call) => {
  const { span } = call;
  const lists = call.arguments.map(({ value }) => evaluator.follow(at(place, value))[0]?.expression);
  const rows = lists.every(list => list?.kind === 'list')
    ? Math.min(...lists.map(list => list.items.length))
    : 0;
  if (rows > 0 && rows <= 200) {
    const items = Array.from({ length: rows }, (_, row): Expression => {
      const cells = call.arguments.map(
        ({ value }): Expression => ({
          kind: 'index',
          object: value,
          index: { kind: 'literal', value: row, span },
          span,
        }),
      );
      return { kind: 'list', items: cells, span };
    });
    return [at(place, { kind: 'list', items, span })];
  }
  const cells = call.arguments.map(({ value }): Expression => ({ kind: 'element', of: value, span }));
  return [at(place, { kind: 'each', item: { kind: 'list', items: cells, span }, span })];
};

const choose: Follow = (evaluator, place, call) => {
  const items = given(call, 0);
  return items ? evaluator.elements(at(passing(place, call.span), items)) : undefined;
};

/** `dict(model="x")`, `Namespace(model="x")`: the keywords are the entries. */
const recordOf: Follow = (_, place, call) => {
  const [first] = call.arguments;
  const entries = call.arguments.map(({ name, value }): RecordEntry => {
    const isSpread = name === undefined || name === '**';
    return { key: isSpread ? undefined : { kind: 'string', value: name, span: value.span }, value };
  });
  return first ? [at(place, { kind: 'record', entries, span: call.span })] : undefined;
};

/** `super()` stands for the class above the one it is written in. */
const parentClass: Follow = (evaluator, place, call) => {
  const scope = enclosingClass(place.module, call.scope);
  const owner = scope === undefined ? undefined : place.module.classes.get(scope);
  const bases = owner?.definition.bases.flatMap(base => evaluator.follow(at(place, base))) ?? [];
  return bases.length > 0 ? bases : undefined;
};

/** `json.load(open("config.json"))` and its kin: the file's content, where the repository holds the file. */
const loadFile: Follow = (evaluator, place, call) => {
  const source = given(call, 0);
  const path = source && pathOf(evaluator, at(place, source), 0);
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};

/** The path of what was opened: `open(path)`, `Path(path).read_text()`, a `with` statement's file. */
function pathOf(evaluator: Evaluator, place: Place, hops: number): string | undefined {
  if (hops > 6) return undefined;
  const { expression } = place;
  if (expression.kind === 'call') {
    const name = lastName(expression.callee);
    const inner =
      expression.callee.kind === 'member' &&
      /^(read|read_text|open|readlines|resolve|absolute)$/.test(name ?? '') &&
      expression.callee.object.kind !== 'name'
        ? expression.callee.object
        : given(expression, 0);
    const isOpening =
      /^(open|Path|read|read_text|readFileSync|readFile|join|resolve|URL|fileURLToPath)$/.test(name ?? '');
    if (isOpening && name !== 'join' && name !== 'resolve' && inner)
      return pathOf(evaluator, at(place, inner), hops + 1);
    if (name === 'join' || name === 'resolve') return lastText(expression);
  }
  const ends = evaluator.follow(place);
  const [end] = ends;
  if (ends.length !== 1 || !end) return undefined;
  if (end.expression.kind === 'string') return end.expression.value;
  if (end.expression.kind === 'concat') return concatPath(evaluator, end);
  return end.expression.kind === 'call' && end.expression !== expression
    ? pathOf(evaluator, end, hops + 1)
    : undefined;
}

/** A folder computed at run time and a file's name behind it: the name alone is looked for. */
function concatPath(evaluator: Evaluator, end: Place): string | undefined {
  const { values: texts } = evaluator.texts(end);
  if (texts.length === 1) return texts[0]?.text;
  const last = end.expression.kind === 'concat' ? end.expression.parts.at(-1) : undefined;
  return last?.kind === 'string' ? last.value.replace(/^\//, '') : undefined;
}

function lastText(call: Call): string | undefined {
  const texts = call.arguments.flatMap(({ value }) => (value.kind === 'string' ? value.value : []));
  return texts.length > 0 ? texts.join('/') : undefined;
}

const same = argumentOf();
const firstOrDefault = argumentOf('default');

const functions: Readonly<Record<string, Follow>> = {
  str: same,
  Path: same,
  list: same,
  tuple: same,
  sorted: same,
  set: same,
  reversed: same,
  iter: same,
  deepcopy: same,
  tqdm: same,
  trange: same,
  vars: same,
  asdict: same,
  String: same,
  cast: (evaluator, place, call) => {
    const value = given(call, 1, 'val');
    return value ? evaluator.follow(at(place, value)) : undefined;
  },
  getenv: environment,
  get_env: environment,
  getattr,
  enumerate,
  zip,
  super: parentClass,
  Field: firstOrDefault,
  field: factory,
  Option: firstOrDefault,
  Argument: firstOrDefault,
  dict: recordOf,
  Namespace: recordOf,
  SimpleNamespace: recordOf,
  EasyDict: recordOf,
  AttrDict: recordOf,
  next: choose,
  choice: choose,
  useState: stateOf,
  useRef: stateOf,
  ref: stateOf,
};

const methods: Readonly<Record<string, Follow>> = {
  get,
  format,
  join,
  __mod__: format,
  items: pairs,
  values: (evaluator, place, call) =>
    values(evaluator, place, call) ?? ofObject((_, value) => value)(evaluator, place, call),
  keys: (evaluator, place, call) =>
    keys(evaluator, place, call) ?? ofObject(key => key)(evaluator, place, call),
  entries: ofObject((key, value) => ({ kind: 'list', items: [key, value], span: value.span })),
  strip: changed(text => text.trim()),
  trim: changed(text => text.trim()),
  lower: changed(text => text.toLowerCase()),
  toLowerCase: changed(text => text.toLowerCase()),
  getenv: environment,
  setdefault: get,
  pop: get,
  copy: receiver,
  deepcopy: same,
  freeze: same,
  from: same,
  Option: firstOrDefault,
  Argument: firstOrDefault,
  field: factory,
  Field: firstOrDefault,
  choice: choose,
  Namespace: recordOf,
  SimpleNamespace: recordOf,
  DictConfig: same,
  create: same,
  load: loadFile,
  safe_load: loadFile,
  full_load: loadFile,
  loads: loadFile,
  parse: loadFile,
  fromfile: loadFile,
  to_dict: receiver,
  toString: receiver,
  as_posix: receiver,
  useState: stateOf,
  useRef: stateOf,
};

function receiver(evaluator: Evaluator, place: Place, { callee }: Call): readonly Place[] | undefined {
  return callee.kind === 'member' ? evaluator.follow(at(place, callee.object)) : undefined;
}

/** `field(default="x")` and `field(default_factory=lambda: ["x"])`. */
function factory(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const value = call.arguments.find(({ name }) => name === 'default')?.value;
  if (value) return evaluator.follow(at(place, value));
  const made = call.arguments.find(({ name }) => name === 'default_factory')?.value;
  const targets = made ? evaluator.follow(at(place, made)) : [];
  const results = targets.flatMap(({ expression, ...rest }) =>
    expression.kind === 'function'
      ? expression.returns.flatMap(result => evaluator.follow({ ...rest, expression: result }))
      : [],
  );
  return results.length > 0 ? results : undefined;
}

/** `const [model, setModel] = useState("x")`. */
function stateOf(_: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const initial = given(call, 0);
  const { span } = call;
  return initial
    ? [at(place, { kind: 'list', items: [initial, { kind: 'opaque', span }], span })]
    : undefined;
}

function given(
  { arguments: all }: Call,
  position: number,
  ...names: readonly string[]
): Expression | undefined {
  const isNamed = ({ name }: Argument): boolean => name !== undefined && names.includes(name);
  const named = all.find(isNamed);
  if (named) return named.value;
  const positional = all.filter(({ name }) => name === undefined).slice(0, position + 1);
  return positional.some(({ isSpread }) => isSpread) ? undefined : positional[position]?.value;
}

function isKnown({ expression }: Place): boolean {
  return expression.kind !== 'opaque';
}
