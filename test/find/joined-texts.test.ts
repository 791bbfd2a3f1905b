import assert from 'node:assert/strict';
import { findInFiles } from '../support/find-in-text.ts';

/** The ids that the code surely loads, and behind a question mark those that count only where they are known. */
async function loads(
  code: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const found = await findInFiles({ 'app.py': `from transformers import AutoModel\n${code}`, ...others });
  const ids = found.flatMap(({ id, isTentative }) => (id === undefined ? [] : isTentative ? `?${id}` : id));
  return [...new Set(ids)].sort();
}

describe('the parts of an id that is put together', () => {
  it('go together by the row they stand in', async () => {
    const code = 'for a, b in [("x", "small"), ("y", "large")]:\n    AutoModel.from_pretrained(f"{a}/{b}")';
    assert.deepEqual(await loads(code), ['x/small', 'y/large']);
  });

  it('go together by the key of a table', async () => {
    const items =
      'T = {"a": "small", "b": "large"}\nfor k, v in T.items():\n    AutoModel.from_pretrained(f"org/{k}-{v}")';
    assert.deepEqual(await loads(items), ['org/a-small', 'org/b-large']);
    const keys =
      'T = {"a": "small", "b": "large"}\nfor k in T:\n    AutoModel.from_pretrained(f"org/{k}-{T[k]}")';
    assert.deepEqual(await loads(keys), ['org/a-small', 'org/b-large']);
  });

  it('go together by their places in lists read side by side', async () => {
    const code =
      'for a, b in zip(["x", "y"], ["small", "large"]):\n    AutoModel.from_pretrained(f"{a}/{b}")';
    assert.deepEqual(await loads(code), ['x/small', 'y/large']);
  });

  it('go together by the call that gives them, with the defaults of what it leaves out', async () => {
    const code =
      'def load(a, b="base"):\n    AutoModel.from_pretrained(f"{a}/{b}")\nload("x", "small")\nload("y", b="large")\nload("z")';
    assert.deepEqual(await loads(code), ['x/small', 'y/large', 'z/base']);
  });

  it('make no pipeline that spaCy has never published', async () => {
    const code = `import spacy
def load(language):
    try:
        return spacy.load(f"{language}_core_news_sm")
    except OSError:
        return spacy.load(f"{language}_core_web_sm")
load("en")
load("fr")
spacy.load("de_core_web_sm")`;
    assert.deepEqual(await loads(code), [
      '?en_core_news_sm',
      '?fr_core_web_sm',
      'de_core_web_sm',
      'en_core_web_sm',
      'fr_core_news_sm',
    ]);
  });

  it('go together by the command that gives them, with the defaults of what it leaves out', async () => {
    const code = `import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--owner", default="org")
parser.add_argument("--name")
args = parser.parse_args()
AutoModel.from_pretrained(f"{args.owner}/{args.name}")`;
    const commands =
      'python app.py --owner x --name small\npython app.py --owner y --name large\npython app.py --name base';
    assert.deepEqual(await loads(code, { 'run.sh': commands }), ['org/base', 'x/small', 'y/large']);
  });

  it('go together by the subclass that sets them', async () => {
    const code = `class Test:
    source = "en"
    target = "de"
    def load(self):
        AutoModel.from_pretrained(f"org/opus-{self.source}-{self.target}")
class Mt(Test):
    source = "mt"
    target = "en"
class French(Test):
    target = "fr"`;
    assert.deepEqual(await loads(code), ['org/opus-en-de', 'org/opus-en-fr', 'org/opus-mt-en']);
  });

  it('go together by the branch that a text is let into', async () => {
    const code = `def load(name):
    if "_hq_" in name:
        id = "one/" + name
    elif "Fast" in name:
        id = "two/" + name
    elif name == "tiny":
        id = "three/" + name
    else:
        id = "four/" + name
    AutoModel.from_pretrained(id)
for name in ["a_hq_b", "Fast-s", "tiny", "base"]:
    load(name)`;
    assert.deepEqual(await loads(code), ['four/base', 'one/a_hq_b', 'three/tiny', 'two/Fast-s']);
  });

  it('go together by the case of a test', async () => {
    const code =
      'import pytest\n@pytest.mark.parametrize("a,b", [("x", "small"), ("y", "large")])\ndef test(a, b):\n    AutoModel.from_pretrained(a + "/" + b)';
    assert.deepEqual(await loads(code), ['x/small', 'y/large']);
  });

  it('of which one is named twice are the same both times', async () => {
    const code = 'for a in ["x", "y"]:\n    AutoModel.from_pretrained(f"{a}/{a}-model")';
    assert.deepEqual(await loads(code), ['x/x-model', 'y/y-model']);
  });

  it('go together in every way in loops inside each other', async () => {
    const code =
      'for a in ["x", "y"]:\n    for b in ["small", "large"]:\n        AutoModel.from_pretrained(f"{a}/{b}")';
    assert.deepEqual(await loads(code), ['x/large', 'x/small', 'y/large', 'y/small']);
  });

  it('are a guess where nothing tells which go together', async () => {
    const code = `def owner(a):
    def size(b):
        AutoModel.from_pretrained(f"{a}/{b}")
    size("small")
    size("large")
owner("x")
owner("y")`;
    assert.deepEqual(await loads(code), ['?x/large', '?x/small', '?y/large', '?y/small']);
  });

  it('are a guess where a branch decides what a suffix is put to', async () => {
    const code = `def path(version):
    if version == 1:
        return "org/one"
    return "org/two"
def download(version):
    AutoModel.from_pretrained(path(version))
    AutoModel.from_pretrained(path(version) + "-onnx")`;
    assert.deepEqual(await loads(code), ['?org/one-onnx', '?org/two-onnx', 'org/one', 'org/two']);
  });

  it('are no guess in a loop, nor where one is meant', async () => {
    const loop = 'for size in ["small", "large"]:\n    AutoModel.from_pretrained(f"org/model-{size}")';
    assert.deepEqual(await loads(loop), ['org/model-large', 'org/model-small']);
    const constant = 'OWNER = "org"\nAutoModel.from_pretrained(OWNER + "/" + "model")';
    assert.deepEqual(await loads(constant), ['org/model']);
  });

  it('are unknown where a parser of settings is asked for them', async () => {
    const code =
      'def load(config):\n    AutoModel.from_pretrained("org/" + config.get("data", "model_type"))';
    assert.deepEqual(await loads(code), []);
    const fallback =
      'def load(config):\n    AutoModel.from_pretrained("org/" + config.get("type", "small-v2"))';
    assert.deepEqual(await loads(fallback), ['org/small-v2']);
  });

  it('may be a part of a text', async () => {
    assert.deepEqual(await loads('NAME = "xx-org/model"\nAutoModel.from_pretrained(NAME[3:])'), [
      '?org/model',
    ]);
    assert.deepEqual(await loads('NAME = "org/model"\nAutoModel.from_pretrained(NAME[n:])'), []);
  });
});
