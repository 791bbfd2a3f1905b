import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import type { CacheStore, FileEntry } from '../../src/model/outside.ts';
import { createFiles } from '../../src/node/files.ts';
import { createWalkKeeper, type WalkKeeper } from '../../src/node/kept-walk.ts';
import { createClock, memoryCache } from '../hub/support.ts';
import { gitIndex } from './git-indexes.ts';

/** What can happen to a repository between two walks. */
const changes: Readonly<Record<string, (root: string) => Promise<void>>> = {
  'a file comes': root => put(root, 'a/b/new.py'),
  'a file of no interest comes': root => put(root, 'a/notes.txt'),
  'a file goes': root => rm(join(root, 'a/one.py'), { force: true }),
  'a file grows': root => put(root, 'a/two.py', 'x = 1\n'.repeat(9)),
  'a folder comes': root => put(root, 'c/d/three.py'),
  'a folder goes': root => rm(join(root, 'a/b'), { recursive: true, force: true }),
  'a folder is renamed': root => rename(join(root, 'a'), join(root, 'z')).catch(() => undefined),
  'rules come': root => put(root, 'a/.gitignore', 'two.py\n'),
  'rules change': root => put(root, '.gitignore', 'one.py\nb/\nout/\n'),
  'rules go': root => rm(join(root, '.gitignore'), { force: true }),
  'rules of git itself come': root => put(root, '.git/info/exclude', 'two.py\n'),
  'git comes to track what rules name': root => put(root, '.git/index', gitIndex('version 2')),
  'git tracks nothing': root => rm(join(root, '.git/index'), { force: true }),
  'a link comes': root => symlink('../top.py', join(root, 'a/link.py')).catch(() => undefined),
  'a link leads elsewhere': async root => {
    await rm(join(root, 'a/link.py'), { force: true });
    await symlink('/nowhere.py', join(root, 'a/link.py')).catch(() => undefined);
  },
};

describe('a walk that was kept', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ptm-audit-walk-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('gives what a new one finds, whatever happened between', async function () {
    this.timeout(120_000);
    const names = fc.array(fc.constantFrom(...Object.keys(changes)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(names, async happened => {
        await rm(root, { recursive: true });
        for (const file of [
          'top.py',
          'a/one.py',
          'a/two.py',
          'a/b/deep.py',
          'out/kept.py',
          'out/other.py',
          '.git/HEAD',
        ])
          await put(root, file);
        const keeper = patientKeeper(root);
        for (const name of ['', ...happened]) {
          await settle();
          await changes[name]?.(root);
          await settle();
          const fresh = await found(root);
          assert.deepEqual(await found(root, keeper), fresh, name);
          assert.deepEqual(await found(root, keeper), fresh, `${name}, once more`);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is used as long as no folder has changed', async () => {
    await put(root, 'a/one.py');
    await settle();
    const keeper = patientKeeper(root);
    await found(root, keeper);
    const kept = await keeper.recall([]);
    const other = { ...keeper, recall: async () => kept && { ...kept, folders: kept.folders.slice(0, 1) } };
    assert.deepEqual(await found(root, other), [], 'folders were looked into');
  });

  it('is not used of folders that changed just before it', async () => {
    await put(root, 'a/one.py');
    const clock = { now: () => new Date() };
    const keeper = createWalkKeeper(memoryCache(createClock()), clock, root, 'build');
    await found(root, keeper);
    const kept = await keeper.recall([]);
    assert.ok(kept?.folders.every(({ stamp }) => stamp === undefined));
  });

  it('is made of work trees, whose .git is a file, and of roots that are links', async () => {
    await put(root, 'real/.git', 'gitdir: /nowhere\n');
    await put(root, 'real/a.py');
    const link = join(root, 'link');
    await symlink('real', link);
    await settle();
    const keeper = patientKeeper(link);
    assert.equal((await found(link, keeper)).length, 1);
    await settle();
    await put(root, 'real/b.py');
    assert.equal((await found(link, keeper)).length, 2);
  });

  it('that is damaged is not used', async () => {
    await put(root, 'a.py');
    for (const value of [
      1,
      { standsOn: {}, folders: [] },
      { standsOn: [null], folders: [] },
      { standsOn: [], folders: [1] },
    ]) {
      const cache = memoryCache(createClock());
      const keeper = patientKeeper(root, { ...cache, get: async () => ({ value, at: '' }) });
      assert.equal((await found(root, keeper)).length, 1);
    }
  });

  it('is not used by another program, nor for other ignored paths', async () => {
    await put(root, 'a/one.py');
    await settle();
    const cache = memoryCache(createClock());
    await found(root, patientKeeper(root, cache));
    assert.equal(await patientKeeper(root, cache, 'other').recall([]), undefined);
    assert.equal(await patientKeeper(root, cache).recall(['a']), undefined);
  });
});

async function put(root: string, path: string, content: string | Uint8Array = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

/** Waits until the file system tells another time. */
async function settle(): Promise<void> {
  await setTimeout(10);
}

/** For it, all folders have been as they are for long. */
function patientKeeper(
  root: string,
  cache: CacheStore = memoryCache(createClock()),
  build = 'build',
): WalkKeeper {
  return createWalkKeeper(cache, { now: () => new Date(Date.now() + 60_000) }, root, build);
}

async function found(root: string, keeper?: WalkKeeper): Promise<readonly FileEntry[]> {
  const all: FileEntry[] = [];
  const isWanted = (path: string) => path.endsWith('.py');
  const options = { ignore: [], isWanted, onSkipped: () => undefined };
  for await (const entries of createFiles(root, keeper).walk(options)) all.push(...entries);
  return all;
}
