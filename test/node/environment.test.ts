import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '../../src/audit/session.ts';
import { createEnvironment, type EnvironmentOptions } from '../../src/node/environment.ts';
import { listen, log, withVariables } from './support.ts';

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

  it('names no model to the public hub when the address of the person’s own hub cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
    const load = 'AutoModel.from_pretrained("our-company/secret-net")';
    await writeFile(join(folder, 'app.py'), `from transformers import AutoModel\n${load}\n`);
    let connections = 0;
    // Whatever leaves for a public address comes by here.
    const proxy = createServer(socket => {
      connections += 1;
      socket.destroy();
    });
    const HTTPS_PROXY = `http://127.0.0.1:${await listen(proxy)}`;
    const audit = async (options: Partial<EnvironmentOptions>) => {
      const variables = { PTM_AUDIT_CACHE: join(folder, 'cache'), ...options.variables };
      const environment = await createEnvironment({ root: folder, log, ...options, variables });
      const { models } = await (await createSession(environment)).auditRepository({});
      return models.map(({ lookup }) => (lookup.state === 'unreachable' ? lookup.why : lookup.state));
    };
    await withVariables({ HTTPS_PROXY, https_proxy: HTTPS_PROXY }, async () => {
      const mistyped = await audit({ variables: { HF_ENDPOINT: 'hf.our-company.example' } });
      assert.deepEqual(mistyped, ['HF_ENDPOINT is no address: “hf.our-company.example”']);
      assert.deepEqual(await audit({ preferences: { endpoint: 'https//hub' } }), [
        '“ptmAudit.endpoint” is no address: “https//hub”',
      ]);
      assert.deepEqual(await audit({ preferences: { endpoint: 'https://me:hunter2@hub.example' } }), [
        '“ptmAudit.endpoint” is no address that holds neither name nor password',
      ]);
      assert.equal(connections, 0);
      await audit({});
      assert.ok(connections > 0, 'without such a setting the public hub is asked');
    });
    proxy.close();
    await rm(folder, { recursive: true });
  });
});
