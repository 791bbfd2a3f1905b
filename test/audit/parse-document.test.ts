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

describe('a script of a shell', () => {
  const isRead = async (text: string) => {
    const { commands } = await parseDocument({ file: 'run.sh', text }, assets, id => id === 'org/known');
    return commands.length > 0;
  };

  it('is read where it may load or fetch a model, start what does, or name one', async () => {
    const texts = [
      'p"y"thon3 train.p"y"',
      './train.py --epochs 3',
      'srun accelerate launch -m app',
      'wget https://example.org/a.pth',
      'bash other.sh',
      '. ./env',
      'MODEL_ID=$1 ./serve',
      'export NAME=org/new',
      'a=1; NAME="org/new"',
      'serve org/known',
      'docker run image org/new',
    ];
    for (const text of texts) assert.ok(await isRead(`set -e\n${text}\necho done`), text);
  });

  it('is not read where it does nothing of the kind, however long it is', async () => {
    const line =
      'ffmpeg -ss 0:13:00 -i "/mnt/raw/2015-02-21 - 18-00/1_HQ.mkv" -t 10 "/mnt/cut/a.b_-_c.mkv"\n';
    assert.ok(!(await isRead(line.repeat(1_000))));
  });
});
