import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFiles } from '../../src/node/files.ts';
import { repositorySession } from '../support/repository-session.ts';

const bert = 'from transformers import AutoModel\nAutoModel.from_pretrained("bert-base-uncased")\n';
const own = { 'own.py': bert };

/** What the audit of a repository says of each file it gave up, and that it lost nothing else. */
async function skippedIn(
  entries: Readonly<Record<string, string | Uint8Array>>,
): Promise<ReadonlyMap<string, string>> {
  const report = await (await repositorySession({ ...entries, ...own })).auditRepository({});
  assert.ok(report.references.some(({ reference }) => reference.range.file === 'own.py'));
  return new Map(report.skipped.map(({ file, why }) => [file, why]));
}

describe('an audit names what it gave up, and reads all else', function () {
  this.timeout(60_000);

  it('of hostile sources', async () => {
    const deep = `${bert}x = ${'('.repeat(100_000)}1${')'.repeat(100_000)}\n`;
    const script = 'import { pipeline } from "@huggingface/transformers";\n';
    const calls = Array.from({ length: 1_000 }, (_, index) => `load("org/m${index}")`).join('\n');
    const said = await skippedIn({
      'deep.py': deep,
      'deep.ts': `${script}x = ${'['.repeat(100_000)}`,
      'long.js': `${script}x = [${'1,'.repeat(1_000_000)}]`,
      'bundle.js': `${script}x = [${'1,'.repeat(130_000)}]`,
      'lines.js': `${script}x = [${'1,\n'.repeat(100_000)}]`,
      'called.py': `${bert}def load(name):\n  AutoModel.from_pretrained(name)\n${calls}\n`,
      'deep.sh': `ollama pull ${'$('.repeat(1_000)}`,
      'late.py': `${bert}# ${'x'.repeat(10_000)}\0\n`,
      'early.py': `\0${bert}`,
      'latin.py': new Uint8Array([...new TextEncoder().encode(bert), 0xff, 0xfe]),
    });
    assert.deepEqual(
      Object.fromEntries([...said].map(([file, why]) => [file, why.replace(/ \(line.*/, '')])),
      {
        'bundle.js': 'is too long to parse: not read',
        'called.py': 'was too long to follow: some values are missing',
        'deep.py': 'is nested too deep: read in part',
        'deep.sh': 'is nested too deep: not read',
        'deep.ts': 'is nested too deep: not read',
        'early.py': 'is a binary file',
        'late.py': 'has a syntax error; what surrounds it was read',
        'latin.py': 'is not in UTF-8 and names no other encoding',
        'long.js': 'is too long to parse: not read',
      },
    );
  });

  it('of files on a disk that are larger than any source', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ptm-audit-'));
    try {
      await writeFile(path.join(folder, 'own.py'), bert);
      await writeFile(path.join(folder, 'large.py'), `${bert}x = [${'1,'.repeat(5_000_000)}]`);
      await writeFile(path.join(folder, 'large.js'), `x = [${'1,'.repeat(5_000_000)}]`);
      await writeFile(path.join(folder, 'nearly.py'), `${bert}x = [${'1,'.repeat(2_400_000)}]`);
      const session = await repositorySession({}, { files: createFiles(folder), root: folder });
      const report = await session.auditRepository({});
      const said = new Map(report.skipped.map(({ file, why }) => [file, why]));
      assert.equal(said.get('large.py'), 'larger than 5 MB');
      assert.equal(said.get('large.js'), 'larger than 5 MB');
      // A fast machine reads it.
      assert.match(said.get('nearly.py') ?? 'took too long to parse', /^took too long to parse/);
      assert.ok(report.references.some(({ reference }) => reference.range.file === 'own.py'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a copy of a library', () => {
  const copy = (folder: string): Record<string, string> =>
    Object.fromEntries(
      [
        '__init__.py',
        'modeling_utils.py',
        'configuration_utils.py',
        'tokenization_utils.py',
        'models/bert.py',
      ].map(file => [`${folder}/${file}`, bert]),
    );

  const audit = async (entries: Readonly<Record<string, string>>, paths: readonly string[] = []) => {
    const report = await (await repositorySession(entries)).auditRepository({ paths });
    return {
      found: report.references.map(({ reference }) => `${reference.range.file} ${reference.id}`),
      skipped: report.skipped.map(({ file, why }) => `${file} ${why}`),
      report,
    };
  };

  it('is left out, and named once', async () => {
    const { found, skipped, report } = await audit({
      ...copy('vendor/hf'),
      ...copy('src/transformers'),
      ...own,
    });
    assert.deepEqual(found, ['own.py bert-base-uncased']);
    assert.deepEqual(skipped, [
      'src/transformers a copy of transformers: left out',
      'vendor/hf a copy of transformers: left out',
    ]);
    assert.equal(report.summary.files, 1);
  });

  it('is left out with the tests that came with it, and not with its examples', async () => {
    const { found, skipped } = await audit({
      ...copy('lib/src/transformers'),
      ...own,
      'lib/setup.py': '',
      'lib/tests/test_bert.py': bert,
      'lib/examples/run.py': bert,
      'tests/test_own.py': bert,
    });
    assert.deepEqual(found, [
      'lib/examples/run.py bert-base-uncased',
      'own.py bert-base-uncased',
      'tests/test_own.py bert-base-uncased',
    ]);
    assert.deepEqual(skipped, [
      'lib/src/transformers a copy of transformers: left out',
      'lib/tests a copy of transformers: left out',
    ]);
  });

  it('is told by the files that the library alone has', async () => {
    const layouts: Readonly<Record<string, readonly string[]>> = {
      allennlp: ['common/registrable.py', 'common/params.py', 'models/archival.py', 'nn/util.py'],
      audiocraft: ['models/musicgen.py', 'models/encodec.py', 'modules/conditioners.py'],
      torchvision: ['models/resnet.py', 'transforms/functional.py', 'ops/boxes.py', 'datasets/folder.py'],
    };
    const files = Object.entries(layouts).flatMap(([library, names]) =>
      names.map(name => [`lib/${library}/${name}`, bert] as const),
    );
    const { found, skipped } = await audit({ ...Object.fromEntries(files), ...own });
    assert.deepEqual(found, ['own.py bert-base-uncased']);
    assert.deepEqual(
      skipped,
      Object.keys(layouts).map(library => `lib/${library} a copy of ${library}: left out`),
    );
  });

  it('is no folder that only bears its name', async () => {
    const { found, skipped } = await audit({
      'transformers/__init__.py': bert,
      'transformers/modeling_utils.py': bert,
    });
    assert.equal(found.length, 2);
    assert.deepEqual(skipped, []);
  });

  it('is read when it is named', async () => {
    const entries = { ...copy('src/transformers'), ...own };
    assert.equal((await audit(entries, ['src/transformers/models'])).found.length, 1);
    assert.equal((await audit(entries, ['src/transformers'])).found.length, 5);
    assert.deepEqual((await audit(entries, ['src'])).skipped, [
      'src/transformers a copy of transformers: left out',
    ]);
  });

  it('stands for the library where it is imported', async () => {
    const load = 'AutoModel.from_pretrained("org/model")\n';
    const entries = {
      ...copy('app/transformers'),
      ...copy('hf_local'),
      'app/relative.py': `from .transformers import AutoModel\n${load}`,
      'app/below.py': `from .transformers.models.bert import BertModel\nBertModel.from_pretrained("org/model")\n`,
      'app/module.py': 'import hf_local as hf\nhf.AutoModel.from_pretrained("org/model")\n',
      'app/mine.py':
        'from hf_local import PreTrainedModel\nclass Mine(PreTrainedModel):\n  pass\nMine.from_pretrained("org/model")\n',
      'app/used.py': 'from .mine import Mine\nMine.from_pretrained("org/model")\n',
    };
    const { found, report } = await audit(entries);
    assert.deepEqual(
      found.map(line => line.split(' ')[0]),
      ['app/below.py', 'app/mine.py', 'app/module.py', 'app/relative.py', 'app/used.py'],
    );
    for (const { reference } of report.references) {
      assert.equal(reference.isTentative, false);
      assert.match(reference.loader ?? '', /^transformers\./);
    }
  });
});
