import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exclusively } from '../../src/node/lock.ts';

describe('a lock', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
    file = join(folder, 'locks', 'question');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function leaveBehind(mark: string): Promise<void> {
    await mkdir(join(folder, 'locks'), { recursive: true });
    await writeFile(file, mark);
  }

  it('is there during the work and gone after it, however the work ends', async () => {
    assert.equal(await exclusively(file, async () => existsSync(file), undefined), true);
    const failing = exclusively(file, () => Promise.reject(new Error('work')), undefined);
    await assert.rejects(failing, { message: 'work' });
    assert.deepEqual(await readdir(join(folder, 'locks')), []);
  });

  it('belongs to who made it: another’s is not removed', async () => {
    const another = `${process.pid} ${hostname()} another`;
    await exclusively(file, () => writeFile(file, another), undefined);
    assert.equal(await readFile(file, 'utf8'), another);
  });

  it('that was abandoned goes to one of all who find it', async () => {
    // Nobody has this number: the system counts up to four million at most.
    await leaveBehind(`4194305 ${hostname()} gone`);
    let working = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      await pause(5);
      working -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, () => exclusively(file, work, undefined)));
    assert.equal(most, 1);
    assert.deepEqual(await readdir(join(folder, 'locks')), []);
  });

  it('of another machine is abandoned once it is old', async () => {
    await leaveBehind('1 another-machine mark');
    const old = new Date(Date.now() - 3_600_000);
    await utimes(file, old, old);
    const start = Date.now();
    assert.equal(await exclusively(file, async () => 'done', undefined), 'done');
    assert.ok(Date.now() - start < 5000);
  });

  it('is not waited for by who leaves', async () => {
    await leaveBehind(`${process.pid} ${hostname()} at work`);
    const start = Date.now();
    await exclusively(file, async () => undefined, AbortSignal.timeout(50));
    assert.ok(Date.now() - start < 2000);
    assert.match(await readFile(file, 'utf8'), /at work$/);
  });
});
