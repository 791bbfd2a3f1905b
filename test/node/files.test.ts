import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReadError, type WalkOptions } from '../../src/model/outside.ts';
import { createFiles } from '../../src/node/files.ts';
import { gitIndex } from './git-indexes.ts';

describe('files on disk', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ptm-audit-files-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function put(path: string, content: string | Uint8Array = ''): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }

  async function walk(ignore: string[] = [], start = root, more: Partial<WalkOptions> = {}) {
    const found: string[] = [];
    const skipped: string[] = [];
    const isWanted = (path: string) => path.endsWith('.py');
    const onSkipped = (path: string, why: string) => skipped.push(`${path}: ${why}`);
    for await (const entries of createFiles(start).walk({ ignore, isWanted, onSkipped, ...more })) {
      found.push(...entries.map(entry => entry.path));
    }
    return { found, skipped };
  }

  it('tells the case of ignored names apart where the file system does', async () => {
    await put('.gitignore', 'Outputs\n');
    await put('outputs/a.py');
    const isOneName = process.platform === 'win32' || process.platform === 'darwin';
    assert.deepEqual((await walk()).found, isOneName ? [] : ['outputs/a.py']);
  });

  it('yields wanted files in the order of their names and leaves foreign folders out', async () => {
    for (const path of [
      'b.py',
      'a.py',
      'z/c.py',
      'note.txt',
      'node_modules/x.py',
      '.venv/y.py',
      'k/__pycache__/z.py',
    ]) {
      await put(path);
    }
    assert.deepEqual(await walk(), { found: ['a.py', 'b.py', 'z/c.py'], skipped: [] });
  });

  it('honours nested ignore files, the deeper one first', async () => {
    await put('.gitignore', 'out/\n*.gen.py\n');
    await put('out/a.py');
    await put('a.gen.py');
    await put('lib/.gitignore', '!keep.gen.py\n/local.py\n');
    await put('lib/keep.gen.py');
    await put('lib/local.py');
    await put('lib/deep/local.py');
    assert.deepEqual((await walk()).found, ['lib/keep.gen.py', 'lib/deep/local.py']);
  });

  it('honours the ignore files above the root, unless they ignore the root itself', async () => {
    await mkdir(join(root, '.git'));
    await put('.gitignore', 'skip.py\nbuild/\n');
    await put('src/skip.py');
    await put('src/a.py');
    await put('build/b.py');
    assert.deepEqual((await walk([], join(root, 'src'))).found, ['a.py']);
    assert.deepEqual((await walk([], join(root, 'build'))).found, ['b.py']);
  });

  it('keeps what git tracks although an ignore file names it, unless the configuration leaves it out', async () => {
    await put('.git/index', gitIndex('version 2'));
    await put('.gitignore', 'out/\n*.gen.py\n');
    for (const path of [
      'a.py',
      'b.gen.py',
      'out/deep/é.py',
      'out/kept.py',
      'out/other.py',
      'out/none/c.py',
    ]) {
      await put(path);
    }
    await put('out/.gitignore', '!other.py\n');
    assert.deepEqual((await walk()).found, ['a.py', 'out/kept.py', 'out/deep/é.py']);
    assert.deepEqual((await walk(['deep/'])).found, ['a.py', 'out/kept.py']);
    assert.deepEqual((await walk([], join(root, 'out'))).found, [
      'kept.py',
      'other.py',
      'deep/é.py',
      'none/c.py',
    ]);
  });

  it('keeps what a repository further down tracks', async () => {
    await put('lib/.git/index', gitIndex('version 4, with shortened names'));
    await put('lib/.gitignore', '*.py\n');
    await put('lib/a.py');
    await put('lib/b.py');
    assert.deepEqual((await walk()).found, ['lib/a.py']);
  });

  it('reads what is named, ignored by git or not, and nothing beside it', async () => {
    await mkdir(join(root, '.git'));
    await put('.gitignore', 'skip.py\nbuild/\n');
    for (const path of ['skip.py', 'a.py', 'build/b.py', 'sub/skip.py', 'sub/c.py', 'LICENSE'])
      await put(path);
    await put('sub/big.py');
    await truncate(join(root, 'sub/big.py'), 5 * 1024 * 1024 + 1);
    const named = async (...paths: string[]) => walk(['secret/'], root, { paths });
    assert.deepEqual(await named('skip.py'), { found: ['skip.py'], skipped: [] });
    assert.deepEqual(await named('sub/c.py', 'sub/c.py'), { found: ['sub/c.py'], skipped: [] });
    assert.deepEqual((await named('build')).found, ['build/b.py']);
    assert.deepEqual((await named('sub', 'sub/skip.py', 'sub/c.py')).found, ['sub/c.py', 'sub/skip.py']);
    await put('secret/d.py');
    assert.deepEqual(await named('LICENSE', 'secret/d.py', 'gone.py'), {
      found: [],
      skipped: [
        'LICENSE: not a kind of file that is read',
        'secret/d.py: left out by ignorePaths in the configuration',
        'gone.py: cannot be read: no such file or folder',
      ],
    });
  });

  it('leaves out what the configuration ignores', async () => {
    await put('.gitignore', '!a/x.py\n');
    await put('a/x.py');
    await put('b.py');
    assert.deepEqual((await walk(['a/'])).found, ['b.py']);
  });

  it('is not caught in a loop of links and reads a linked file once', async () => {
    await put('a/real.py');
    await symlink('..', join(root, 'a/up'));
    await symlink('a/real.py', join(root, 'again.py'));
    await symlink('self.py', join(root, 'self.py'));
    const { found, skipped } = await walk();
    assert.deepEqual(found, ['a/real.py']);
    assert.deepEqual(skipped, ['self.py: cannot be read: its links lead in a circle']);
  });

  it('names links to folders outside and links to nowhere', async () => {
    await symlink(tmpdir(), join(root, 'outside'));
    await symlink('gone.txt', join(root, 'gone.py'));
    assert.deepEqual(await walk(), {
      found: [],
      skipped: [
        'gone.py: cannot be read: no such file or folder',
        'outside: a link to a folder outside, not followed',
      ],
    });
  });

  it('names files that are too large', async () => {
    await put('big.py');
    await truncate(join(root, 'big.py'), 5 * 1024 * 1024 + 1);
    assert.deepEqual((await walk()).skipped, ['big.py: larger than 5 MB']);
  });

  it('names folders that cannot be entered', async function () {
    if (process.getuid?.() === 0) this.skip();
    await put('shut/a.py');
    await chmod(join(root, 'shut'), 0);
    const { skipped } = await walk();
    await chmod(join(root, 'shut'), 0o700);
    assert.deepEqual(skipped, ['shut: cannot be read: permission denied']);
  });

  it('stops when told', async () => {
    await assert.rejects(walk([], root, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('reads bytes as they are', async () => {
    const bytes = Uint8Array.of(0, 255, 10, 13, 0);
    await put('a.bin', bytes);
    assert.deepEqual(new Uint8Array(await createFiles(root).read('a.bin')), bytes);
  });

  it('never begins to read a device or a pipe behind a link', async () => {
    await symlink('/dev/zero', join(root, 'LICENSE'));
    await assert.rejects(createFiles(root).readIfPresent('LICENSE'), /not a regular file/);
  });

  it('knows what is there: files, folders, and what cannot be looked at', async () => {
    await put('models/mine/config/a.json');
    await symlink('loop', join(root, 'loop'));
    const { exists } = createFiles(root);
    const paths = ['models', 'models/mine', 'models/mine/config/a.json', 'loop', 'models/none', '../..'];
    assert.deepEqual(await Promise.all(paths.map(exists)), [true, true, true, true, false, false]);
  });

  it('says in words what cannot be read', async () => {
    const files = createFiles(root);
    await assert.rejects(files.read('none.py'), new ReadError('cannot be read: no such file or folder'));
    await assert.rejects(files.readIfPresent(''), ReadError);
    assert.equal(await files.readIfPresent('none.py'), undefined);
    assert.deepEqual(await files.names('none'), []);
  });
});
