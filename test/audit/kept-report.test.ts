import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSession } from '../../src/audit/session.ts';
import type { Environment } from '../../src/audit/types.ts';
import { TransportError } from '../../src/model/outside.ts';
import type { AuditReport } from '../../src/model/report.ts';
import { createEnvironment } from '../../src/node/environment.ts';
import { createMarks } from '../../src/node/marks.ts';
import { reports } from '../../src/report/index.ts';
import { log } from '../node/support.ts';

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

describe('the report of an earlier run', () => {
  let root = '';
  let cache = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ptm-audit-report-'));
    cache = await mkdtemp(join(tmpdir(), 'ptm-audit-cache-'));
    await put('pkg/app.py', load('openai-community/gpt2') + load('our-team/net'));
    await put('weights.py', 'from ultralytics import YOLO\nYOLO("yolov8n.pt")\n');
    await put('LICENSE', 'MIT License');
  });
  afterEach(async () => {
    await rm(root, { recursive: true });
    await rm(cache, { recursive: true });
  });

  async function put(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }

  /** An audit in a run of its own, and whether it read or looked up anything. */
  async function audit(
    changes: Partial<Environment> = {},
    paths: readonly string[] = [],
  ): Promise<{ readonly report: AuditReport; readonly isRepeated: boolean }> {
    const environment = await createEnvironment({ root, log, variables: { PTM_AUDIT_CACHE: cache } });
    // As if all had lain there for a while.
    const clock = { now: () => new Date(Date.now() + 60_000) };
    const marks = createMarks(root, cache, clock);
    const session = await createSession({
      ...environment,
      marks,
      build: 'one',
      overrides: { network: 'never' },
      ...changes,
    });
    let isRepeated = true;
    const report = await session.auditRepository({
      paths,
      onProgress() {
        isRepeated = false;
      },
    });
    return { report, isRepeated };
  }

  const formats = ['text', 'json', 'html'] as const;
  const written = (report: AuditReport) =>
    formats.map(format => [...reports[format](report, { nameOf: file => file })].join(''));

  it('does where nothing has changed, and reads the same in every format', async () => {
    const first = await audit();
    const second = await audit();
    assert.deepEqual([first.isRepeated, second.isRepeated], [false, true]);
    assert.deepEqual(written(second.report), written(first.report));
    assert.equal(second.report.models.length, 3);
  });

  const happenings: Readonly<Record<string, () => Promise<unknown>>> = {
    'a source changes': () => put('pkg/app.py', load('t5-small')),
    'a source comes': () => put('pkg/other.py', load('t5-small')),
    'the license changes': () => put('LICENSE', 'Apache License, Version 2.0'),
    'a package gets a license': () => put('pkg/pyproject.toml', '[project]\nlicense = "GPL-3.0-only"\n'),
    'a folder comes that an id may mean': () => put('our-team/net/config.json', '{}'),
    'weights come that the code names': () => put('yolov8n.pt', ''),
    'a link comes in their place': () => symlink('/nowhere', join(root, 'yolov8n.pt')),
    'the configuration changes': () => put('ptm-audit.json', '{ "use": ["commercial"] }'),
  };
  for (const [name, happen] of Object.entries(happenings)) {
    it(`does no more once ${name}`, async () => {
      await audit();
      await happen();
      const { isRepeated, report } = await audit();
      assert.equal(isRepeated, false);
      assert.deepEqual(written(report), written((await audit({ marks: undefined })).report));
    });
  }

  it('does no more once the cache knows more of a model', async () => {
    const { report } = await audit();
    const known = await createEnvironment({ root, log, variables: { PTM_AUDIT_CACHE: cache } });
    const key = 'huggingface model https://huggingface.co anonymous our-team/net ';
    await known.cache.set(key, { state: 'missing' });
    const { isRepeated, report: later } = await audit();
    assert.equal(isRepeated, false);
    assert.notDeepEqual(written(later), written(report));
  });

  it('does no more for other settings of the command line', async () => {
    await audit();
    const { isRepeated } = await audit({ overrides: { network: 'never', license: 'GPL-3.0-only' } });
    assert.equal(isRepeated, false);
  });

  it('is asked for neither by who may ask hubs, nor for a part, nor by another build', async () => {
    await audit();
    const send = async () => {
      throw new TransportError('no network');
    };
    const others = [
      await audit({}, ['weights.py']),
      await audit({ build: 'two' }),
      await audit({ build: undefined }),
      await audit({ overrides: { network: 'onAudit' }, transport: { send } }),
    ];
    assert.deepEqual(
      others.map(({ isRepeated }) => isRepeated),
      others.map(() => false),
    );
  });

  it('is not kept where a file was lost that another run may find', async () => {
    // Enough for threads to pay.
    for (const name of ['one', 'two']) await put(`${name}.py`, `# ${'x'.repeat(3_100_000)}\n`);
    const dead = async (): Promise<never> => {
      throw new Error('out of memory');
    };
    const openPool = () => ({ threadsFor: () => 1, read: dead, search: dead, close: async () => undefined });
    const { report } = await audit({ openPool });
    assert.equal(report.models.length, 0);
    const { report: later, isRepeated } = await audit({ openPool: undefined });
    assert.equal(isRepeated, false);
    assert.equal(later.models.length, 3);
  });

  it('is not kept of what was written a moment ago: it may change within one step of the clock', async () => {
    const marks = createMarks(root, cache, { now: () => new Date() });
    await audit({ marks });
    assert.equal((await audit({ marks })).isRepeated, false);
  });
});
