import assert from 'node:assert/strict';
import { rule } from '../../src/rules/unpinned-revision.ts';
import { foundIn, spoken } from './spoken.ts';

const sha = '86b5e0934494bd15c9632b12f734a8a67f723594';

/** The call after the fix; undefined without a fix. */
async function fixed(call: string): Promise<string | undefined> {
  const code = `from transformers import AutoModel\nfrom huggingface_hub import hf_hub_download\n${call}\n`;
  const said = await spoken(rule, code, { lookup: foundIn('live', 'a/b', { sha }) });
  assert.equal(said.length, 1);
  const [edit] = said[0]?.fixes[0]?.edits ?? [];
  if (edit === undefined) return undefined;
  const { start, end } = edit.range;
  const lines = code.split('\n');
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + edit.text + line.slice(end.character);
  return lines.slice(2, -1).join('\n');
}

describe('pinning to a commit', () => {
  const placed = {
    'AutoModel.from_pretrained("a/b")': `AutoModel.from_pretrained("a/b", revision="${sha}")`,
    "AutoModel.from_pretrained('a/b', trust_remote_code=True)": `AutoModel.from_pretrained('a/b', revision="${sha}", trust_remote_code=True)`,
    'hf_hub_download(repo_id="a/b", filename="x.bin")': `hf_hub_download(repo_id="a/b", revision="${sha}", filename="x.bin")`,
    'AutoModel.from_pretrained("a/b", revision="main")': `AutoModel.from_pretrained("a/b", revision="${sha}")`,
  };
  for (const [call, expected] of Object.entries(placed)) {
    it(call, async () => assert.equal(await fixed(call), expected));
  }

  for (const call of [
    'AutoModel.from_pretrained("a/b", config)',
    'AutoModel.from_pretrained("a/b", *more)',
    'AutoModel.from_pretrained("""a/b""")',
    "AutoModel.from_pretrained('''a/b''', trust_remote_code=True)",
    'AutoModel.from_pretrained("a/b", config, trust_remote_code=True)',
    'AutoModel.from_pretrained("a" "/b")',
    'AutoModel.from_pretrained(("a/b"))',
    'hf_hub_download("a/b", "x.bin")',
    'hf_hub_download("a/b",\n    "x.bin")',
    'name = "a/b"\nAutoModel.from_pretrained(name)',
  ]) {
    it(`offers nothing for ${call}`, async () => assert.equal(await fixed(call), undefined));
  }
});
