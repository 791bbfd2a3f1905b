import assert from 'node:assert/strict';
import { parseDocument, parserOf } from '../../src/audit/parse-document.ts';
import { createAssets } from '../../src/node/assets.ts';

const assets = createAssets();

describe('the parser that a document needs', () => {
  it('is the one of the code that its commands hold, however they spell the name of Python', () => {
    assert.equal(parserOf({ file: 'run.sh', text: 'p"y"thon3 -c "load()"' }), 'shell');
    assert.equal(parserOf({ file: 'Dockerfile', text: 'ARG P=p\nRUN ${P}ython -c "load()"' }), 'dockerfile');
  });

  it('is the one of notebooks for cells', () => {
    assert.equal(parserOf({ file: 'a.ipynb', cells: [] }), 'notebook');
  });
});

describe('a file of settings that names no model', () => {
  const isKnownId = (): boolean => false;
  const read = async (text: string) =>
    (await parseDocument({ file: 'net/base.yaml', text }, assets, isKnownId)).data;

  it('is read where it is made for a class, which other settings may give one', async () => {
    assert.equal((await read('# A net.\n_target_: pkg.nets.Net\nname: null\n'))?.kind, 'record');
  });

  it('is read where it has a class called, which then takes its default', async () => {
    const texts = [
      'net:\n  _target_: pkg.nets.Net\n',
      'nets:\n- target: "pkg.nets.Net" # The small one.\n  params: {size: 3}\n',
      'net: {class_path: pkg.nets.Net}',
    ];
    for (const text of texts) assert.equal((await read(text))?.kind, 'record', text);
  });

  it('is not read otherwise', async () => {
    for (const text of ['net:\n  target: Net\n', 'target: pkg.nets are many\n', 'my_target: pkg.nets.Net\n'])
      assert.equal(await read(text), undefined, text);
  });
});

describe('a manifest that names no known model', () => {
  const read = async (words: string) => {
    const text = `spec:\n  containers:\n    - command: [${words}]\n`;
    return (await parseDocument({ file: 'job.yaml', text }, assets, () => false)).commands;
  };

  it('is read where it starts a script with a flag of models', async () => {
    const [command] = await read('"python3", "/app/fetch.py", "--hf-model-id=org/new"');
    assert.deepEqual(
      command?.words.map(word => word.text),
      ['python3', '/app/fetch.py', '--hf-model-id=org/new'],
    );
  });
});
