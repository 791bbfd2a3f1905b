import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Client, makeFolder, removeFolder, startClient, uriOf } from './client.ts';

const python = `from transformers import AutoModel
AutoModel.from_pretrained("bert-base-uncased")
AutoModel.from_pretrained('''bert-base-uncased''')
AutoModel.from_pretrained("""bert-base-uncased
""")
AutoModel.from_pretrained("nobody-knows/this-model")
import torchvision.models
torchvision.models.resnet50(weights="DEFAULT")
`;

describe('what the editor asks about a document', () => {
  let folder = '';
  let client: Client;

  before(async () => {
    folder = makeFolder({ LICENSE: 'MIT License' });
    client = await startClient({ folders: [folder], settings: { network: 'never' } });
  });
  after(async () => {
    await client.stop();
    removeFolder(folder);
  });

  async function open(name: string, text: string, languageId = 'python'): Promise<string> {
    const uri = uriOf(join(folder, name));
    await client.open(uri, text, languageId);
    return uri;
  }

  it('hints stand behind the closing quotes, or behind a name', async () => {
    const lines = python.split('\n');
    const hints = await client.hints(await open('hints.py', python));
    for (const { position, label } of hints) {
      const line = lines[position.line] ?? '';
      const before = line.slice(0, position.character);
      assert.match(before, /["']\)?$|resnet50$/, `${label} in ${line}`);
      assert.match(line.slice(position.character), /^\)|^\(weights/, `${label} in ${line}`);
    }
    const places = hints.map(({ position }) => position.line);
    for (const line of [1, 2, 5]) assert.ok(places.includes(line), `none in line ${line}`);
  });

  it('hints stand behind a template string', async () => {
    const text =
      "import { pipeline } from '@huggingface/transformers';\npipeline('fill-mask', `bert-base-uncased`);\n";
    const [hint] = await client.hints(await open('hints.ts', text, 'typescript'));
    assert.equal(hint?.position.character, text.split('\n')[1]?.indexOf(');'));
  });

  it('a hint says that a model is not known', async () => {
    const hints = await client.hints(await open('unknown.py', python));
    assert.equal(hints.find(({ position }) => position.line === 5)?.label, 'not known offline');
  });

  it('a hover begins with problems, license and the age of the facts, in few lines', async () => {
    const uri = await open('hover.py', python);
    const lines = (await client.hover(uri, { line: 1, character: 30 })).split('\n');
    assert.match(lines[0] ?? '', /^- \*\*/);
    const table = lines.slice(lines.findIndex(line => line.startsWith('|')));
    assert.match(
      table[0] ?? '',
      /^\| License \| apache\\-2\\\.0: keep the copyright notice and the license text/,
    );
    assert.match(table[2] ?? '', /^\| For.you \| permitted → /);
    assert.match(table[3] ?? '', /^\| Facts \| from the built-in snapshot, gathered .* ago \|$/);
    assert.ok(table.length <= 7, `${table.length} lines`);
    assert.ok(lines.length <= 12, `${lines.length} lines`);
  });

  it('a hover tells what a license of its own asks for', async () => {
    const uri = await open('gemma.py', python.replace('nobody-knows/this-model', 'google/gemma-2b'));
    assert.match(
      await client.hover(uri, { line: 5, character: 35 }),
      /gemma: .*pass its use restrictions on/,
    );
  });
});
