import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Binding, Expression, SyntaxFacts } from '../../src/model/syntax.ts';
import { loadEcmascript, parseEcmascript } from '../../src/parse/ecmascript.ts';

async function read(code: string, file = 'app.ts'): Promise<SyntaxFacts> {
  await loadEcmascript();
  return parseEcmascript(file, code);
}

/** An expression in a short notation close to its source. */
function show(value: Expression | undefined): string {
  switch (value?.kind) {
    case 'string':
    case 'literal':
      return JSON.stringify(value.value);
    case 'name':
      return value.name;
    case 'member':
      return `${show(value.object)}.${value.property}`;
    case 'index':
      return `${show(value.object)}[${show(value.index)}]`;
    case 'element':
      return `any of ${show(value.of)}`;
    case 'import':
      return `${value.name ?? '*'} from ${value.module}`;
    case 'choice':
      return value.options.map(show).join(' | ');
    case 'concat':
      return value.parts.map(show).join(' + ');
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'record':
      return `{${value.entries.map(entry => `${entry.key ? show(entry.key) : '...'}: ${show(entry.value)}`).join(', ')}}`;
    case 'call':
      return `${show(value.callee)}(${value.arguments.map(argument => show(argument.value)).join(', ')})`;
    default:
      return value?.kind ?? 'unknown';
  }
}

function bindingsOf(facts: SyntaxFacts, name: string): Binding[] {
  return facts.scopes.flatMap(scope => scope.bindings.filter(binding => binding.name === name));
}

async function values(code: string, name: string): Promise<string[]> {
  return bindingsOf(await read(code), name).map(binding => show(binding.value));
}

async function stores(code: string): Promise<string[]> {
  return (await read(code)).stores.map(
    ({ object, property, value }) => `${show(object)} . ${property} = ${show(value)}`,
  );
}

async function exports(code: string): Promise<string[]> {
  return (await read(code)).exports.map(({ name, value }) => `${name}: ${show(value)}`);
}

async function literals(code: string, file?: string): Promise<string[]> {
  return (await read(code, file)).literals.map(({ value }) => value);
}

async function calls(code: string): Promise<string[]> {
  return (await read(code)).calls.map(show);
}

/** One test for each line: the code, and what is read from it. */
function each(
  of: (code: string) => Promise<string[]>,
  cases: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [code, expected] of Object.entries(cases)) {
    it(code, async () => assert.deepEqual(await of(code), expected));
  }
}

describe('a value set on a part of something (ECMAScript)', () => {
  each(stores, {
    'env.model = "x"': ['env . model = "x"'],
    'options["model"] = "x"': ['options . model = "x"'],
    'options[`model`] ??= "x"': ['options . model = "x"'],
    'process.env.MODEL = "x"': ['process.env . MODEL = "x"'],
    '(window as any).model = "x"': ['window . model = "x"'],
    '({ model: env.model } = settings)': ['env . model = settings.model'],
    'options[key] = "x"': [],
    'options.count += 1': ['options . count = options.count + 1'],
  });

  it('belongs to the class when it is set on `this` inside one', async () => {
    const facts = await read('class A { load() { this.model = "x"; } }');
    assert.deepEqual(facts.stores, []);
    assert.deepEqual(
      bindingsOf(facts, 'model').map(({ kind, value }) => [kind, show(value)]),
      [['member', '"x"']],
    );
  });

  it('is marked at its key', async () => {
    const [store] = (await read('options["model"] = "x"')).stores;
    assert.deepEqual(store?.span, { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } });
  });

  it('keeps the calls on its left side', async () => {
    assert.deepEqual(await calls('open("a").model = load("b")'), ['load("b")', 'open("a")']);
  });
});

describe('a text of the form of an id (ECMAScript)', () => {
  each(literals, {
    'const a = "org/model"': ['org/model'],
    'const a = `org/model`': ['org/model'],
    'load("org/a", ["org/b"], { c: "org/c" })': ['org/a', 'org/b', 'org/c'],
    'const table = { "org/model": 1 }': ['org/model'],
    'if (name === "org/model") run()': ['org/model'],
    'switch (name) { case "org/model": }': ['org/model'],
    'enum M { A = "org/model" }': ['org/model'],
    'class A { static model = "org/model" }': ['org/model'],
    'log(`loads ${load("org/model")}`)': ['org/model'],
    'const a = "org/model" as const': ['org/model'],
  });

  describe('is none when it is', () => {
    each(literals, {
      'import a from "org/module"': [],
      'export * from "org/module"': [],
      'export { a } from "org/module"': [],
      'const a = require("org/module")': [],
      'const a = await import("org/module")': [],
      'import a = require("org/module")': [],
      '"use-strict"; function f() { "use-client"; }': [],
      'const a = `org/model${suffix}`': [],
      'const a = "org/model" + suffix': [],
      'const a = sql`org/model`': [],
      'type M = "org/a" | "org/b"': [],
      'interface M { "org/a": "org/b" }': [],
      'const a = b as "org/model"': [],
      'function f(a: "org/a"): "org/b" { return a; }': [],
      'declare module "org/module" {}': [],
    });
  });

  it('counts as an attribute of an element, not as its text', async () => {
    assert.deepEqual(await literals('const a = <Model id="org/a" b={"org/b"}>org/c</Model>', 'a.tsx'), [
      'org/a',
      'org/b',
    ]);
  });

  it('is marked between its quotes', async () => {
    const [key, value] = (await read('const a = { "org/a": `org/b` }')).literals;
    assert.deepEqual([key?.span.start.character, key?.span.end.character], [13, 18]);
    assert.deepEqual([value?.span.start.character, value?.span.end.character], [22, 27]);
  });
});

describe('what a module offers (ECMAScript)', () => {
  each(exports, {
    'export const a = "x", { b, c: [d], ...e } = f': ['a: a', 'b: b', 'd: d', 'e: e'],
    'export function load() {}': ['load: load'],
    'export class Model {}': ['Model: Model'],
    'export enum Model { A = "x" }': ['Model: Model'],
    'export default "x"': ['default: "x"'],
    'const x = "y"; export default x': ['default: x'],
    'export default function load() {}': ['default: load'],
    'export default function () {}': ['default: function'],
    'export default class {}': ['default: class'],
    'const a = 1; export { a as b, a as default }': ['b: a', 'default: a'],
    'export { a as b, default as c } from "./m"': ['b: a from ./m', 'c: default from ./m'],
    'export * from "./m"': ['*: * from ./m'],
    'export * as ns from "./m"': ['ns: * from ./m'],
    'module.exports = "x"': ['default: "x"'],
    'module.exports = { a: "x", b, load() {} }': [
      'default: {"a": "x", "b": b, "load": function}',
      'a: "x"',
      'b: b',
      'load: function',
    ],
    'module.exports = require("./m")': ['default: * from ./m', '*: * from ./m'],
    'exports.a = "x"; module.exports["b"] = "y"': ['a: "x"', 'b: "y"'],
    'exports = module.exports = { a: "x" }': ['default: {"a": "x"}', 'a: "x"'],
    'export = load': ['default: load'],
  });

  describe('holds neither types nor what is exported elsewhere', () => {
    each(exports, {
      'export type A = "x"; export interface B {}': [],
      'export type { A } from "./m"; export { type B } from "./m"': [],
      'namespace N { export const a = "x"; }': [],
      'define((exports: any) => { exports.a = "x"; })': [],
    });
  });

  it('counts a module passed on among its imports', async () => {
    const { imports } = await read('export * from "./a"; export { b } from "./b"; export * as c from "./c"');
    assert.deepEqual(imports, ['./a', './b', './c']);
  });
});

describe('what a module takes from another (ECMAScript)', () => {
  const valuesOfM = async (code: string): Promise<string[]> => values(code, 'm');
  each(valuesOfM, {
    'import m from "./a"': ['default from ./a'],
    'import { default as m } from "./a"': ['default from ./a'],
    'import * as m from "./a"': ['* from ./a'],
    'import { model as m } from "./a"': ['model from ./a'],
    'import { "a model" as m } from "./a"': ['a model from ./a'],
    'import m = require("./a")': ['* from ./a'],
    'import m = A.B': ['A.B'],
    'const m = require("./a")': ['* from ./a'],
    'const { m } = await import("./a")': ['* from ./a.m'],
  });
});

describe('a parameter (ECMAScript)', () => {
  const parameters = async (code: string): Promise<string[]> => {
    const all = (await read(code)).scopes.flatMap(scope => scope.bindings);
    return all
      .filter(({ kind }) => kind === 'parameter')
      .map(({ name, index, path, rest, value }) => {
        const place = rest ? `rest ${rest}` : [index ?? '?', ...(path ?? [])].join('.');
        return `${name} (${place}): ${show(value)}`;
      });
  };
  each(parameters, {
    'function f(a, b = "x", ...c) {}': ['a (0): unknown', 'b (1): "x"', 'c (rest list): unknown'],
    'const f = (a, b) => a': ['a (0): unknown', 'b (1): unknown'],
    'function f({ model = "x", dtype } = {}) {}': ['model (0.model): "x"', 'dtype (0.dtype): unknown'],
    'function f({ model } = { model: "x" }) {}': ['model (0.model): "x"'],
    'function f({ model = "x" } = { model: "y" }) {}': ['model (0.model): "y" | "x"'],
    'function f({ model } = defaults) {}': ['model (0.model): defaults.model'],
    'function f(a, { load: { model: id = "x" } }) {}': ['a (0): unknown', 'id (1.load.model): "x"'],
    'function f({ "model-id": id }) {}': ['id (0.model-id): unknown'],
    'function f({ model, ...others }) {}': ['model (0.model): unknown', 'others (0): unknown'],
    'function f({ [key]: id = "x" }) {}': ['id (?): "x"'],
    'function f([a, b = "x"]) {}': ['a (0.0): unknown', 'b (0.1): "x"'],
    'function f(this: Window, a: string) {}': ['a (0): unknown'],
    'class A { constructor(private model = "x") {} }': ['model (0): "x"'],
  });

  it('with a modifier is a member of its class too', async () => {
    const members = (await read('class A { constructor(private model = "x") {} }')).scopes
      .filter(({ kind }) => kind === 'class')
      .flatMap(({ bindings }) => bindings.filter(({ kind }) => kind === 'member'));
    assert.deepEqual(
      members.map(({ name, value }) => [name, show(value)]),
      [['model', 'model']],
    );
  });
});

describe('a name and its value (ECMAScript)', () => {
  const valuesOfM = async (code: string): Promise<string[]> => values(code, 'm');
  each(valuesOfM, {
    'for (const m in table) {}': ['any of table'],
    'for (const m of list) {}': ['any of list'],
    'for (const [k, m] of Object.entries(table)) {}': ['any of Object.entries(table)[1]'],
    'const { m = "x" } = {}': ['"x"'],
    'const { a, ...m } = options': ['options'],
    'const [a, ...m] = ["x", "y"]': ['["y"]'],
    'const m = a ? "x" : "y"': ['"x" | "y"'],
    'const m = a ?? (b || "x")': ['a | b | "x"'],
    'const m = a && "x"': ['"x"'],
    'const m = <const>"x"': ['"x"'],
    'const m = ("x" as const) satisfies string': ['"x"'],
    'const m = a?.b!.c': ['a.b.c'],
    'const m = make<string>': ['make'],
    'const m = (0, "x")': ['"x"'],
    'const m = new URL("x", base)': ['URL("x", base)'],
    'const m = tag`x`': ['opaque'],
    'const m = { load() {} }': ['{"load": function}'],
    'const m = { get id() { return "x"; } }': ['{"id": "x"}'],
    'const m = { ["a"]: "x" }': ['{"a": "x"}'],
    'const m = class { static id = "x" }': ['class'],
    'enum m { A = "x", "B-c" = "y", D }': ['{"A": "x", "B-c": "y", "D": opaque}'],
    'class A { static m = "x" }': ['"x"'],
    'class A { accessor m = "x" }': ['"x"'],
    'class A { get m() { return "x"; } set m(v) {} }': ['"x"'],
    'class A { m(a: string): void; m(a: any) {} }': ['function'],
    'class A { "m" = "x" }': ['"x"'],
    'list.map(m => m)': ['unknown'],
  });

  it('functions carry no decorators', async () => {
    const [load] = bindingsOf(await read('function load() { return "x"; }'), 'load');
    assert.deepEqual(load?.value?.kind === 'function' && load.value.decorators, []);
  });
});

describe('a call (ECMAScript)', () => {
  each(calls, {
    'tag`a ${load("x")}`': ['load("x")'],
    'ready(a) && run(b)': ['ready(a)', 'run(b)'],
    'load("x").then(({ a }) => run(a))': ['load("x")', 'run(a)', 'load("x").then(function)'],
    'class A { @log("x") run() {} constructor(@inject("y") a: B) {} }': ['log("x")', 'inject("y")'],
    '@component("x") class A {}': ['component("x")'],
    'class A { static { run("x"); } }': ['run("x")'],
    'namespace N { export const a = run("x"); }': ['run("x")'],
    'type A = typeof run; run<A>("x")': ['run("x")'],
    'outer(function () { function inner() { run("x"); } })': ['run("x")', 'outer(function)'],
  });
});

describe('broken files (ECMAScript)', () => {
  it('keep what stands around the error', async () => {
    const facts = await read('export const a = "org/a";\nconst = ;\noptions.model = "org/b";');
    assert.equal(facts.problems.length, 1);
    assert.deepEqual(
      [facts.exports.length, facts.stores.length, facts.literals.map(({ value }) => value)],
      [1, 1, ['org/a', 'org/b']],
    );
  });

  const snippets = [
    `import d, { a as b } from './m'; import x = require('m'); import y = A.B;
     export * from './q'; export * as ns from 'z'; export { a as b, default as c } from './m'; export = x;`,
    `export default class extends Base { static model = 'a/b'; accessor q = 1; static { this.x = 'y'; }
       get m() { return 'x'; } set m(v) {} constructor(private model = 'x') { super(); } @dec('x') run<T>(@p() a: T) {} }`,
    `enum E { A = 'x', 'B-c', ['d'] } namespace N { export const q = 1; } declare module 'a/b' { export default x; }
     type M = 'a/b'; abstract class Q { abstract x(): void; abstract y: string; }`,
    `const { a = 1, b: { c, ...d }, [e]: f, ...rest } = obj; for (const x in y) ; for await (const { a } of b) ;
     (a as any).b = <const>'c'; x ??= y; exports['x'] = 1; module.exports = { ...require('./m'), get a() { return 1; } };`,
    `async function* f(this: X, { model = 'x' } = {}, [p, ...q] = [], ...{ length }) {
       const { pipeline } = await import('@huggingface/transformers'); try {} catch ({ message }) {}
       const pipe = await pipeline('text-generation', \`org/\${size}\`, { revision: 'main' }); yield* a?.b?.[c]?.(d)!; }`,
    `export const App = ({ model = 'org/model' }) => <Model id="org/a" {...rest} on={() => load(model)}>text</Model>;`,
  ];
  const noise = fc.oneof(
    fc.constantFrom(...'(){}[];,=`\'"<>/@#.?:*!\\\n', '${', '=>', '...', '?.', '</'),
    fc.constantFrom(
      'import ',
      'export ',
      'class ',
      'enum ',
      'for (',
      ' in ',
      'get ',
      'static ',
      'import(',
      'require(',
    ),
    fc.string({ maxLength: 4 }),
  );
  // A long cut leaves off the rest, as in a file someone is writing.
  const length = fc.oneof(fc.nat(12), fc.constant(1000));
  const cut = fc.record({ at: fc.nat(500), length, noise });
  const mutated = fc
    .tuple(fc.constantFrom(...snippets), fc.array(cut, { minLength: 1, maxLength: 5 }))
    .map(([text, cuts]) =>
      cuts.reduce(
        (broken, { at, length, noise }) => broken.slice(0, at) + noise + broken.slice(at + length),
        text,
      ),
    );

  it('may lack what a whole file must have', async () => {
    for (const end of [
      'import(',
      'import("a", ',
      'import',
      'export *',
      'export {',
      'class A extends',
      'for (',
      '@',
    ]) {
      assert.equal((await read(end)).problems.length, 1, end);
    }
  });

  it('never make the reader throw, and no mark ends before it starts', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.constantFrom('a.ts', 'a.tsx', 'a.js'), async (text, file) => {
        for (const { span } of (await read(text, file)).literals) {
          const { start, end } = span;
          assert.ok(end.line > start.line || (end.line === start.line && end.character >= start.character));
        }
      }),
      { numRuns: 500 },
    );
  });
});
