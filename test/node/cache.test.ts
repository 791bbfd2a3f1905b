import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { createCache } from '../../src/node/cache.ts';
import { cacheVersion } from '../../src/node/cache-entry.ts';
import { clearCache, pruneCache, summarizeCache } from '../../src/node/cache-folder.ts';

const day = 86_400_000;
const bounds = { bytes: 100_000, entryBytes: 20_000, age: 90 * day };

describe('the cache on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function entryFiles(): Promise<readonly string[]> {
    const entries = await readdir(join(folder, cacheVersion), { recursive: true, withFileTypes: true });
    return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  }

  async function fileOf(key: string): Promise<string> {
    for (const file of await entryFiles()) {
      if ((await readFile(file, 'utf8')).includes(`"key":"${key}"`)) return file;
    }
    throw new Error(`nothing is kept for ${key}`);
  }

  it('gives back what was kept, in any process', async () => {
    await createCache(folder).set('a 1', { x: 1 });
    const cache = createCache(folder);
    assert.deepEqual((await cache.get('a 1'))?.value, { x: 1 });
    assert.equal(await cache.get('a 2'), undefined);
  });

  it('heals: what is torn or changed is absent, and nothing else is lost', async () => {
    const cache = createCache(folder);
    const keys = ['torn', 'empty', 'changed', 'whole'];
    for (const key of keys) await cache.set(key, { text: 'x'.repeat(1000) });
    await truncate(await fileOf('torn'), 200);
    await truncate(await fileOf('empty'), 0);
    const changed = await fileOf('changed');
    await writeFile(changed, (await readFile(changed, 'utf8')).replace('xxx', 'xyx'));
    // A process that was killed while it wrote.
    await appendFile(`${changed}.1.tmp`, 'x');
    const kept = await Promise.all(keys.map(key => cache.get(key)));
    assert.deepEqual(
      kept.map(entry => entry !== undefined),
      [false, false, false, true],
    );
    await cache.set('torn', 2);
    assert.equal((await cache.get('torn'))?.value, 2);
  });

  it('lets many write at once', async () => {
    const caches = Array.from({ length: 8 }, () => createCache(folder));
    await Promise.all(caches.map((cache, index) => cache.set('same', index)));
    assert.equal(typeof (await createCache(folder).get('same'))?.value, 'number');
    assert.equal((await entryFiles()).length, 1);
  });

  it('does without a folder it cannot use', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const cache = createCache(join(file, 'below'));
    await cache.set('a', 1);
    assert.equal(await cache.get('a'), undefined);
    assert.equal(await cache.exclusively('a', async () => 3), 3);
  });

  it('keeps the newest within a bound, and removes what is old or left over', async () => {
    const cache = createCache(folder);
    for (const key of ['old', 'large', 'small']) {
      await cache.set(key, 'x'.repeat(key === 'large' ? 10_000 : 10));
    }
    await rm(join(folder, 'pruned'), { force: true });
    const aged = async (file: string, age: number) => {
      const time = new Date(Date.now() - age);
      await utimes(file, time, time);
    };
    await aged(await fileOf('old'), 91 * day);
    await aged(await fileOf('large'), day);
    const leftover = `${await fileOf('small')}.1.tmp`;
    await writeFile(leftover, 'x');
    await aged(leftover, day);
    await pruneCache(folder, { ...bounds, bytes: 5000 });
    const kept = await Promise.all(['old', 'large', 'small'].map(key => cache.get(key)));
    assert.deepEqual(
      kept.map(entry => entry !== undefined),
      [false, false, true],
    );
    assert.equal((await entryFiles()).length, 1);
  });

  it('packs what is large', async () => {
    const cache = createCache(folder);
    const large = Array.from({ length: 20_000 }, (_, index) => ({
      file: `folder/file-${index}.py`,
      text: '→',
    }));
    await cache.set('large', large);
    assert.deepEqual((await createCache(folder).get('large'))?.value, large);
    const [file = ''] = await entryFiles();
    assert.ok((await stat(file)).size < JSON.stringify(large).length / 5);
    await truncate(file, 2000);
    assert.equal(await cache.get('large'), undefined);
    assert.deepEqual((await entryFiles()).length, 0);
  });

  it('does not give up everything else for one that is too large', async () => {
    const cache = createCache(folder, bounds);
    for (const key of ['a', 'b', 'c']) await cache.set(key, 'x'.repeat(10_000));
    await cache.set('too large', randomBytes(50_000).toString('hex'));
    assert.equal(await cache.get('too large'), undefined);
    // It may come from a version that kept it.
    await createCache(folder, { ...bounds, entryBytes: 90_000 }).set(
      'too large',
      randomBytes(50_000).toString('hex'),
    );
    await rm(join(folder, 'pruned'), { force: true });
    await pruneCache(folder, bounds);
    const kept = await Promise.all(['a', 'b', 'c', 'too large'].map(key => cache.get(key)));
    assert.deepEqual(
      kept.map(entry => entry !== undefined),
      [true, true, true, false],
    );
  });

  it('does without what no text can hold', async () => {
    const cache = createCache(folder);
    // What the runtime says of a text of half a gigabyte, which takes seconds to get at.
    const toJSON = (): never => {
      throw new RangeError('Invalid string length');
    };
    await cache.set('endless', { toJSON });
    assert.equal(await cache.get('endless'), undefined);
    await cache.set('next', 1);
    assert.equal((await cache.get('next'))?.value, 1);
  });

  it('tells what is kept, and forgets it when told to', async () => {
    const cache = createCache(folder);
    await cache.set('huggingface model https://hub.example anonymous a/b ', 1);
    await cache.set('huggingface model https://hub.example anonymous a/c ', 1);
    await cache.set('scan 0.1.0 facts /somewhere', 1);
    await writeFile(join(folder, 'of-somebody-else'), '');
    const { kinds } = await summarizeCache(folder);
    assert.deepEqual(
      kinds.map(({ kind, entries }) => [kind, entries]),
      [
        ['huggingface model', 2],
        ['repository scan', 1],
      ],
    );
    const { entries, bytes } = await clearCache(folder);
    assert.equal(entries, 3);
    assert.ok(bytes > 0);
    assert.deepEqual((await summarizeCache(folder)).kinds, []);
    assert.ok((await readdir(folder)).includes('of-somebody-else'));
    await clearCache(join(folder, 'nothing-here'));
  });

  it('lets one at a time do the same work, in every process', async () => {
    const running = Array.from({ length: 4 }, () => script('work', folder));
    await Promise.all(running.map(child => once(child, 'exit')));
    const lines = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
    assert.equal(lines.length, 8);
    for (let index = 0; index < lines.length; index += 2) {
      assert.deepEqual([lines[index], lines[index + 1]], ['begin', 'end']);
    }
  });

  it('takes over from a process that was killed at its work', async () => {
    const child = script('hang', folder);
    await once(child.stdout ?? child, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const start = Date.now();
    assert.equal(await createCache(folder).exclusively('same', async () => 1), 1);
    assert.ok(Date.now() - start < 5000);
  });

  it('reads every whole entry after a kill in the middle of a thousand writes', async () => {
    const child = script('write', folder);
    await once(child.stdout ?? child, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const cache = createCache(folder);
    const written = (await entryFiles()).filter(file => !file.endsWith('.tmp'));
    const values = await Promise.all(Array.from({ length: 1000 }, (_, index) => cache.get(`key ${index}`)));
    const kept = values.filter(entry => entry !== undefined);
    assert.ok(written.length > 0 && written.length < 1000, `${written.length} entries`);
    assert.equal(kept.length, written.length);
    assert.ok(kept.every(({ value }) => String(value).length === 5000));
  });

  it('keeps and reads thousands of answers at once where a process may open few files', async () => {
    const line = ['ulimit -n 256; exec "$@"', 'sh', ...program, 'together', folder];
    const child = spawn('sh', ['-c', ...line], { stdio: ['ignore', 'pipe', 'inherit'] });
    assert.equal(await text(child.stdout), '2000 kept\n');
  });

  it('is emptied while others write', async () => {
    const cache = createCache(folder);
    let isOver = false;
    const write = async (writer: number) => {
      for (let index = 0; !isOver; index += 1) await cache.set(`${writer} ${index}`, 'x');
    };
    const writers = [1, 2, 3, 4].map(write);
    for (let times = 0; times < 10; times += 1) {
      await pause(20);
      await clearCache(folder);
    }
    isOver = true;
    await Promise.all(writers);
    await clearCache(folder);
    assert.deepEqual((await summarizeCache(folder)).kinds, []);
  });
});

const program = [
  process.execPath,
  '--import=tsx',
  new URL('../support/cache-process.ts', import.meta.url).pathname,
];

/** Another process that uses the same folder. */
function script(task: 'work' | 'hang' | 'write', folder: string): ChildProcess {
  const [node = '', ...given] = program;
  return spawn(node, [...given, task, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
}
