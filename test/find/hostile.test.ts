import assert from 'node:assert/strict';
import { Finder } from '../../src/find/finder.ts';
import { findInProcess } from '../support/find-in-process.ts';
import { parseSource } from '../support/find-in-text.ts';
import { assertRangesFit } from '../support/ranges.ts';

interface Outcome {
  readonly ids: readonly string[];
  readonly said: readonly string[];
}

/** Reads and searches files as the audit does, and checks where the references lie. */
async function outcome(files: Readonly<Record<string, string>>): Promise<Outcome> {
  const finder = new Finder(new Set(Object.keys(files)), () => false);
  const said: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    const parsed = await parseSource(file, text);
    said.push(...parsed.problems);
    finder.set(file, parsed, text.length);
  }
  finder.search(finder.stale());
  said.push(...Object.keys(files).flatMap(file => finder.problemsOf(file)));
  const references = finder.references();
  if (references.length < 1_000) assertRangesFit(files, references);
  return { ids: references.flatMap(({ id }) => id ?? []), said };
}

/** A slow machine may give a long file up; then it says so. */
function isGivenUp({ said }: Outcome): boolean {
  return said.some(problem => problem.startsWith('took too long to parse'));
}

const many = 100_000;
const times = (text: string, count = many): string => text.repeat(count);
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
/** Functions that hand their parameter to the next one so many times each, and give it back. */
const handing = (functions: number, calls: number, last: string): string =>
  lines(functions, index =>
    index === functions - 1
      ? `def f${index}(c):\n${last}`
      : `def f${index}(c):\n${times(` c = f${index + 1}(c)\n`, calls)} return c`,
  );

const python = 'from transformers import AutoModel\n';
const pythonLoad = 'AutoModel.from_pretrained("org/model")\n';
const script = 'import { pipeline } from "@huggingface/transformers";\n';
const scriptLoad = 'pipeline("t", "org/model");\n';
const loaded = 'AutoModel.from_pretrained(x)';

const deep = /^is nested too deep: (read in part|not read)/;
const slow = /^(took too long to parse|is too long to parse: not read)/;
const cut = /^was too long to follow: some values are missing$/;

/** Python, with a loading call before and behind it. */
const pythonTexts: Readonly<Record<string, readonly [text: string, says?: RegExp]>> = {
  'a list of millions in one line': [`x = [${times('1,', 2_400_000)}]`, slow],
  'a text of 4.9 MB in one line': [`x = "${times('a', 4_900_000)}"`],
  'a comment of 4.9 MB': [`#${times('x', 4_900_000)}`],
  'brackets inside brackets': [`x = ${times('[')}${times(']')}`, deep],
  'parentheses inside parentheses': [`x = ${times('(')}1${times(')')}`, deep],
  'dictionaries inside dictionaries': [`x = ${times('{1:')}1${times('}')}`, deep],
  'lambdas that return lambdas': [`x = ${times('lambda: ')}1`, deep],
  'f-strings inside f-strings': [`x = ${times('f"{', 5_000)}1${times('}"', 5_000)}`, deep],
  'a long f-string': [`x = f"${times('{a}', 50_000)}"\n${loaded}`],
  'arguments that functions hand on to each other': [
    `def f0_0(args): AutoModel.from_pretrained(args.model)\n${lines(4, layer =>
      lines(
        60,
        index =>
          `def f${layer + 1}_${index}(args):\n${lines(layer === 0 ? 1 : 60, to => ` f${layer}_${to}(args)`)}`,
      ),
    )}`,
    cut,
  ],
  'fields inside each other that are set on one object': [
    `cfg = make()\ncfg${'.a'.repeat(3_000)} = 1\nAutoModel.from_pretrained(cfg.a)`,
  ],
  'thousands of fields that are set on one object': [
    `cfg = make()\n${lines(20_000, index => `cfg.x${index}.y = ${index}`)}\nAutoModel.from_pretrained(cfg.x1.y)`,
  ],
  'a condition that is denied again and again': [`if ${times('not ')}a: pass`, deep],
  'a chain of elif': [`if a: pass\n${times('elif a: pass\n')}`],
  'blocks inside blocks': [
    `${lines(1_000, index => `${' '.repeat(index)}if a:`)}\n${' '.repeat(1_000)}pass`,
    deep,
  ],
  'conditionals inside conditionals': [`x = ${times('a if b else ')}1`, deep],
  'conditionals inside the conditions of conditionals': [
    `x = ${times("('a' if x in [", 40)}1${times("] else 'b')", 40)}`,
  ],
  'conditions inside the owners of what conditions ask for': [
    `x = ${times("('a' if (", 40)}b${times(").c else 'b')", 40)}`,
  ],
  'assignments to twenty thousand names': [`${times('a = ', 20_000)}"org/other"`],
  'a chain of methods': [`x = f${times('.a()', 50_000)}`, deep],
  'a sum of names': [`x = ${times('a + ', 50_000)}a\n${loaded}`, deep],
  'thousands of sums of a list with a name': [
    `${times(`x = [${times('"word",', 400)}]\n`, 8)}${times(`f(y${times(' + x', 10)})\n`, 8_000)}`,
  ],
  'a sum of texts': [`x = ${times('"a" + ', 50_000)}"a"\n${loaded}`, deep],
  'texts beside each other': [`x = ${times('"a" ', 50_000)}\n${loaded}`],
  'a text doubled sixty times': [
    `a0 = "a"\n${lines(60, index => `a${index + 1} = a${index} + a${index}`)}\nx = a60\n${loaded}`,
  ],
  'names of names of names': [
    `C0 = "org/zero"\n${lines(50_000, index => `C${index + 1} = C${index}`)}\nx = C50000\n${loaded}`,
  ],
  'calls inside calls': [`x = ${times('f(')}${times(')')}`, deep],
  'patterns inside patterns': [`${times('(', 20_000)}a${times(',)', 20_000)} = x`],
  'nothing but opened brackets': [`x = ${times('[')}`],
  'nothing but closed brackets': [times('x = ) ] }\n', 20_000)],
  'nothing but quotes': [times('"""\'\'\'', 20_000)],
  'functions that call each other': [
    `${lines(300, index => `def f${index}(x): return f${(index * 7 + 1) % 300}(x) or f${(index * 11 + 3) % 300}(x)`)}\nx = f0("org/other")\n${loaded}`,
  ],
  'functions that hand on their parameter': [
    lines(
      300,
      index =>
        `def f${index}(x):\n  f${(index * 7 + 1) % 300}(x); f${(index * 11 + 3) % 300}(x)\n  ${loaded}`,
    ),
  ],
  'functions inside each other that are handed one object, in more places than anybody reads': [
    `cfg = make()\n${handing(5, 30, ' c.model = "org/model"\n return c')}\ncfg = f0(cfg)\nAutoModel.from_pretrained(cfg.model)`,
    cut,
  ],
  'methods that are parts of themselves': [
    'from functools import partial\nfrom transformers import AutoModel\nclass A:\n  def load(self, name):\n' +
      '    self.query.load = partial(self.query.load, task=1)\n    AutoModel.from_pretrained(name)\n' +
      loaded,
  ],
  'classes that extend each other': [
    'class A(B): pass\nclass B(C): pass\nclass C(A): pass\nclass S(S): pass\nA.load(S.name)\nx = A().name\n' +
      loaded,
  ],
  'sixty diamonds of classes': [
    `${lines(60, index => `class C${index + 1}(C${index}, C${index}): pass`)}\nx = C60.name\n${loaded}`,
  ],
  'surrogates without their other half': ['x = "\ud800org/x\udc00"'],
  'NUL characters': ['x = "a\0b"\n'],
};

/** TypeScript, with a loading call before and behind it. */
const scriptTexts: Readonly<Record<string, readonly [text: string, says?: RegExp]>> = {
  'a list of millions in one line': [`x = [${times('1,', 2_400_000)}]`, slow],
  'brackets inside brackets': [`x = ${times('[')}${times(']')}`, deep],
  'three hundred brackets': [`x = ${times('[', 300)}${times(']', 300)}`, deep],
  'parentheses inside parentheses': [`x = ${times('(')}1${times(')')}`, deep],
  'objects inside objects': [`x = ${times('{a:', 40_000)}1${times('}', 40_000)}`, deep],
  'functions that return functions': [`x = ${times('() => ', 40_000)}1`, deep],
  'templates inside templates': [`x = ${times('`${', 40_000)}1${times('}`', 40_000)}`, deep],
  'a chain of else if': [`if (a) {}${times(' else if (a) {}', 15_000)}`, deep],
  'assignments to twenty thousand names': [`${times('a = ', 20_000)}"org/other"`, deep],
  'a chain of methods': [`f${times('.a()', 50_000)}`, deep],
  'a sum of names': [`x = ${times('a + ', 50_000)}a`, deep],
  'a sum of texts': [`x = ${times('"a" + ', 40_000)}"a"`, deep],
  'patterns inside patterns': [`const ${times('[', 20_000)}a${times(']', 20_000)} = x`, deep],
  'types inside types': [`let x: ${times('A<', 20_000)}B${times('>', 20_000)}`, deep],
  'nothing but closed brackets': [times(') ] }', 20_000), /^has a syntax error/],
  'surrogates without their other half, and NUL': ['x = "\ud800\0\udc00";'],
};

describe('hostile sources end, and what was given up is said', function () {
  this.timeout(60_000);

  const check =
    (file: string, head: string, load: string, text: string, says: RegExp | undefined) => async () => {
      const found = await outcome({ [file]: `${head}${load}${text}\n${load}` });
      assert.ok(found.ids.includes('org/model') || found.said.length > 0, 'neither found nor given up');
      if (says && !isGivenUp(found))
        assert.ok(
          found.said.some(problem => says.test(problem)),
          found.said.join('; '),
        );
      if (found.said.length === 0) assert.deepEqual(found.ids, ['org/model', 'org/model']);
      assert.ok(!found.said.some(problem => problem.includes('call stack')), found.said.join('; '));
    };
  for (const [what, [text, says]] of Object.entries(pythonTexts)) {
    it(`Python: ${what}`, check('app.py', python, pythonLoad, text, says));
  }
  for (const [what, [text, says]] of Object.entries(scriptTexts)) {
    it(`TypeScript: ${what}`, check('app.ts', script, scriptLoad, text, says));
  }

  it('a text of many names that is evaluated costs the file nothing else', async () => {
    const evaluated = `AutoModel.from_pretrained(eval("a${times('.a', 50_000)}"))`;
    assert.deepEqual(await outcome({ 'app.py': `${python}${pythonLoad}${evaluated}\n` }), {
      ids: ['org/model'],
      said: [],
    });
  });

  it('what the last of ten functions sets is found once, however many ways lead to it', async () => {
    const functions = handing(10, 10, ' c.model = "org/model"\n return c');
    assert.deepEqual(
      await outcome({
        'app.py': `${python}cfg = make()\n${functions}\ncfg = f0(cfg)\nAutoModel.from_pretrained(cfg.model)\n`,
      }),
      { ids: ['org/model'], said: [] },
    );
  });

  it('thousands of functions inside each other that hand one object back cost the file nothing else', async () => {
    const functions = handing(3_000, 1, ' return c');
    assert.deepEqual(
      await outcome({
        'app.py': `${python}cfg = make()\n${functions}\ncfg = f0(cfg)\n${pythonLoad}AutoModel.from_pretrained(cfg.model)\n`,
      }),
      { ids: ['org/model'], said: [] },
    );
  });

  it('both names of a chain have its value', async () => {
    const { ids } = await outcome({
      'app.py': `${python}a = b = make("org/x") or "org/y"\nAutoModel.from_pretrained(a)\nAutoModel.from_pretrained(b)`,
    });
    assert.deepEqual([...new Set(ids)], ['org/y']);
  });
});

describe('large programs are followed as far as a budget reaches', function () {
  this.timeout(60_000);

  const lookups: Readonly<Record<string, string>> = {
    'the last of 50,000 constants': `${lines(50_000, index => `C${index} = "org/m${index}"`)}\nAutoModel.from_pretrained(C49999)`,
    'the last key of a dictionary of 50,000': `D = {${lines(50_000, index => `"k${index}": "org/m${index}",`)}}\nAutoModel.from_pretrained(D["k49999"])`,
    'the last of 20,000 options': `import argparse\np = argparse.ArgumentParser()\n${lines(20_000, index => `p.add_argument("--m${index}", default="org/m${index + 30_000}")`)}\nargs = p.parse_args()\nAutoModel.from_pretrained(args.m19999)`,
  };
  for (const [what, text] of Object.entries(lookups)) {
    it(what, async () => {
      const found = await outcome({ 'app.py': python + text });
      if (!isGivenUp(found)) assert.deepEqual(found, { ids: ['org/m49999'], said: [] });
    });
  }

  it('5,000 keys of one dictionary', async () => {
    const table = `D = {${lines(20_000, index => `"k${index}": "org/m${index}",`)}}`;
    const found = await outcome({
      'app.py': `${python}${table}\n${lines(5_000, index => `AutoModel.from_pretrained(D["k${index}"])`)}`,
    });
    if (!isGivenUp(found)) assert.equal(found.ids.length, 5_000);
  });

  it('5,000 loads of one name, each behind a look-up of it in a table of its own', async () => {
    const loads = lines(
      5_000,
      index => `T${index} = {"org/x": 1}\nx${index} = T${index}[name]\nAutoModel.from_pretrained(name)`,
    );
    const found = await outcome({ 'app.py': `${python}name = "org/x"\n${loads}` });
    if (!isGivenUp(found)) assert.equal(found.ids.length, 5_000);
  });

  it('a command behind 20,000 folders of one name that a notebook writes', async () => {
    const writes = lines(20_000, index => `x = "a${index}"\nmodel.save_pretrained(x)`);
    const cells = [writes, '!vllm serve org/x'].map(source => ({ cell_type: 'code', source }));
    const found = await outcome({ 'a.ipynb': JSON.stringify({ cells, nbformat: 4 }) });
    if (!isGivenUp(found)) assert.deepEqual(found.ids, ['org/x']);
  });

  it('20,000 loads, of one constant and of as many texts', async () => {
    const one = await outcome({
      'app.py': `${python}N = "org/x"\n${times('AutoModel.from_pretrained(N)\n', 20_000)}`,
    });
    const all = await outcome({
      'app.py': python + lines(20_000, index => `AutoModel.from_pretrained("org/m${index}")`),
    });
    for (const found of [one, all]) if (!isGivenUp(found)) assert.equal(found.ids.length, 20_000);
  });

  it('a caller behind one that takes more steps than there are', async () => {
    const deep = lines(
      40,
      index => `def d${index}(n):\n  return d${index + 1}(n) or d${index + 1}(n) or d${index + 1}(n)`,
    );
    const found = await outcome({
      'app.py': `${python}def f(n):\n  AutoModel.from_pretrained(n)\n${deep}\nf(d0("org/x"))\nf("org/last")`,
    });
    if (!isGivenUp(found)) assert.deepEqual(found.ids, ['org/last']);
  });

  it('some of the 20,000 places a function is called from, and says that there are more', async () => {
    const calls = lines(20_000, index => `f("org/m${index}")`);
    const inPython = await outcome({
      'app.py': `${python}def f(n):\n  return AutoModel.from_pretrained(n)\n${calls}`,
    });
    const inScript = await outcome({
      'app.ts': `${script}function f(n) { return pipeline("t", n) }\n${calls}`,
    });
    for (const found of [inPython, inScript]) {
      if (isGivenUp(found)) continue;
      assert.ok(found.ids.length >= 100);
      assert.match(found.said.join('; '), cut);
    }
  });

  it('a loop over a dictionary of 50,000, which it says is more than it follows', async () => {
    const found = await outcome({
      'app.py': `${python}D = {${lines(50_000, index => `"k${index}": "org/m${index}",`)}}\nfor k in D:\n  AutoModel.from_pretrained(D[k])`,
    });
    if (!isGivenUp(found)) assert.match(found.said.join('; '), cut);
  });

  it('a function that is handed on from forty lines each, through three functions', async () => {
    const passing = (name: string, next: string) => `def ${name}(fn):\n${times(` ${next}(fn)\n`, 40)}`;
    const chain = `def d(fn):\n fn("org/model")\n${passing('c', 'd')}${passing('b', 'c')}${passing('a', 'b')}`;
    const loads = lines(
      20,
      index => `def load${index}(name):\n AutoModel.from_pretrained(name)\n${times(`a(load${index})\n`, 40)}`,
    );
    const found = await outcome({ 'app.py': `${python}${chain}${loads}` });
    assert.equal(isGivenUp(found), false);
  });

  it('texts of a thousand parts and a thousand others, in a process of little memory', async () => {
    const list = (name: string) => `${name} = [${lines(1_000, index => `"${name}${index}",`)}]`;
    const load = 'for a in A:\n for b in B:\n  AutoModel.from_pretrained(f"{a}/{b}")';
    const found = await findInProcess({ 'app.py': `${python}${list('A')}\n${list('B')}\n${load}` }, 130);
    assert.equal(found.length, 1_000);
  });

  it('no more values than anybody reads', async () => {
    const list = `L = [${lines(300, index => `"m${index}",`)}]`;
    const loops = 'for a in L:\n for b in L:\n  for c in L:\n   AutoModel.from_pretrained(f"{a}/{b}-{c}")';
    const found = await outcome({ 'app.py': `${python}${list}\n${loops}` });
    assert.ok(found.ids.length <= 1_000);
    assert.match(found.said.join('; '), cut);
  });
});

describe('files that lead to each other', function () {
  this.timeout(60_000);

  const circle = (
    count: number,
    ending: string,
    text: (next: (step: number) => string, index: number) => string,
  ) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `m${index}${ending}`,
        text(step => `m${(index + step) % count}`, index),
      ]),
    );

  it('a file that imports itself', async () => {
    const { ids } = await outcome({
      'app.py': `${python}from app import X\nX = X\nfrom app import *\nimport app\nAutoModel.from_pretrained(app.X)\n${pythonLoad}`,
    });
    assert.deepEqual(ids, ['org/model']);
  });

  it('two files', async () => {
    const { ids } = await outcome({
      'a.py': `${python}from b import X, Y\nAutoModel.from_pretrained(X)\nOWN = "org/y"\n`,
      'b.py': `${python}from a import X, OWN as Y\nAutoModel.from_pretrained(Y)\n`,
    });
    assert.deepEqual(ids, ['org/y']);
  });

  it('a hundred files', async () => {
    const files = circle(
      100,
      '.py',
      next => `${python}from ${next(1)} import X\nAutoModel.from_pretrained(X)\n${pythonLoad}`,
    );
    assert.equal((await outcome(files)).ids.length, 100);
  });

  it('a hundred files that pass on everything of ten others', async () => {
    const inPython = circle(
      100,
      '.py',
      next =>
        `${python}${lines(10, step => `from ${next(step * 3 + 1)} import *`)}\nAutoModel.from_pretrained(X)\n${pythonLoad}`,
    );
    const inScript = circle(
      100,
      '.ts',
      next =>
        `${script}${lines(10, step => `export * from "./${next(step * 3 + 1)}";`)}\nimport { X } from "./${next(1)}";\npipeline("t", X);\n${scriptLoad}`,
    );
    assert.equal((await outcome(inPython)).ids.length, 100);
    assert.equal((await outcome(inScript)).ids.length, 100);
  });

  it('a name passed on through a circle is found where it is', async () => {
    const files = circle(
      20,
      '.py',
      (next, index) =>
        `${python}${index === 15 ? 'X = "org/x"\n' : ''}from ${next(1)} import *\nAutoModel.from_pretrained(X)\n`,
    );
    assert.deepEqual(new Set((await outcome(files)).ids), new Set(['org/x']));
  });

  it('two thousand files', async () => {
    const files = circle(
      2_000,
      '.py',
      (next, index) =>
        `${python}import ${next(3)}, ${next(7)}\nfrom ${next(1)} import N as M, f as g\nN = M or "org/m${index}"\ndef f(x=N): return g(x)\nAutoModel.from_pretrained(f())\nAutoModel.from_pretrained(${next(3)}.N)\n`,
    );
    assert.ok((await outcome(files)).ids.length >= 2_000);
  });
});

describe('hostile settings, scripts and notebooks', function () {
  this.timeout(60_000);

  const files: Readonly<Record<string, readonly [file: string, text: string, says?: RegExp]>> = {
    'aliases that stand for billions of nodes': [
      'a.yaml',
      `a0: &a0 ["org/m"]\n${lines(30, index => `a${index + 1}: &a${index + 1} [${times(`*a${index},`, 9)}*a${index}]`)}`,
    ],
    'YAML that is a part of itself': [
      'a.yaml',
      'a: &a\n  <<: *a\n  run: *a\n  command: *a\n  env: *a\n  jobs: *a\n',
    ],
    'deep YAML': ['a.yaml', times('[') + times(']')],
    'YAML of dashes': ['a.yaml', `${times('- ')}x`],
    'YAML of anchors': ['a.yaml', `${times('&a ')}x`],
    'YAML of tags': ['a.yaml', `${times('!a ')}x`],
    'YAML of documents': ['a.yaml', times('---\n')],
    'YAML in deep indentation': ['a.yaml', lines(1_000, index => `${' '.repeat(index)}a:`)],
    'deep JSON': ['a.json', times('{"a":') + times('}')],
    'deep TOML': ['a.toml', `a = ${times('[')}${times(']')}`],
    'deep keys of TOML': ['a.toml', `${times('a.')}a = 1`],
    'an INI file of brackets': ['a.ini', `${times('[')}\n${times(' ')}x\na = ${times('"')}`],
    'substitutions inside substitutions': ['a.sh', `echo ${times('$(')}${times(')')}`, deep],
    'parentheses of a shell': ['a.sh', `${times('(')}ls${times(')')}`],
    'conditions of a shell': ['a.sh', times('if true; then\n', 20_000) + times('fi\n', 20_000)],
    'braces that stand for a billion words': ['a.sh', `python t.py --model ${times('{a,b}', 30)}`],
    'a variable doubled forty times': ['a.sh', `A=x\n${times('A="$A$A"\n', 40)}vllm serve $A`],
    'a script of more than a megabyte': [
      'a.sh',
      times('vllm serve org/model\n', 60_000),
      /^is too long for a script: not read$/,
    ],
    'variables of make that need each other': [
      'Makefile',
      'A = $(B)\nB = $(A)\nC = $(C)\nall:\n\tvllm serve $(A) $(C)\n',
    ],
    'variables of make that double': [
      'Makefile',
      `A0 = x\nA0 = y\n${lines(60, index => `A${index + 1} = $(A${index})$(A${index})`)}\nall:\n\tvllm serve $(A60)\n`,
    ],
    'references of make inside each other': ['Makefile', `all:\n\tls ${times('$(')}`, deep],
    'a Dockerfile of here-documents': ['Dockerfile', `FROM x\n${times('RUN <<EOF\n', 20_000)}`],
    'here-documents that never end, each by another word': [
      'Dockerfile',
      `FROM x\nRUN a ${lines(8_000, index => `<<w${index}`).replaceAll('\n', ' ')}\n${times('#\n', 450_000)}`,
    ],
    'dashes before a here-document': ['Dockerfile', `FROM x\nRUN ${times('-', 5_000)} cat <<EOF\nx\nEOF\n`],
    'a Dockerfile of programs': [
      'Dockerfile',
      `FROM x\n${times('RUN python <<EOF\nprint(1)\nEOF\n', 5_000)}`,
      /^has more code in its commands than is read$/,
    ],
    'a here-document of many lines': ['a.sh', `python <<'EOF'\n${times('load(a)[1:]\n', 10_000)}EOF\n`],
    'a here-document of variables': ['a.sh', `A=x\npython <<EOF\n${times('load("$A")\n', 10_000)}EOF\n`],
    'many programs of many values': [
      'a.sh',
      `for a in ${lines(60, index => `org/m${index}`).replaceAll('\n', ' ')}; do\n${times('python -c "load(\'$a\')"\n', 3_000)}done\n`,
      /^has more code in its commands than is read$/,
    ],
    'quotes that a shell prints': ['a.sh', `echo '\\n"${times('\\"', 400_000)}' > a.py\n`, /syntax error/],
    'brackets in code': ['a.sh', `python -c '${times('[')}${times(']')}'`, deep],
    'Python in a shell in Python': [
      'a.sh',
      `python -c 'import os; os.system("python -c \\"import os; os.system(\\\\\\"ls\\\\\\")\\"")'`,
    ],
    'a notebook of deep metadata': ['a.ipynb', `{"metadata":${times('[')}${times(']')},"cells":[]}`],
    'a notebook of deep cells': ['a.ipynb', `{"cells":[${times('[')}${times(']')}]}`, /^cell 1 is damaged$/],
  };
  for (const [what, [file, text, says]] of Object.entries(files)) {
    it(what, async () => {
      const { said } = await outcome({ [file]: text });
      if (says) assert.match(said.join('; '), says);
      else assert.deepEqual(said, []);
    });
  }

  it('notebooks of wrong shapes', async () => {
    for (const text of [
      '',
      'null',
      '[]',
      '0',
      '"x"',
      '{',
      '{"cells":{}}',
      '{"cells":null}',
      '{"metadata":{}}',
    ]) {
      assert.deepEqual(
        (await outcome({ 'a.ipynb': text })).said,
        ['is not a notebook: no list of cells'],
        text,
      );
    }
    const cells = [
      null,
      1,
      [],
      {},
      { cell_type: 'code', source: 3 },
      { cell_type: 'code', source: [1] },
      { cell_type: 'code', source: python + pythonLoad },
    ];
    const found = await outcome({ 'a.ipynb': JSON.stringify({ cells, metadata: { kernelspec: 'x' } }) });
    assert.deepEqual(found.ids, ['org/model']);
    assert.equal(found.said.length, 6);
  });

  it('a notebook of 10,000 cells', async () => {
    const cells = Array.from({ length: 10_000 }, (_, index) => ({
      cell_type: 'code',
      source: [python, `AutoModel.from_pretrained("org/m${index}")`],
    }));
    const found = await outcome({ 'a.ipynb': JSON.stringify({ cells }) });
    assert.equal(new Set(found.ids).size, 10_000);
    assert.deepEqual(found.said, []);
  });
});

describe('lines are counted as an editor counts them', () => {
  const line = async (file: string, text: string): Promise<number | undefined> => {
    const finder = new Finder(new Set([file]), () => false);
    finder.set(file, await parseSource(file, text), text.length);
    finder.search(finder.stale());
    return finder.references()[0]?.range.start.line;
  };

  it('at a lone carriage return', async () => {
    assert.equal(await line('app.py', (python + pythonLoad).replaceAll('\n', '\r')), 1);
    assert.equal(await line('app.ts', (script + scriptLoad).replaceAll('\n', '\r')), 1);
    assert.equal(await line('run.sh', 'echo\rollama pull llama3\r'), 1);
  });

  it('not at U+2028 and U+2029', async () => {
    assert.equal(await line('app.ts', `/* \u2028 */\u2029${script}const s = "\u2028"; ${scriptLoad}`), 1);
    assert.equal(await line('app.py', `# \u2028\u2029\x0c\x0b\x85\n${python}${pythonLoad}`), 2);
  });

  it('behind a byte order mark and tabs', async () => {
    assert.equal(await line('app.py', `\ufeff${python}if x:\n\t${pythonLoad}`), 2);
    assert.equal(await line('app.ts', `\ufeff${script}\t\t${scriptLoad}`), 1);
  });
});
