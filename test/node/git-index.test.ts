import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrackedPaths, trackedPaths } from '../../src/node/git-index.ts';
import { gitIndex, indexKinds } from './git-indexes.ts';

const tracked = ['.gitignore', 'a.py', 'out/deep/é.py', 'out/kept.py'];

describe("git's index", () => {
  let top = '';
  beforeEach(async () => {
    top = await mkdtemp(join(tmpdir(), 'ptm-audit-index-'));
  });
  afterEach(() => rm(top, { recursive: true }));

  for (const kind of indexKinds) {
    it(`is read: ${kind}`, () => {
      const paths = trackedPaths(gitIndex(kind));
      assert.deepEqual(
        paths?.filter(path => path !== 'new.py'),
        tracked,
      );
    });

    it(`is no knowledge when it is damaged, and no fault: ${kind}`, () => {
      const index = gitIndex(kind);
      for (let length = 0; length < index.length; length += 1) trackedPaths(index.subarray(0, length));
      assert.equal(trackedPaths(index.subarray(0, 90)), undefined);
      for (let at = 12; at < 300; at += 1) {
        const changed = Buffer.from(index);
        changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
        trackedPaths(changed);
      }
      assert.equal(trackedPaths(Buffer.alloc(4096, 0xff)), undefined);
    });
  }

  it('lies in `.git`, or where a `.git` file points to', async () => {
    await mkdir(join(top, 'store'));
    await writeFile(join(top, 'store/index'), gitIndex('version 2'));
    await writeFile(join(top, '.git'), 'gitdir: store\n');
    assert.deepEqual(await readTrackedPaths(top), tracked);
    await rm(join(top, '.git'));
    assert.equal(await readTrackedPaths(top), undefined);
  });

  it('is not read when it is too large or no file', async () => {
    await mkdir(join(top, '.git'));
    await writeFile(join(top, '.git/index'), gitIndex('version 2'));
    await truncate(join(top, '.git/index'), 128 * 1024 * 1024 + 1);
    assert.equal(await readTrackedPaths(top), undefined);
    await rm(join(top, '.git/index'));
    await mkdir(join(top, '.git/index'));
    assert.equal(await readTrackedPaths(top), undefined);
  });
});
