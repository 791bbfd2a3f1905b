import assert from 'node:assert/strict';
import { findInFiles } from '../support/find-in-text.ts';
import { describePlace } from '../support/hiding-place.ts';

/** The ids a notebook's code cells load, each as `cell:line:character-… id`; cell 0 is a text. */
async function loadedIn(...cells: readonly string[]): Promise<readonly string[]> {
  const notebook = {
    cells: [
      { cell_type: 'markdown', source: 'AutoModel.from_pretrained("org/text")' },
      ...cells.map(source => ({ cell_type: 'code', source: source.split(/(?<=\n)/) })),
    ],
    metadata: {},
  };
  const found = await findInFiles({ 'a.ipynb': JSON.stringify(notebook) });
  return found.flatMap(({ id, range, isTentative }) =>
    id === undefined || isTentative ? [] : `${describePlace(range)} ${id}`,
  );
}

const imports = 'from transformers import AutoModel\n';

describe('an id hides in a notebook', () => {
  it('in an earlier cell', async () => {
    const found = await loadedIn(
      'NAME = "org/model"\n',
      `# title\n${imports}AutoModel.from_pretrained(NAME)`,
    );
    assert.deepEqual(found, ['a.ipynb[1]:1:8-1:17 org/model']);
  });
  it('in the last of the cells before that give the name a value', async () => {
    const load = `${imports}AutoModel.from_pretrained(NAME)`;
    const found = await loadedIn('NAME = "org/a"', 'NAME = "org/b"', load, 'NAME = "org/c"');
    assert.deepEqual(found, ['a.ipynb[2]:1:8-1:13 org/b']);
  });
  it('in a function of an earlier cell that a later one calls', async () => {
    const helper = `${imports}def load(name):\n    return AutoModel.from_pretrained(name)`;
    assert.deepEqual(await loadedIn(helper, '\nload("org/model")'), ['a.ipynb[2]:2:6-2:15 org/model']);
  });
  it('behind a switch that whoever runs it turns', async () => {
    const load = `${imports}if USE_LARGE:\n    AutoModel.from_pretrained("org/large")`;
    assert.deepEqual(await loadedIn('USE_LARGE = False', load), ['a.ipynb[2]:3:31-3:40 org/large']);
  });
  it('behind lines of IPython', async () => {
    const found = await loadedIn(
      `%matplotlib inline\n!pip install x\n${imports}AutoModel.from_pretrained("org/model")`,
    );
    assert.deepEqual(found, ['a.ipynb[1]:4:27-4:36 org/model']);
  });
  it('in code that a line or a cell of the shell gives to Python', async () => {
    const inner = "from transformers import AutoModel; AutoModel.from_pretrained('org/line')";
    const found = await loadedIn(
      `%pip install x\n!python -c "${inner}"`,
      `%%bash\npython - <<EOF\n${imports}AutoModel.from_pretrained("org/cell")\nEOF`,
    );
    const at = `!python -c "${inner}`.indexOf('org/line');
    assert.deepEqual(found, [`a.ipynb[1]:2:${at}-2:${at + 8} org/line`, 'a.ipynb[2]:4:27-4:35 org/cell']);
  });
  it('in a file of Python that a cell writes', async () => {
    const load = `${imports}AutoModel.from_pretrained(NAME)`;
    const found = await loadedIn(
      `%%writefile app.py\nNAME = "org/model"\n${load}`,
      `%%writefile notes.md\n${imports}AutoModel.from_pretrained("org/notes")`,
      `%%writefile other.py\n${load}`,
      load,
    );
    assert.deepEqual(found, ['a.ipynb[1]:2:8-2:17 org/model']);
  });
  it('in cells of any kind whose lines end with a carriage return too', async () => {
    const load = (id: string) => `${imports}AutoModel.from_pretrained("org/${id}")\n`;
    const cells = [`%%writefile app.py\n${load('a')}`, `%%bash\npython - <<EOF\n${load('b')}EOF`, load('c')];
    assert.deepEqual(await loadedIn(...cells.map(cell => cell.replaceAll('\n', '\r\n'))), [
      'a.ipynb[1]:3:27-3:32 org/a',
      'a.ipynb[2]:4:27-4:32 org/b',
      'a.ipynb[3]:2:27-2:32 org/c',
    ]);
  });
  it('but no folder that an earlier cell wrote, whichever of Python and the shell writes and loads', async () => {
    const evaluate = (name: string) => `!lm_eval --model hf --model_args pretrained=${name},dtype=auto`;
    const load = (name: string) => `${imports}AutoModel.from_pretrained("${name}")`;
    const cells = [
      evaluate('org/a'),
      'MERGED = "org/old"\nMERGED = "org/b"\nmodel.save_pretrained("org/a")\nmodel.save_pretrained(MERGED)',
      '!python prune.py --model org/base --save_model org/c',
      '!python train.py --model org/d',
      ...['org/a', 'org/b', 'org/c', 'org/d', 'org/old'].map(evaluate),
      load('org/c'),
      load('org/d'),
    ];
    assert.deepEqual(await loadedIn(...cells), [
      'a.ipynb[1]:1:44-1:49 org/a',
      'a.ipynb[8]:1:44-1:49 org/d',
      'a.ipynb[9]:1:44-1:51 org/old',
      'a.ipynb[11]:2:27-2:32 org/d',
    ]);
  });
  it('and what is fetched by the name of a folder, unless that was pushed as a repository', async () => {
    const cells = [
      'import os\nos.makedirs("org/a", exist_ok=True)\nmodel.push_to_hub("org/b")',
      '!python train.py --output_dir org/c --hub_model_id org/d',
      'model.save_pretrained("org/e", push_to_hub=True)',
      ...['org/a', 'org/b', 'org/c', 'org/d', 'org/e'].map(
        name => `!hf download ${name} --local-dir ${name}`,
      ),
    ];
    assert.deepEqual(await loadedIn(...cells), ['a.ipynb[4]:1:13-1:18 org/a', 'a.ipynb[6]:1:13-1:18 org/c']);
  });
  it('in no cell at all', async () => {
    assert.deepEqual(await loadedIn(`${imports}AutoModel.from_pretrained(NAME)`, 'OTHER = "org/model"'), []);
  });
});
