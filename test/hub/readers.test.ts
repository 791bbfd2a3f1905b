import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { createResolver } from '../../src/hub/resolver.ts';
import { createCache } from '../../src/node/cache.ts';
import { createEnvironment } from './support.ts';

const tokens = { owner: 'hf_of_the_owner', other: 'hf_of_somebody_else' };
const id = 'my-company/secret';

describe('readers with tokens of their own', () => {
  let folder: string;
  let hub: StandInHub;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
    const record = { id, private: true, tags: [], cardData: { datasets: [id] } };
    hub = await startStandInHub({ records: { models: [{ record }] } });
  });
  after(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  async function stateFor(token: string | undefined, mayAskNetwork: boolean): Promise<string> {
    const environment = await createEnvironment(hub.endpoint, token === undefined ? {} : { token });
    const clock = { now: () => new Date() };
    const resolver = createResolver({ ...environment, clock, cache: createCache(folder) });
    const lookup = await resolver.resolve('huggingface', id, undefined, { mayAskNetwork });
    if (lookup.state === 'found') await resolver.scan(lookup.record, { mayAskNetwork });
    return lookup.state;
  }

  it('do not see what the cache keeps of each other', async () => {
    assert.equal(await stateFor(tokens.owner, true), 'found');
    assert.equal(await stateFor(tokens.owner, false), 'found');
    assert.equal(await stateFor(tokens.other, false), 'unreachable');
    assert.equal(await stateFor(undefined, false), 'unreachable');
    hub.order(`/api/models/${id}`, 'missing');
    assert.equal(await stateFor(tokens.other, true), 'missing');
    assert.equal(await stateFor(tokens.owner, false), 'found');
  });

  it('leave their tokens out of the cache', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter(entry => entry.isFile());
    const texts = await Promise.all(
      files.map(async ({ parentPath, name }) => name + (await readFile(join(parentPath, name), 'latin1'))),
    );
    assert.ok(texts.length > 2);
    for (const token of Object.values(tokens)) {
      const packed = Buffer.from(token).toString('base64').replaceAll('=', '').slice(0, -1);
      assert.deepEqual(
        texts.filter(text => text.includes(token) || text.includes(packed)),
        [],
      );
    }
  });
});
