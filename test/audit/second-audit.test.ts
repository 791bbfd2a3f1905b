import assert from 'node:assert/strict';
import { createSearchWork, type SearchPool } from '../../src/audit/search-pool.ts';
import type { Session } from '../../src/audit/types.ts';
import type { Files } from '../../src/model/outside.ts';
import { memoryCache } from '../hub/support.ts';
import { sourceAssets } from '../support/find-in-text.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { repositorySession } from '../support/repository-session.ts';

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

describe('the second audit of a repository', () => {
  const cache = memoryCache({ now: () => new Date('2026-01-01T00:00:00Z') } as never);
  const read: string[] = [];

  function session(entries: Record<string, string>, build = 'one'): Promise<Session> {
    const files = memoryFiles(entries);
    const counted: Files = {
      ...files,
      read: path => {
        read.push(path);
        return files.read(path);
      },
    };
    read.length = 0;
    return repositorySession(entries, {
      files: counted,
      cache,
      build: build === 'source' ? undefined : build,
    });
  }

  const entries = {
    'app.py': `${load('gpt2')}# ptm-audit: ignore[no-such-rule]\n`,
    'bad.py': 'x = 1\0',
  };

  it('reads no source when no file has changed, and says the same', async () => {
    const first = await (await session(entries)).auditRepository({});
    assert.deepEqual(read.toSorted(), ['app.py', 'bad.py']);
    const second = await (await session(entries)).auditRepository({});
    assert.deepEqual(read, []);
    assert.deepEqual(second.references, first.references);
    assert.deepEqual(second.findings, first.findings);
    assert.deepEqual(second.skipped, first.skipped);
    assert.equal(second.skipped.length, 2);
  });

  it('starts the reading for open documents from what was read', async () => {
    const one = await session({ ...entries, 'names.py': 'NAME = "gpt2"\n' });
    await one.readRepository({});
    assert.deepEqual(read, ['names.py']);
    const text =
      'from transformers import AutoModel\nfrom names import NAME\nAutoModel.from_pretrained(NAME)\n';
    const { affected } = await one.auditDocument({ file: 'new.py', text }, { live: false });
    assert.deepEqual(affected, ['names.py']);
  });

  it('puts nothing that was kept in the place of a document opened meanwhile', async () => {
    const one = await session(entries);
    const reading = one.readRepository({});
    await Promise.all([reading, one.auditDocument({ file: 'app.py', text: '' }, { live: false })]);
    const { references } = await one.auditRepository({});
    assert.deepEqual(references, []);
  });

  it('reads again what has changed', async () => {
    const report = await (await session({ ...entries, 'app.py': load('t5-small') })).auditRepository({});
    assert.deepEqual(
      report.references.map(({ reference }) => reference.id),
      ['t5-small'],
    );
  });

  it('asks no other build of the program, and none that runs from source', async () => {
    for (const build of ['two', 'source', 'source']) {
      await (await session(entries, build)).auditRepository({});
      assert.deepEqual(read.toSorted(), ['app.py', 'bad.py']);
    }
  });

  it('in one session reads only what has changed in between', async () => {
    const mutable: Record<string, string> = { ...entries };
    const files = memoryFiles(mutable);
    const one = await repositorySession(mutable, {
      files: {
        ...files,
        read: path => {
          read.push(path);
          return files.read(path);
        },
      },
    });
    await one.auditRepository({});
    read.length = 0;
    const report = await one.auditRepository({});
    assert.deepEqual(read, []);
    assert.equal(report.references.length, 1);
  });

  it('of a session reads nothing again because of an audit of one file in between', async () => {
    const one = await session({ ...entries, 'other.py': load('t5-small') }, 'source');
    await one.auditRepository({});
    await one.auditRepository({ paths: ['app.py'] });
    read.length = 0;
    const { references } = await one.auditRepository({});
    assert.deepEqual(read, []);
    assert.equal(references.length, 2);
  });

  /** Audits of files on a thread that dies of some while it reads or searches them: how many references, and what is skipped. */
  function auditWith(
    files: Record<string, string>,
    task: 'read' | 'search',
    isDeadly: (file: string) => boolean,
  ): () => Promise<readonly [number, readonly string[]]> {
    const openPool = (): SearchPool => {
      const log = { info: () => undefined, warn: () => undefined };
      const sources = { files: memoryFiles(files), assets: sourceAssets, log, isKnownId: () => false };
      const work = createSearchWork(sources);
      const dies = async (): Promise<never> => {
        throw new Error('out of memory');
      };
      return {
        threadsFor: () => 1,
        read: (program, asked) =>
          task === 'read' && asked.some(isDeadly) ? dies() : work.read(program, asked),
        search: (program, asked) =>
          task === 'search' && asked.some(isDeadly) ? dies() : work.search(program, asked),
        close: async () => undefined,
      };
    };
    return async () => {
      const one = await repositorySession(files, { cache, build: `dying in ${task}`, openPool });
      const { references, skipped } = await one.auditRepository({});
      return [references.length, skipped.map(({ file, why }) => `${file} ${why}`)];
    };
  }

  it('asks again for what cost a thread its life', async () => {
    // Enough for threads to pay.
    const large = `# ${'x'.repeat(6_100_000)}\n`;
    const files = { 'app.py': load('gpt2'), 'large.py': large };
    let dying = 'app.py';
    const audit = auditWith(files, 'read', file => file === dying);
    assert.deepEqual(await audit(), [0, ['app.py cannot be read: Error: out of memory']]);
    dying = 'none';
    assert.deepEqual(await audit(), [1, []]);
  });

  it('says what cost a thread its life while it was followed, and asks for it again', async () => {
    const files = {
      'app.py': 'from lib import load\nload("org/model")\n',
      'lib.py': 'from transformers import AutoModel\ndef load(name):\n    AutoModel.from_pretrained(name)\n',
      'large.py': `# ${'x'.repeat(6_100_000)}\n`,
    };
    let dying = 'lib.py';
    const audit = auditWith(files, 'search', file => file === dying);
    assert.deepEqual(await audit(), [0, ['lib.py cannot be followed: Error: out of memory']]);
    dying = 'none';
    assert.deepEqual(await audit(), [1, []]);
  });

  it('follows settings near a program no further than its project, whatever came or went since', async () => {
    const train =
      'import sys, yaml\nfrom transformers import AutoModel\ncfg = yaml.safe_load(open(sys.argv[1]))\nAutoModel.from_pretrained(cfg["model"])\n';
    const files = { 'first/train.py': train, 'second/config.yaml': 'model: google/flan-t5-base\n' };
    const evidence = async (entriesNow: Record<string, string>) => {
      const { references } = await (await session(entriesNow)).auditRepository({});
      return references.flatMap(({ reference }) => (reference.id === undefined ? [] : reference.evidence));
    };
    assert.deepEqual(await evidence(files), ['loaded']);
    assert.deepEqual(await evidence({ ...files, 'first/README.md': '# First' }), ['mentioned']);
    assert.deepEqual(await evidence({ ...files, 'first/pyproject.toml': '[project]' }), ['mentioned']);
    assert.deepEqual(await evidence(files), ['loaded']);
  });

  it('finds the script of a command anew, and whether an id is a path, when files come and go', async () => {
    const train = (more: string) =>
      `import argparse${more}\nfrom transformers import AutoModel\np = argparse.ArgumentParser()\np.add_argument("--model")\nAutoModel.from_pretrained(p.parse_args().model)\n`;
    const found = async (entriesNow: Record<string, string>) => {
      const { references } = await (await session(entriesNow)).auditRepository({});
      return references
        .flatMap(({ reference: { id, evidence } }) => (id === undefined ? [] : `${evidence} ${id}`))
        .sort();
    };
    const files = {
      'run.sh': 'python train.py --model my-team/private\n',
      'names.py': 'NAMES = ["google/flan-t5-base"]\n',
    };
    const mentioned = 'mentioned google/flan-t5-base';
    assert.deepEqual(await found(files), [mentioned]);
    const withScript = { ...files, 'train.py': train('') };
    assert.deepEqual(await found(withScript), ['loaded my-team/private', mentioned]);
    assert.deepEqual(await found({ ...withScript, 'google/flan-t5-base/config.json': '{}' }), [
      'loaded my-team/private',
    ]);
    assert.deepEqual(await found(files), [mentioned]);
  });

  it('is not misled by a damaged cache', async () => {
    for (const key of cache.entries.keys()) {
      cache.entries.set(key, { value: { listing: 1, references: 'x' }, at: '2026-01-01T00:00:00Z' });
    }
    const report = await (await session(entries)).auditRepository({});
    assert.equal(report.references.length, 1);
  });

  it('says anew what the configuration, the license or a comment has changed', async () => {
    const ruled = async (more: Record<string, string>, app = load('bert-base-uncased')) => {
      const report = await (await session({ 'app.py': app, ...more })).auditRepository({});
      return report.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    const first = await ruled({});
    assert.ok(first.length > 0);
    assert.deepEqual(await ruled({}), first);
    const [rule = ''] = first[0]?.split(' ') ?? [];
    assert.ok(
      !(await ruled({ 'ptm-audit.json': JSON.stringify({ rules: { [rule]: 'off' } }) })).includes(
        first[0] ?? '',
      ),
    );
    assert.ok(
      !(
        await ruled({}, load('bert-base-uncased').replace('\n', `\n# ptm-audit: ignore[${rule}]\n`))
      ).includes(first[0] ?? ''),
    );
    assert.deepEqual(await ruled({}), first);
  });
});
