import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModelReference } from '../../src/model/reference.ts';
import { findInFiles, findInText } from '../support/find-in-text.ts';

async function idsIn(code: string, file = 'app.py'): Promise<readonly (string | undefined)[]> {
  return (await findInText(file, code)).map(reference => reference.id);
}

async function only(code: string, file = 'app.py'): Promise<ModelReference> {
  const references = await findInText(file, code);
  assert.equal(references.length, 1);
  const [first] = references;
  assert.ok(first);
  return first;
}

const python = 'from transformers import AutoModel\n';

describe('an id is found wherever the file itself tells it', () => {
  const hidingPlaces: Readonly<Record<string, string>> = {
    'a constant': 'NAME = "org/model"\nAutoModel.from_pretrained(NAME)',
    'a default argument': 'def load(name="org/model"):\n    return AutoModel.from_pretrained(name)',
    'an f-string of known parts': 'ORG = "org"\nAutoModel.from_pretrained(f"{ORG}/model")',
    'a sum': 'AutoModel.from_pretrained("org/" + "model")',
    'a class attribute':
      'class A:\n    name = "org/model"\n    def load(self):\n        AutoModel.from_pretrained(self.name)',
    'an attribute set in the constructor':
      'class A:\n    def __init__(self):\n        self.name = "org/model"\n        AutoModel.from_pretrained(self.name)',
    'a dictionary': 'NAMES = {"small": "org/model"}\nAutoModel.from_pretrained(NAMES["small"])',
    'a conditional': 'AutoModel.from_pretrained("org/model" if small else other)',
    'a loop over a list': 'for name in ["org/model"]:\n    AutoModel.from_pretrained(name)',
    'tuple unpacking': 'name, size = "org/model", 3\nAutoModel.from_pretrained(name)',
    'keyword options':
      'options = {"pretrained_model_name_or_path": "org/model"}\nAutoModel.from_pretrained(**options)',
    'a helper that returns it': 'def name():\n    return "org/model"\nAutoModel.from_pretrained(name())',
    'a subclass of the library': 'class Mine(AutoModel):\n    pass\nMine.from_pretrained("org/model")',
    'a class that extends the one that loads':
      'class Base:\n    name = None\n    def load(self):\n        AutoModel.from_pretrained(self.name)\nclass Mine(Base):\n    name = "org/model"',
    'a table whose key somebody gives':
      'NAMES = {"small": "org/model"}\ndef load(size="large"):\n    AutoModel.from_pretrained(NAMES[size])',
    'the constant of a flag without a value':
      'parser.add_argument("--model", nargs="?", const="org/model")\nargs = parser.parse_args()\nAutoModel.from_pretrained(args.model)',
  };
  for (const [place, code] of Object.entries(hidingPlaces)) {
    it(place, async () => assert.deepEqual(await idsIn(python + code), ['org/model']));
  }

  const scriptPlaces: Readonly<Record<string, string>> = {
    'a static member':
      'class A { static model = "org/model"; static get() { return pipeline("t", this.model); } }',
    'a template literal': 'const org = "org"; pipeline("t", `${org}/model`);',
    'an enum': 'enum M { Small = "org/model" }\npipeline("t", M.Small);',
    'as const': 'const M = { small: "org/model" } as const;\npipeline("t", M.small);',
    destructuring: 'const { model } = { model: "org/model" };\npipeline("t", model);',
  };
  for (const [place, code] of Object.entries(scriptPlaces)) {
    const source = `import { pipeline } from "@huggingface/transformers";\n${code}`;
    it(`${place} (TypeScript)`, async () => assert.deepEqual(await idsIn(source, 'app.ts'), ['org/model']));
  }
});

describe('an id is found in other files of the repository', () => {
  it('in a class that extends the one that loads', async () => {
    const references = await findInFiles({
      'base.py': `${python}class Base:\n    def load(self):\n        AutoModel.from_pretrained(self.name)`,
      'mine.py': 'from base import Base\nclass Mine(Base):\n    name = "org/model"',
    });
    assert.deepEqual(
      references.flatMap(({ id, range }) => (id === undefined ? [] : [[id, range.file]])),
      [['org/model', 'mine.py']],
    );
  });

  it('in a table that hundreds of calls fill, whatever long way its key comes', async () => {
    const calls = Array.from(
      { length: 300 },
      (_, index) => `register("k${index}", "org/m${index}", id="org/h${index}")`,
    );
    const users = Array.from(
      { length: 60 },
      (_, index) => `def use${index}(kind):\n    load(kind)\n    load("u" + kind)`,
    );
    const table =
      'TABLE = {}\ndef register(kind, name, *, id=None, **more):\n    TABLE[kind] = {"name": name, "id": id, **more}';
    const load =
      'def load(kind, name=None):\n    if name is None:\n        name = TABLE[kind]["id" if hub else "name"]\n    AutoModel.from_pretrained(name)';
    const found = await idsIn([python, table, ...calls, load, ...users].join('\n'));
    assert.equal(new Set(found).size, 600);
  });

  it('in the options that another file declares', async () => {
    const files = {
      'app/options.py':
        'class Options:\n    def declare(self):\n        self.parser.add_argument("--model_id", default="org/model")',
      'app/load.py': `${python}def load(opt):\n    AutoModel.from_pretrained(opt.model_id)`,
      'other/options.py': 'parser.add_argument("--model_id", default="org/other")',
    };
    const references = await findInFiles(files, id => id.startsWith('org/'));
    const loaded = references.filter(({ evidence }) => evidence === 'loaded');
    assert.deepEqual(
      loaded.flatMap(({ id }) => id ?? []),
      ['org/model'],
    );
  });

  it('beside a folder that bears the name of the library', async () => {
    const references = await findInFiles({
      'models/transformers/__init__.py': '',
      'models/popular/bert.py': 'from transformers import pipeline\npipeline("ner", model="org/model")',
    });
    assert.deepEqual(
      references.map(({ id }) => id),
      ['org/model'],
    );
  });

  it('beside a copy of the library', async () => {
    const references = await findInFiles({
      'sentence_transformers/__init__.py': 'from .model import SentenceTransformer',
      'sentence_transformers/model.py':
        'from torch import nn\nclass SentenceTransformer(nn.Sequential):\n    pass',
      'app.py':
        'from sentence_transformers import SentenceTransformer\nSentenceTransformer("all-MiniLM-L6-v2")',
    });
    assert.deepEqual(
      references.map(({ target }) => target),
      ['sentence-transformers/all-MiniLM-L6-v2'],
    );
  });
});

describe('what is underlined', () => {
  it('is the literal between its quotes, wherever it stands, and the trail leads to the call', async () => {
    const { range, call, trail } = await only(`${python}NAME = "org/model"\nAutoModel.from_pretrained(NAME)`);
    assert.deepEqual(
      [range.start, range.end],
      [
        { line: 1, character: 8 },
        { line: 1, character: 17 },
      ],
    );
    assert.equal(call.start.line, 2);
    assert.deepEqual(
      trail.map(({ start }) => start),
      [{ line: 1, character: 0 }],
    );
  });

  it('counts columns in UTF-16 units', async () => {
    const { range } = await only(`${python}x = "😀"; AutoModel.from_pretrained("org/model")`);
    assert.deepEqual(range.start, { line: 1, character: 37 });
  });

  it('names the cell of a notebook', async () => {
    const cells = ['# title', python, 'AutoModel.from_pretrained("org/model")'].map((source, index) => ({
      cell_type: index === 0 ? 'markdown' : 'code',
      source,
    }));
    const { range } = await only(JSON.stringify({ cells, metadata: {} }), 'a.ipynb');
    assert.equal(range.cell, 2);
    assert.equal(range.start.line, 0);
  });
});

describe('what is not known is not guessed', () => {
  it('a switch that every caller turns off is off', async () => {
    const helper = (value: string) =>
      `import timm\ndef make(pretrained):\n    return timm.create_model("resnet50", pretrained=pretrained)\nmake(${value})`;
    assert.deepEqual(await idsIn(helper('False')), []);
    assert.deepEqual(await idsIn(helper('True')), ['resnet50']);
    assert.deepEqual(await idsIn(helper('given')), ['resnet50']);
  });
  it('an id that the run decides has no id', async () => {
    assert.deepEqual(await idsIn(`${python}AutoModel.from_pretrained(args.model)`), [undefined]);
  });
  it('a replaced name has its last value', async () => {
    assert.deepEqual(await idsIn(`${python}n = "org/a"\nn = "org/b"\nAutoModel.from_pretrained(n)`), [
      'org/b',
    ]);
  });
  it('comments and docstrings are silent', async () => {
    assert.deepEqual(
      await idsIn(`${python}# AutoModel.from_pretrained("org/a")\n"""AutoModel.from_pretrained("org/b")"""`),
      [],
    );
  });
  it('a folder that the program writes to is no model', async () => {
    const options = 'parser.add_argument("--output_dir", default="my-model")\nargs = parser.parse_args()\n';
    assert.deepEqual(await idsIn(`${python}${options}AutoModel.from_pretrained(args.output_dir)`), [
      undefined,
    ]);
  });
  it('a name to which the code adds the owner that the library implies stands where the name is written', async () => {
    const load = 'from sentence_transformers import SentenceTransformer\n';
    const code = `${load}NAME = "gtr-t5-large"\nSentenceTransformer("sentence-transformers/" + NAME)`;
    const { id, range } = await only(code);
    assert.equal(id, 'sentence-transformers/gtr-t5-large');
    assert.deepEqual(range.start, { line: 1, character: 8 });
    const owned = await only(`${python}NAME = "model"\nAutoModel.from_pretrained("org/" + NAME)`);
    assert.deepEqual(owned.range.start, { line: 2, character: 26 });
  });
  it('a file of weights below a name is no model, whichever name stands before it', async () => {
    const join = 'import os\nname = "bert-base-uncased"\n';
    const load = (file: string) =>
      idsIn(`${python}${join}AutoModel.from_pretrained(os.path.join(name, "${file}"))`);
    for (const file of ['pytorch_model.bin', 'model.onnx', 'vocab.txt', 'flax_model.msgpack'])
      assert.deepEqual(await load(file), [], file);
    const named = `${python}AutoModel.from_pretrained("ghost/swapper_128.onnx")`;
    assert.deepEqual(await idsIn(named), ['ghost/swapper_128.onnx']);
  });
  it('a name without an owner that a parameter brings counts only where its model is known', async () => {
    const load = `${python}def load(name):\n    AutoModel.from_pretrained(name)\nload`;
    assert.equal((await only(`${load}("vicuna")`)).isTentative, true);
    assert.equal((await only(`${load}("vicuna-small")`)).isTentative, true);
    assert.equal((await only(`${load}("org/vicuna")`)).isTentative, false);
    assert.equal((await only(`${load}("bert-based-uncased")`)).isTentative, true);
    assert.equal((await only(`${load}("roberta-large-openai-detector")`)).isTentative, false);
    const known = await findInFiles({ 'app.py': `${load}("vicuna")` }, id => id === 'vicuna');
    assert.deepEqual(
      known.map(({ isTentative }) => isTentative),
      [false],
    );
  });
  it('so does a constant, unless it is one of the names that the Hub has, or a slip of the pen', async () => {
    const load = (name: string) => only(`${python}NAME = "${name}"\nAutoModel.from_pretrained(NAME)`);
    assert.equal((await load('bert-long-4096')).isTentative, true);
    assert.equal((await load('vicuna-small')).isTentative, true);
    assert.equal((await load('roberta-large-openai-detector')).isTentative, false);
    assert.equal((await load('bert-based-uncased')).isTentative, false);
    assert.equal((await load('gtp2')).isTentative, false);
    assert.equal((await load('gpt3')).isTentative, true);
  });
  it('so does one that a table brings', async () => {
    const table = `NAMES = {"en": "WAV2VEC2_BASE", "sv": "org/swedish"}\nAutoModel.from_pretrained(NAMES[language])`;
    const found = await findInText('app.py', python + table);
    assert.deepEqual(
      found.map(({ id, isTentative }) => [id, isTentative]),
      [
        ['WAV2VEC2_BASE', true],
        ['org/swedish', false],
      ],
    );
  });
  it('so does a single word that a flag brings, whatever the library makes of it', async () => {
    const flag = 'import argparse\np = argparse.ArgumentParser()\np.add_argument("--size", default="7b")\n';
    const load = 'AutoModel.from_pretrained(p.parse_args().size)';
    assert.equal((await only(`${python}${flag}${load}`)).isTentative, true);
    const encode =
      'from sentence_transformers import SentenceTransformer\ndef encode(kind):\n    SentenceTransformer(kind)\nencode("sbert")';
    assert.equal((await only(encode)).isTentative, true);
  });
  it('a name without an owner that stands under the name of a path counts only where it is known', async () => {
    const load = (name: string) =>
      `class Demo:\n    ${name} = "bert-based-uncased"\nAutoModel.from_pretrained(Demo.${name})`;
    assert.equal((await only(python + load('vae_path'))).isTentative, true);
    assert.equal((await only(python + load('vae_name'))).isTentative, false);
    assert.equal((await only(python + load('vae_name_or_path'))).isTentative, false);
  });
  it('what a file saves or pushes and loads again counts only where it is known', async () => {
    const load = (name: string) => `AutoModel.from_pretrained(${name})`;
    for (const code of [
      `model.save_pretrained("tiny-lora")\n${load('"tiny-lora"')}`,
      `model.push_to_hub("me/out")\n${load('"me/out"')}`,
      `NAME = "me/out"\nTrainer(args=TrainingArguments(output_dir=NAME))\n${load('NAME')}`,
    ])
      assert.equal((await only(python + code)).isTentative, true);
    assert.equal(
      (await only(`${python}model.save_pretrained("out")\n${load('"me/out"')}`)).isTentative,
      false,
    );
  });
  it('a name that the code asks a library for counts only where it is known', async () => {
    const load = (test: string) =>
      `import timm\ndef load(name):\n    if ${test}:\n        timm.create_model(name, pretrained=True)\nload("cls_hrnet")`;
    assert.equal((await only(load('name in timm.list_models(pretrained=True)'))).isTentative, true);
    assert.equal(
      (await only(`from timm import list_models\n${load('name in list_models()')}`)).isTentative,
      true,
    );
    assert.equal((await only(`import timm as t\n${load('name in t.list_models()')}`)).isTentative, true);
    assert.equal(
      (await only(`from own import list_models\n${load('name in list_models()')}`)).isTentative,
      false,
    );
    assert.equal((await only(load('name not in timm.list_models()'))).isTentative, false);
    assert.equal((await only(load('name in list(names)'))).isTentative, false);
  });
  it('a file of JSON is read as settings where the words of its name say so, in any case', async () => {
    const load = (name: string) =>
      findInFiles(
        {
          'app.py': `import json\n${python}with open(${name}) as file:\n    AutoModel.from_pretrained(json.load(file)["model"])`,
          'config.json': '{"model": "org/known"}',
        },
        id => id === 'org/known',
      );
    for (const name of ['trainingArgs', 'training_args', 'modelConfig', 'conf_file', 'confs', 'kwargs'])
      assert.equal((await load(name))[0]?.id, 'org/known', name);
    for (const name of ['conformer', 'confusion', 'target', 'largeFile'])
      assert.equal((await load(name)).find(({ evidence }) => evidence === 'loaded')?.id, undefined, name);
  });
  it('a name in a folder whose word no owner goes by counts only where it is known', async () => {
    for (const name of ['plm/bart-base', 'PTMs/bert', 'pretrained-LMs/bert', 'downloads/colbert'])
      assert.equal((await only(`${python}AutoModel.from_pretrained("${name}")`)).isTentative, true, name);
    for (const name of ['plmx/bart-base', 'LLMs/bert', 'pretrained-org/bert', 'org/plm'])
      assert.equal((await only(`${python}AutoModel.from_pretrained("${name}")`)).isTentative, false, name);
    const known = await findInFiles(
      { 'app.py': `${python}AutoModel.from_pretrained("plm/bart-base")` },
      id => id === 'plm/bart-base',
    );
    assert.deepEqual(
      known.map(({ isTentative }) => isTentative),
      [false],
    );
  });
  it('names that lead to themselves end', async () => {
    assert.deepEqual(
      await idsIn(`${python}def f():\n    return f()\nn = f()\nn = n or n\nAutoModel.from_pretrained(n)`),
      [undefined],
    );
  });
});

describe('hostile and broken sources', () => {
  it('finds what stands around a syntax error in Python', async () => {
    assert.deepEqual(await idsIn(`${python}def broken(:\n\nAutoModel.from_pretrained("org/model")`), [
      'org/model',
    ]);
  });
  it('finds what stands around a syntax error in TypeScript', async () => {
    const code =
      'import { pipeline } from "@huggingface/transformers";\nconst = ;\npipeline("t", "org/model");';
    assert.deepEqual(await idsIn(code, 'a.ts'), ['org/model']);
  });
  it('survives deep nesting', async () => {
    const deep = `${'('.repeat(20_000)}1${')'.repeat(20_000)}`;
    assert.deepEqual(await idsIn(`${python}x = ${deep}\nAutoModel.from_pretrained("org/model")`), [
      'org/model',
    ]);
  });
  it('never throws on any text', async () => {
    const piece = fc.constantFrom(
      'from transformers import *\n',
      '.from_pretrained(',
      '"org/m"',
      '\n',
      '(',
      ')',
      '{',
      ':',
      'def f',
      '=',
      '`',
      '\0',
      '\ud800',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }),
        fc.constantFrom('a.py', 'a.tsx', 'a.ipynb'),
        async (pieces, file) => {
          await findInText(file, pieces.join(''));
        },
      ),
      { numRuns: 400 },
    );
  });
});
