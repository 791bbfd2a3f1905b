import assert from 'node:assert/strict';
import { Search } from '../../src/audit/search.ts';
import { scanFile } from '../../src/find/file-scan.ts';
import { createAssets } from '../../src/node/assets.ts';
import { parseSource } from '../support/find-in-text.ts';

const isKnownId = (id: string) => id.startsWith('org/');
const log = { info: () => undefined, warn: () => undefined };
const app = 'from lib import NAME\nfrom transformers import AutoModel\nAutoModel.from_pretrained(NAME)\n';

/** A file that takes the name of its model from another, which is needed and let go so often that it is kept packed. */
async function searchOf(texts: Map<string, string>, read: (file: string) => string): Promise<Search> {
  const readNow = (file: string): Uint8Array => Buffer.from(read(file));
  const files = { readNow } as never;
  const search = new Search({ files, assets: createAssets(), log, isKnownId });
  search.finder.setFiles(new Set(texts.keys()), new Map());
  for (const file of texts.keys()) await accept(search, file, texts);
  for (let time = 0; time < 2; time += 1) {
    await search.complete(search.finder.stale());
    search.finder.program.unload('lib.py');
    await accept(search, 'app.py', texts);
  }
  await search.complete(search.finder.stale());
  return search;
}

async function accept(search: Search, file: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const { scan } = scanFile(file, await parseSource(file, texts.get(file) ?? ''), isKnownId);
  search.accept(file, { scan, result: undefined });
}

function loaded({ finder }: Search): readonly (string | undefined)[] {
  return finder.references().flatMap(({ evidence, id }) => (evidence === 'loaded' ? [id] : []));
}

describe('what is kept packed of a file', () => {
  it('is let go when another thread tells that the file has changed', async () => {
    const texts = new Map([
      ['app.py', app],
      ['lib.py', 'NAME = "org/old"\n'],
    ]);
    const search = await searchOf(texts, file => texts.get(file) ?? '');
    assert.deepEqual(loaded(search), ['org/old']);
    texts.set('lib.py', 'NAME = "org/new"\n');
    for (const file of ['lib.py', 'app.py']) await accept(search, file, texts);
    await search.complete(search.finder.stale());
    assert.deepEqual(loaded(search), ['org/new']);
  });

  it('is nothing as long as the file cannot be read', async () => {
    const texts = new Map([
      ['app.py', app],
      ['lib.py', 'NAME = "org/model"\n'],
    ]);
    let isBroken = true;
    const search = await searchOf(texts, file => {
      if (isBroken && file === 'lib.py') throw new Error('too many open files');
      return texts.get(file) ?? '';
    });
    assert.deepEqual(loaded(search), [undefined]);
    isBroken = false;
    search.finder.setFiles(new Set([...texts.keys(), 'more.py']), new Map());
    await accept(search, 'app.py', texts);
    await search.complete(search.finder.stale());
    assert.deepEqual(loaded(search), ['org/model']);
  });
});
