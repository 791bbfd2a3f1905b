import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNotice } from '../../src/cli/write-notice.ts';

const latin1 = Buffer.from('Soci\u00e9t\u00e9 wrote this.\n', 'latin1');

describe('writing a notice', () => {
  let folder = '';
  let root = '';
  const path = () => join(root, 'NOTICE');
  const write = (before: string, text: string) => writeNotice(root, path(), 'NOTICE', { before, text });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-audit-notice-'));
    root = join(folder, 'project');
    mkdirSync(root);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes a file where there is none, and changes the one that was read', async () => {
    await write('', 'one');
    assert.equal(readFileSync(path(), 'utf8'), 'one');
    await write('one', 'two');
    assert.equal(readFileSync(path(), 'utf8'), 'two');
  });

  it('keeps a byte order mark', async () => {
    writeFileSync(path(), '\uFEFFours\n');
    await write('ours\n', 'ours\nand more\n');
    assert.equal(readFileSync(path(), 'utf8'), '\uFEFFours\nand more\n');
  });

  it('leaves a file alone whose bytes would be lost: another encoding, more than was read', async () => {
    for (const bytes of [latin1, Buffer.from('\uFEFFours\n', 'utf16le'), Buffer.alloc(3_000_000, 'a')]) {
      writeFileSync(path(), bytes);
      const read = bytes.length > 1_000_000 ? '' : new TextDecoder().decode(bytes);
      await assert.rejects(write(read, `${read}more`), /NOTICE: left as it is: it is no text in UTF-8/);
      assert.ok(readFileSync(path()).equals(bytes));
    }
  });

  it('follows a link inside the project and none that leads out of it, also to nowhere', async () => {
    writeFileSync(join(root, 'LEGAL'), 'ours');
    symlinkSync('LEGAL', path());
    await write('ours', 'more');
    assert.equal(readFileSync(join(root, 'LEGAL'), 'utf8'), 'more');
    rmSync(path());
    const outside = join(folder, 'private');
    symlinkSync(outside, path());
    await assert.rejects(write('', 'one'), /NOTICE: cannot be written/);
    assert.equal(existsSync(outside), false);
    writeFileSync(outside, 'mine');
    await assert.rejects(write('mine', 'one'), /left as it is: it is a link that leads elsewhere/);
    assert.equal(readFileSync(outside, 'utf8'), 'mine');
  });
});
