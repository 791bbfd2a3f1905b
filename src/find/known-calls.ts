import type { Argument, Call, Expression, RecordEntry, StringLiteral } from '../model/syntax.ts';
import { environmentValues, isEnvironment } from './environment.ts';
import type { Evaluator } from './evaluator.ts';
import { iniParsers } from './fields.ts';
import { formatParts } from './format.ts';
import { enclosingClass } from './module.ts';
import { lastName } from './names.ts';
import { openedPath } from './opened-path.ts';
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
  const set = typeof variable === 'string' ? environmentValues(evaluator, place, variable) : [];
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...set, ...fallback, unknown(place)];
};

/** `options.get("model", "default")`. */
const get: Follow = (evaluator, place, call) => {
  const { callee } = call;
  const key = given(call, 0, 'key');
  if (callee.kind !== 'member' || !key) return undefined;
  if (isEnvironment(callee.object)) return environment(evaluator, place, call);
  if (call.arguments[1] && isIniParser(evaluator, at(place, callee.object)))
    return option(evaluator, place, call);
  const entry: Expression = { kind: 'index', object: callee.object, index: key, span: call.span };
  const found = evaluator.follow(at(place, entry));
  const value = given(call, 1, 'default');
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...found, ...fallback];
};

function isIniParser(evaluator: Evaluator, place: Place): boolean {
  return evaluator
    .follow(place)
    .some(
      ({ expression }) => expression.kind === 'call' && iniParsers.test(lastName(expression.callee) ?? ''),
    );
}

/** `config.get("section", "option", fallback="x")` of a parser of INI files. */
const option: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  const section = given(call, 0, 'section');
  const name = given(call, 1, 'option');
  if (callee.kind !== 'member' || !section || !name) return undefined;
  const inSection: Expression = { kind: 'index', object: callee.object, index: section, span };
  const found = evaluator.follow(at(place, { kind: 'index', object: inSection, index: name, span }));
  const fallback = call.arguments.find(argument => argument.name === 'fallback')?.value;
  return fallback ? [...found, ...evaluator.follow(at(passing(place, span), fallback))] : found;
};

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
  const argument = call.arguments[0]?.value;
  const isScript = place.module.facts.language === 'ecmascript';
  // `"/".join(parts)` of Python, `parts.join("/")` of JavaScript.
  const [list, by] = isScript ? [object, argument] : [argument, object];
  const separator = by && evaluator.constant(at(place, by))?.value;
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
const parentClass: Follow = (evaluator, place, call) => basesAround(evaluator, place, call.scope);

/** The bases of the class that a scope lies in. */
export function basesAround(
  evaluator: Evaluator,
  place: Place,
  inside: number,
): readonly Place[] | undefined {
  const scope = enclosingClass(place.module, inside);
  const owner = scope === undefined ? undefined : place.module.classes.get(scope);
  const bases = owner?.definition.bases.flatMap(base => evaluator.follow(at(place, base))) ?? [];
  return bases.length > 0 ? bases : undefined;
}

/** `json.load(open("config.json"))` and its kin: the file's content, where the repository holds the file. */
const loadFile: Follow = (evaluator, place, call) => {
  const source = given(call, 0);
  const path = source && openedPath(evaluator, at(place, source));
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};

/** What a `.env` file says: `dotenv_values()`. */
const loadEnvironment: Follow = (evaluator, place, call) => {
  const source = given(call, 0, 'dotenv_path');
  const path = source ? openedPath(evaluator, at(place, source)) : '.env';
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};

/** Several in one: what any of them says. */
const everyArgument: Follow = (evaluator, place, call) =>
  call.arguments.flatMap(({ name, value }) => (name === undefined ? evaluator.follow(at(place, value)) : []));

/** `replace(config, model="x")`: the object with other values for some of its fields. */
const replaced: Follow = (evaluator, place, call) => {
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

/** `chain(a, b)`: the items of each. */
const chain: Follow = (_, place, call) => {
  const items = call.arguments.map(
    ({ value }): Expression => ({ kind: 'element', of: value, span: value.span }),
  );
  return [at(place, { kind: 'list', items, span: call.span })];
};

/** `product(a, b)`: pairs of an item of each. */
const product: Follow = (_, place, call) => {
  const { span } = call;
  const items = call.arguments
    .filter(({ name }) => name === undefined)
    .map(({ value }): Expression => ({ kind: 'element', of: value, span: value.span }));
  return [at(place, { kind: 'each', item: { kind: 'list', items, span }, span })];
};

/** `items.slice(1)`. What nobody can count gives any of its items. */
const slice: Follow = (evaluator, place, call) => {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const [start, end] = call.arguments.map(({ value }) => evaluator.constant(at(place, value))?.value);
  const isCounted = typeof start === 'number' && (call.arguments.length < 2 || typeof end === 'number');
  return evaluator.follow(at(place, callee.object)).map(list => {
    const { expression } = list;
    if (expression.kind !== 'list' || !isCounted) return list;
    const items = expression.items.slice(start, typeof end === 'number' ? end : undefined);
    return at(list, { ...expression, items });
  });
};

/** `items.at(-1)`. */
const itemAt: Follow = (evaluator, place, call) => {
  const index = given(call, 0);
  if (call.callee.kind !== 'member' || !index) return undefined;
  const { object } = call.callee;
  return evaluator.follow(at(place, { kind: 'index', object, index, span: call.span }));
};

/** `items.map(item => …)` and `map(lambda item: …, items)`: what the function makes of an item. */
const mapped: Follow = (_, place, call) => {
  const { callee, span } = call;
  const [first, second] = call.arguments;
  const items =
    second && callee.kind === 'name' ? second.value : callee.kind === 'member' ? callee.object : undefined;
  if (!first || !items) return undefined;
  const item: Expression = { kind: 'element', of: items, span };
  const result: Expression = { ...call, callee: first.value, arguments: [{ value: item }] };
  return [at(place, { kind: 'each', item: result, span })];
};

/** `text.split(":")`: its pieces, each where it is written. The last piece of a path is a folder's name, and no id. */
const split: Follow = (evaluator, place, call) => {
  const by = given(call, 0, 'sep');
  const separator = by && evaluator.constant(at(place, by))?.value;
  if (call.callee.kind !== 'member' || typeof separator !== 'string' || /^[/\\]?$/.test(separator))
    return undefined;
  return evaluator.follow(at(place, call.callee.object)).map(end => {
    const { expression } = end;
    return expression.kind === 'string'
      ? at(end, { kind: 'list', items: pieces(expression, separator), span: expression.span })
      : unknown(end);
  });
};

function pieces({ value, span }: StringLiteral, separator: string): readonly StringLiteral[] {
  const isPlain =
    span.start.line === span.end.line && span.end.character - span.start.character === value.length;
  let offset = span.start.character;
  return value.split(separator).map(text => {
    const start = { line: span.start.line, character: offset };
    const end = { line: span.start.line, character: offset + text.length };
    offset += text.length + separator.length;
    return { kind: 'string', value: text, span: isPlain ? { ...span, start, end } : span };
  });
}

/** `"org/".concat("model")`, `["a"].concat(["b"])`. */
const concatenated: Follow = (_, place, call) => {
  if (call.callee.kind !== 'member') return undefined;
  const parts = [call.callee.object, ...call.arguments.map(({ value }) => value)];
  return [at(place, { kind: 'concat', parts, span: call.span })];
};

/** `new Map([["small", "org/name"]])`: its pairs are entries. */
const mapOf: Follow = (evaluator, place, call) => {
  const list = given(call, 0);
  const [pairs] = list ? evaluator.follow(at(place, list)) : [];
  if (pairs?.expression.kind !== 'list') return undefined;
  const entries = pairs.expression.items.flatMap((item): readonly RecordEntry[] => {
    const [key, value] = item.kind === 'list' ? item.items : [];
    return key && value ? [{ key, value }] : [];
  });
  return [at(pairs, { kind: 'record', entries, span: pairs.expression.span })];
};

/** What the function that is given returns: `useMemo(() => "x")`. */
const called: Follow = (evaluator, place, call) => {
  const made = given(call, 0);
  return made && evaluator.follow(at(place, { ...call, callee: made, arguments: [] }));
};

const same = argumentOf();
const firstOrDefault = argumentOf('default');

/** pydantic's, which is a data class's `field` whose default may also stand first. */
const modelField: Follow = (evaluator, place, call) =>
  factory(evaluator, place, call) ?? firstOrDefault(evaluator, place, call);

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
  Field: modelField,
  field: factory,
  Option: firstOrDefault,
  Argument: firstOrDefault,
  dict: recordOf,
  Namespace: recordOf,
  SimpleNamespace: recordOf,
  EasyDict: recordOf,
  AttrDict: recordOf,
  replace: replaced,
  chain,
  product,
  cycle: same,
  map: mapped,
  Map: mapOf,
  import_module: importedModule,
  dotenv_values: loadEnvironment,
  parse: loadFile,
  useMemo: called,
  next: choose,
  choice: choose,
  useState: stateOf,
  useRef: boxOf,
  ref: boxOf,
  signal: boxOf,
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
  replace: replaced,
  chain,
  product,
  map: mapped,
  filter: receiver,
  flat: receiver,
  find: (evaluator, place, call) =>
    call.callee.kind === 'member' && call.arguments[0]?.value.kind === 'function'
      ? evaluator.elements(at(place, call.callee.object))
      : undefined,
  slice,
  at: itemAt,
  split,
  concat: concatenated,
  import_module: importedModule,
  merge: everyArgument,
  structured: same,
  to_container: same,
  to_object: same,
  default: same,
  object: same,
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
  Field: modelField,
  choice: choose,
  Namespace: recordOf,
  SimpleNamespace: recordOf,
  DictConfig: same,
  create: same,
  load: loadFile,
  safe_load: loadFile,
  full_load: loadFile,
  loads: loadFile,
  parse: (evaluator, place, call) => loadFile(evaluator, place, call) ?? schemaOf(evaluator, place, call),
  dotenv_values: loadEnvironment,
  fromfile: loadFile,
  to_dict: receiver,
  toString: receiver,
  as_posix: receiver,
  useState: stateOf,
  useRef: boxOf,
  useMemo: called,
};

/** `importlib.import_module("pkg.names")`. */
function importedModule(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const name = given(call, 0, 'name');
  const module = name && evaluator.constant(at(place, name))?.value;
  return typeof module === 'string'
    ? [at(place, { kind: 'import', module, name: undefined, span: call.span })]
    : undefined;
}

/** `z.object({ model: z.string().default("x") }).parse(input)`: what the schema says. */
function schemaOf(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const schema = receiver(evaluator, place, call);
  return schema?.some(({ expression }) => expression.kind === 'record') ? schema : undefined;
}

function receiver(evaluator: Evaluator, place: Place, { callee }: Call): readonly Place[] | undefined {
  return callee.kind === 'member' ? evaluator.follow(at(place, callee.object)) : undefined;
}

/** `field(default="x")` and `field(default_factory=lambda: ["x"])`. */
function factory(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const value = call.arguments.find(({ name }) => name === 'default')?.value;
  if (value) return evaluator.follow(at(place, value));
  const made = call.arguments.find(({ name }) => name === 'default_factory')?.value;
  const targets = made ? evaluator.follow(at(place, made)) : [];
  const results = targets.flatMap(({ expression, ...rest }) => {
    if (expression.kind === 'class') return [{ ...rest, expression }];
    return expression.kind === 'function'
      ? expression.returns.flatMap(result => evaluator.follow({ ...rest, expression: result }))
      : [];
  });
  return results.length > 0 ? results : undefined;
}

/** `const [model, setModel] = useState("x")`. */
function stateOf(_: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const first = given(call, 0);
  const { span } = call;
  if (!first) return undefined;
  const initial: Expression = first.kind === 'function' ? { ...call, callee: first, arguments: [] } : first;
  return [at(place, { kind: 'list', items: [initial, { kind: 'opaque', span }], span })];
}

/** `useRef("x").current`, `ref("x").value`. */
function boxOf(_: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const value = given(call, 0);
  const { span } = call;
  const entries = ['current', 'value'].map(
    (name): RecordEntry | undefined => value && { key: { kind: 'string', value: name, span }, value },
  );
  return [at(place, { kind: 'record', entries: entries.filter(entry => entry !== undefined), span })];
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
