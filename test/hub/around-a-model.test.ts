import assert from 'node:assert/strict';
import { readRecords } from '../../scripts/hub/read-records.ts';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { emptyRecord } from '../../src/hub/empty-record.ts';
import { createResolver } from '../../src/hub/resolver.ts';
import type { ModelRecord } from '../../src/model/record.ts';
import { publisherCell, scanCell } from '../../src/server/around-cells.ts';
import { createEnvironment, type TestEnvironment } from './support.ts';

/** A model that the account publishes. */
function modelOf(name: string): ModelRecord {
  return emptyRecord('huggingface', `${name}/model`, '');
}

const network = { mayAskNetwork: true };

describe('around a model', () => {
  let hub: StandInHub;
  let environment: TestEnvironment;
  before(async () => {
    hub = await startStandInHub({ records: readRecords('test/fixtures/hub') });
  });
  after(() => hub.close());
  beforeEach(async () => {
    environment = await createEnvironment(hub.endpoint);
  });

  async function recordOf(id: string): Promise<ModelRecord> {
    const lookup = await createResolver(environment).resolve('huggingface', id, undefined, network);
    assert.ok(lookup.state === 'found', id);
    return lookup.record;
  }

  it('an organisation publishes, or a person', async () => {
    const resolver = createResolver(environment);
    const lab = await resolver.publisher(modelOf('example-lab'), network);
    assert.ok(lab.state === 'found');
    assert.deepEqual(lab.record, {
      name: 'example-lab',
      kind: 'organization',
      fullName: 'Example Lab',
      isVerified: true,
      followers: 310,
      models: 5,
      since: undefined,
      url: `${hub.endpoint}/example-lab`,
    });
    assert.equal(publisherCell(lab), String.raw`example\-lab: verified organisation · 310 followers`);
    const author = await resolver.publisher(modelOf('example-author'), network);
    assert.ok(author.state === 'found');
    assert.equal(
      publisherCell(author),
      String.raw`example\-author: a person · 7 followers · since 2022\-04\-01`,
    );
    assert.equal((await resolver.publisher(modelOf('nobody'), network)).state, 'missing');
  });

  it('nobody but the hub says that a publisher does not exist', async () => {
    const stranger = await startStandInHub();
    for (const fault of ['404', `elsewhere:${stranger.endpoint}`]) {
      hub.order('/api/organizations/example-author/overview', fault, 1);
      const lookup = await createResolver(environment).publisher(modelOf('example-author'), network);
      assert.deepEqual(
        lookup,
        { state: 'unreachable', why: 'the hub answered 404 without saying why' },
        fault,
      );
    }
    assert.equal(stranger.received.length, 1);
    await stranger.close();
  });

  it('a publisher is asked about once, in this process and the next', async () => {
    const asked = hub.received.length;
    for (const _ of [1, 2]) {
      const resolver = createResolver(environment);
      await Promise.all([1, 2].map(() => resolver.publisher(modelOf('example-author'), network)));
    }
    assert.equal(hub.received.slice(asked).filter(({ url }) => url.includes('example-author')).length, 2);
  });

  it('scanners tell of files with issues, their size and what their pickles import', async () => {
    const record = await recordOf('example-lab/small-bert');
    const lookup = await createResolver(environment).scan(record, network);
    assert.ok(lookup.state === 'found');
    const [file, ...others] = lookup.record.files;
    assert.deepEqual(others, []);
    assert.ok(file?.level === 'suspicious' && file.size === 17_600_000);
    assert.deepEqual(file.imports?.at(-1), { module: 'builtins', name: 'eval', safety: 'dangerous' });
    assert.match(
      scanCell(lookup),
      /^1 file with issues: pytorch.*bin \(suspicious, imports builtins.*eval\)$/,
    );
  });

  it('a scan that is not done says nothing of safety', async () => {
    hub.order('/api/models/example-lab/small-bert-reviews/scan', {
      status: 200,
      headers: {},
      body: JSON.stringify({ scansDone: false, filesWithIssues: [] }),
    });
    const record = await recordOf('example-lab/small-bert-reviews');
    const lookup = await createResolver(environment).scan(record, network);
    assert.ok(lookup.state === 'found');
    assert.equal(lookup.record.isDone, false);
    assert.deepEqual(
      lookup.record.files.map(({ path, level }) => [path, level]),
      [['pytorch_model.bin', 'unscanned']],
    );
    assert.equal(scanCell(lookup), '');
  });

  it('what the repository scan said stays when nobody tells of the files', async () => {
    hub.order('/api/models/example-lab/small-bert/paths-info/*', '403');
    const record = await recordOf('example-lab/small-bert');
    const lookup = await createResolver(environment).scan(record, network);
    assert.ok(lookup.state === 'found');
    assert.deepEqual(
      lookup.record.files.map(({ path, level, imports }) => [path, level, imports]),
      [['pytorch_model.bin', 'suspicious', undefined]],
    );
  });

  it('a scan is kept', async () => {
    const record = await recordOf('example-lab/small-bert');
    const asked = hub.received.length;
    const first = await createResolver(environment).scan(record, network);
    const second = await createResolver(environment).scan(record, { mayAskNetwork: false });
    assert.equal(second.state === 'found' && second.from, 'cache');
    assert.deepEqual(
      second.state === 'found' && second.record.files[0]?.path,
      first.state === 'found' && first.record.files[0]?.path,
    );
    assert.ok(hub.received.length > asked);
  });

  it('its card is read at the commit of its record, once', async () => {
    const record = await recordOf('example-lab/small-bert');
    const lookup = await createResolver(environment).card(record, network);
    assert.ok(lookup.state === 'found' && lookup.record.text.includes('# '));
    const asked = hub.received.length;
    const again = await createResolver(environment).card(record, network);
    assert.ok(again.state === 'found' && again.from === 'cache');
    assert.equal(hub.received.length, asked);
    const without = await recordOf('example-lab/small-bert-reviews');
    assert.equal((await createResolver(environment).card(without, network)).state, 'missing');
    const { state } = await createResolver(environment).card({ ...record, sha: undefined }, network);
    assert.equal(state, 'unreachable');
  });

  it('a card that never ends, or is a page of somebody else, is none', async () => {
    const record = await recordOf('example-lab/small-bert');
    const reply = (body: string) => ({ status: 200, headers: { 'content-type': 'text/plain' }, body });
    for (const [body, why] of [
      ['x'.repeat(2 ** 20 + 1), `the answer of ${hub.host} is larger than 1 MB`],
      ['<!DOCTYPE html><title>Welcome</title>', 'the answer of the hub could not be read'],
    ] as const) {
      hub.order('/api/resolve-cache/*', reply(body), 1);
      const other = await createEnvironment(hub.endpoint);
      assert.deepEqual(await createResolver(other).card(record, network), { state: 'unreachable', why });
    }
  });
});
