import assert from 'node:assert/strict';
import { sketchOf } from '../../src/find/sketch.ts';

const python = (text: string): readonly string[] => sketchOf(text, 'python')?.calls ?? [];

describe('a sketch of a file', () => {
  it('says what the file imports and calls', () => {
    const sketch = sketchOf('from .nets import Net\nNet(args)\nclass Own(Net):\n    pass\n', 'python');
    assert.deepEqual(sketch?.imports, ['.nets', '.nets.Net']);
    assert.deepEqual(sketch?.calls, ['Net', 'Own', 'nets', 'to:Net']);
    assert.deepEqual(sketch?.bases, ['Net']);
  });

  it('says that the file may call what it looks up in a table', () => {
    assert.ok(python('from nets import NETS\nmade = NETS[kind]\nmade(args)').includes('[]'));
    assert.ok(python('import nets\nOWN[kind](args)').includes('[]'));
    assert.ok(python('import nets\nfrom nets import NETS\nmade = NETS[kinds[0]]').includes('[]'));
    assert.ok(!python('import nets\nvalue = numbers[3]\nprint(value)').includes('[]'));
  });

  it('says what the file hands on that may have come with all names of a module', () => {
    const click = 'button.click(fn=chat, inputs=[model, text])';
    assert.ok(python(`from jobs import *\n${click}`).includes('chat'));
    assert.ok(!python(`import jobs\n${click}`).includes('chat'));
  });

  it('says which imported functions the file gives to calls', () => {
    assert.ok(python('from jobs import load as get\nretry(get, name)').includes('to:get'));
    assert.ok(python('import jobs\nretry(3, fn=jobs.load)').includes('to:load'));
    assert.ok(python('import lib.jobs\nretry(lib.jobs.load)').includes('to:load'));
    assert.ok(python('import lib.jobs as jobs\nretry(jobs.load)').includes('to:load'));
    assert.ok(python('from lib import Job\njob = Job(3)\nretry(job.load)').includes('to:load'));
    assert.ok(python('from lib import Job\nretry(Job("x").load)').includes('to:load'));
    assert.ok(python('from jobs import load\nretry(  # go\n\n    load  # it\n)').includes('to:load'));
    assert.ok(!python('import jobs\nretry(3, fn=own.load)\njobs.load(3)').includes('to:load'));
    // Each line of a comment is passed in one way, whatever ends it, and not from each line anew.
    for (const comment of ['  # of a note\r\n', '# load,\n']) {
      const text = `from jobs import load\nretry(${comment.repeat(50_000)}3)`;
      assert.ok(!python(text).includes('to:load'));
    }
    const script = (text: string) => sketchOf(text, 'ecmascript')?.calls ?? [];
    assert.ok(script('import { load as get } from "./jobs.js";\nretry(get);').includes('to:get'));
    assert.ok(script('const { load } = require("./jobs.js");\nretry(3, load);').includes('to:load'));
  });

  it('says which scripts the file may start', () => {
    const scripts = (text: string, language: 'python' | 'ecmascript' = 'python') =>
      sketchOf(text, language)?.scripts;
    assert.deepEqual(scripts('import subprocess\nsubprocess.run(["python", "tools/train.py", "-x"])'), [
      'train.py',
    ]);
    assert.deepEqual(scripts('import os\nos.system("python -m pkg.train --name x")'), ['train.py']);
    assert.deepEqual(scripts('import sys\nsys.argv = ["x", "--name", "y"]'), ['*']);
    assert.deepEqual(scripts('import os\nopen("train.py")'), []);
    assert.deepEqual(scripts('from testing import run\nrun(f"{folder}/train.py\n  --name x".split())'), [
      'train.py',
    ]);
    assert.deepEqual(
      scripts('from testing import run_subprocess\nrun_subprocess(first + ["a/run.py"] + last)'),
      ['run.py'],
    );
    assert.deepEqual(scripts('new Worker(new URL("./deep/worker.js", import.meta.url))', 'ecmascript'), [
      'worker.js',
    ]);
  });

  it('says what the file gives another name', () => {
    const sketch = sketchOf(
      'import numpy as np\nfrom nets import (\n    Net as Model,\n    Other,\n)\nMain = Other\r\nload = make  # old\n  x = Y\n',
      'python',
    );
    assert.deepEqual(sketch?.renames, ['Net Model', 'Other Main', 'make load']);
  });

  it('says what a list in brackets imports', () => {
    const sketch = sketchOf('from nets import (\n    Net,\n    Other\n)\n', 'python');
    assert.deepEqual(sketch?.imports, ['nets', 'nets.Net', 'nets.Other']);
  });

  it('says what an import may mean in folders that the file has added to its path', () => {
    const sketch = sketchOf('import sys\nsys.path.append("../lib")\nfrom nets import Net\n', 'python');
    assert.ok(sketch?.imports.includes('..lib.nets'));
    assert.ok(sketch?.imports.includes('..lib.nets.Net'));
  });

  it('is made of long lines and of brackets that never close as of others', function () {
    this.timeout(60_000);
    for (const part of [
      'a[',
      '$a',
      'from a import (\n',
      'class A(\n',
      'class A(\u2028',
      'sys.path.append(\n',
      ':  ',
      'a.',
      'a = a.',
      'a(',
      'return a',
    ]) {
      const text = part.repeat(1_000_000 / part.length);
      assert.ok(sketchOf(`import y\nz = \n${text}\n`, 'python'));
      assert.ok(sketchOf(`from y import ${'a'.repeat(1_000_000)}\n`, 'python'));
    }
  });

  it('ends soon where lists of folders never close, or are many and long', function () {
    this.timeout(60_000);
    const extend = 'import sys\nsys.path.extend(X)\n'.repeat(8);
    assert.ok(sketchOf(extend + 'X = [\n'.repeat(200_000), 'python'));
    const many = `X = ["${'b'.repeat(1_000)}" + n for n in [${'"a",'.repeat(200_000)}]]\n`;
    assert.ok(sketchOf(extend + many, 'python'));
  });

  it('says whether a class that something gave is called', () => {
    assert.ok(python('import nets\nnet_cls = nets.get(kind)\nnet_cls(path)').includes('[]'));
    assert.ok(!python('import nets\nnet_cls = nets.get(kind)\nbuild(net_cls)').includes('[]'));
  });

  it('says which functions give what the file calls', () => {
    const calls = python('import nets\nnet = nets.get(kind)\nnet(path)\nfind(kind)(path)\nother = make()\n');
    assert.ok(calls.includes('@get'));
    assert.ok(calls.includes('@find'));
    assert.ok(!calls.includes('@make'));
    assert.ok(python('import kinds\nkinds.Kind[kind].value(path)').includes('[]'));
  });

  it('says which functions and classes the file holds', () => {
    const text =
      'from nets import Small, Large, Used, used\ndef get(kind):\n    if kind:\n        return Small\n    return find(kind)\nNETS = {"large": Large}\nUsed(path)\nused = 3\n';
    const held = python(text).filter(name => name.startsWith('of:'));
    assert.deepEqual(held, ['of:Small', 'of:Large', 'of:@find']);
    assert.ok(python('from nets import NETS\ndef get(kind):\n    return NETS[kind]\n').includes('of:[]'));
  });

  it('says what statements that are put together may import', () => {
    const text = `import os\nNETS = {"net": "Net"}\nfor key, name in NETS.items():\n    exec(f"from .nets.{key} import {name}")`;
    assert.deepEqual(sketchOf(text, 'python')?.imports, ['os', '.nets.net', '.nets.Net']);
  });

  it('says what texts of the file may have importlib import', () => {
    const text = 'import importlib\nNETS = {"net": "pkg.nets.Net"}\nimportlib.import_module(NETS[kind])\n';
    assert.deepEqual(sketchOf(text, 'python')?.imports, ['importlib', 'net', 'pkg.nets.Net', 'pkg.nets']);
  });

  it('is none of a file that imports nothing', () => {
    assert.equal(sketchOf('print(3)', 'python'), undefined);
  });
});
