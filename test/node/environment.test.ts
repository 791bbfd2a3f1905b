import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEnvironment } from '../../src/node/environment.ts';
import { log, withVariables } from './support.ts';

describe('what a host hands to the core', () => {
  it('keeps answers where they always lie when the variable that names another folder is empty', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
    const here = await readdir('.');
    await withVariables({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder }, async () => {
      const { cache } = await createEnvironment({ root: folder, log, variables: { PTM_AUDIT_CACHE: '' } });
      await cache.set('a key', 1);
      assert.equal((await cache.get('a key'))?.value, 1);
    });
    assert.deepEqual(await readdir('.'), here);
    await rm(folder, { recursive: true });
  });
});
