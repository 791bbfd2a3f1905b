import assert from 'node:assert/strict';
import { repositorySession as session } from '../support/repository-session.ts';

const noOverrides = { network: 'never' } as const;
const bert = 'from transformers import AutoModel\nAutoModel.from_pretrained("bert-base-uncased")\n';

describe('auditing a repository', () => {
  it('follows an import into a file that by itself is of no interest', async () => {
    const audit = await session({
      'app.py':
        'from transformers import AutoModel\nfrom names import NAME\nAutoModel.from_pretrained(NAME)\n',
      'names.py': 'NAME = "a-company/its-own-model"\n',
    });
    const { references } = await audit.auditRepository({});
    assert.deepEqual(
      references.map(({ reference: { id, range } }) => [id, range.file]),
      [['a-company/its-own-model', 'names.py']],
    );
  });

  it('reads workflows and Dockerfiles for the code in their commands', async () => {
    const audit = await session({
      Dockerfile: `FROM python\nRUN python -c "import whisper; whisper.load_model('large')"\n`,
      '.github/workflows/test.yml':
        'jobs:\n  a:\n    steps:\n      - run: python -c "import whisper; whisper.load_model(\'base\')"\n',
      'app.ipynb': JSON.stringify({
        cells: [{ cell_type: 'code', source: '!ls\nimport whisper\nwhisper.load_model("tiny")' }],
      }),
    });
    const { references } = await audit.auditRepository({});
    assert.deepEqual(
      references.map(({ reference: { id } }) => id),
      ['base', 'large', 'tiny'],
    );
  });

  it('finds, resolves and judges what the code loads', async () => {
    const report = await (await session({ 'app.py': bert, LICENSE: 'MIT License' })).auditRepository({});
    assert.deepEqual(
      report.models.map(({ key, lookup }) => [key, lookup.state]),
      [['huggingface:google-bert/bert-base-uncased', 'found']],
    );
    assert.deepEqual(report.findings.map(({ rule }) => rule).toSorted(), ['name-moved', 'unpinned-revision']);
    assert.equal(report.summary.files, 1);
  });

  it('takes note of weights that lie in the repository', async () => {
    const code = 'from ultralytics import YOLO\nYOLO("yolov8n.pt")\nYOLO("yolov8s.pt")\n';
    const files = { 'src/app.py': code, 'yolov8n.pt': 'weights', LICENSE: 'SPDX-License-Identifier: MIT' };
    const { references } = await (await session(files)).auditRepository({});
    assert.deepEqual(
      references.map(({ reference: { id, acts } }) => [id, acts]),
      [
        ['yolov8n.pt', ['bundles']],
        ['yolov8s.pt', undefined],
      ],
    );
  });

  it('makes no finding out of ignorance', async () => {
    const code = bert.replace('bert-base-uncased', 'nobody-knows/this-model-id');
    const report = await (await session({ 'app.py': code })).auditRepository({});
    assert.deepEqual(report.findings, []);
    assert.equal(report.models[0]?.lookup.state, 'unreachable');
    assert.equal(report.summary.unresolved, 1);
  });

  it('counts what is not asked apart from what could not be learned', async () => {
    const code = `${bert}import torch\ntorch.hub.load_state_dict_from_url("https://example.org/net.pth")\n`;
    const own = { ...noOverrides, ignoreModels: ['google-bert/*'] };
    const report = await (await session({ 'app.py': code }, { overrides: own })).auditRepository({});
    assert.deepEqual(
      report.models.map(({ lookup }) => lookup.state),
      ['skipped', 'skipped'],
    );
    assert.equal(report.summary.unresolved, 0);
  });

  it('leaves a model alone by the id it goes by today', async () => {
    for (const [written, pattern] of [
      ['gpt2', 'openai-community/*'],
      ['openai-community/gpt2', 'openai-community/gpt2'],
    ] as const) {
      const code = bert.replace('bert-base-uncased', written);
      const own = { ...noOverrides, ignoreModels: [pattern] };
      const report = await (await session({ 'app.py': code }, { overrides: own })).auditRepository({});
      assert.deepEqual(report.findings, []);
      assert.equal(report.models[0]?.lookup.state, 'skipped');
    }
  });

  it('takes a folder of the repository for what it is', async () => {
    const code = bert.replace('bert-base-uncased', 'nets/mine');
    const report = await (await session({ 'app.py': code, 'nets/mine/config.json': '{}' })).auditRepository(
      {},
    );
    assert.deepEqual(report.references, []);
  });

  it('takes a folder beside or above the file for what it is', async () => {
    const code = bert.replace('bert-base-uncased', 'nets/mine');
    const files = { 'a/b/app.py': code, 'a/nets/mine/config.json': '{}', 'other/app.py': code };
    const report = await (await session(files)).auditRepository({});
    assert.deepEqual(
      report.references.map(({ reference }) => reference.range.file),
      ['other/app.py'],
    );
  });

  it('names what it could not read and loses nothing else', async () => {
    const report = await (
      await session({ 'app.py': bert, 'bad.ipynb': 'transformers {', 'binary.py': 'transformers\0' })
    ).auditRepository({});
    assert.deepEqual(report.skipped.map(({ file }) => file).toSorted(), ['bad.ipynb', 'binary.py']);
    assert.equal(report.references.length, 1);
  });

  it('hears a comment that silences a rule', async () => {
    const code = bert.replace('uncased")', 'uncased")  # ptm-audit: ignore[name-moved] pinned by our mirror');
    const report = await (await session({ 'app.py': code })).auditRepository({});
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['unpinned-revision'],
    );
  });

  it('hears a comment about a call of several lines', async () => {
    const call = ['AutoModel.from_pretrained(', '    "gpt2",', '    use_cache=True,', ')'];
    const rules = 'ptm-audit: ignore[name-moved, unpinned-revision, unsafe-weights] on purpose';
    const alone = [`# ${rules}`, ...call];
    const behindFirst = call.with(0, `${call[0]}  # ${rules}`);
    const behindLast = call.with(3, `${call[3]}  # ${rules}`);
    for (const lines of [alone, behindFirst, behindLast]) {
      const code = ['from transformers import AutoModel', ...lines, ''].join('\n');
      const report = await (await session({ 'app.py': code })).auditRepository({});
      assert.deepEqual(report.findings, []);
      assert.equal(report.references.length, 1);
    }
  });

  it('says when a comment names no rule', async () => {
    const code = bert.replace('uncased")', 'uncased")  # ptm-audit: ignore[name-move]');
    const { skipped } = await (await session({ 'app.py': code })).auditRepository({});
    const why = 'line 2 ignores a rule that does not exist: name-move (did you mean name-moved?)';
    assert.deepEqual(skipped, [{ file: 'app.py', why }]);
  });

  it('names what is no text and no notebook even where no loader is named', async () => {
    const cell = { cell_type: 'code', source: 'x = 1' };
    const { skipped } = await (
      await session({
        'binary.py': 'x = 1\0',
        'broken.ipynb': '{ "cells": [',
        'fine.ipynb': JSON.stringify({ cells: [cell] }),
        'none.ipynb': '{ "a": 1 }',
      })
    ).auditRepository({});
    assert.deepEqual(skipped.map(({ file, why }) => `${file} ${why}`).toSorted(), [
      'binary.py is a binary file',
      'broken.ipynb is not a notebook: no list of cells',
      'none.ipynb is not a notebook: no list of cells',
    ]);
  });

  it('takes a severity that somebody set at its word, also where it is the default', async () => {
    const code = bert.replace('bert-base-uncased', 'facebook/seamless-m4t-v2-large');
    const severity = async (settings: object) => {
      const files = { 'app.py': code, LICENSE: 'MIT License', 'ptm-audit.json': JSON.stringify(settings) };
      const { findings } = await (await session(files)).auditRepository({});
      return findings.find(({ rule }) => rule === 'license-noncommercial')?.severity;
    };
    const license = 'MIT';
    assert.equal(await severity({ license }), 'warning');
    assert.equal(await severity({ license, rules: { 'license-noncommercial': 'error' } }), 'error');
  });

  it('stops when asked to', async () => {
    const aborted = AbortSignal.abort();
    await assert.rejects((await session({ 'app.py': bert })).auditRepository({ signal: aborted }));
  });
});

describe('auditing a document', () => {
  it('underlines the id and nothing else', async () => {
    const { findings } = await (await session({})).auditDocument(
      { file: 'app.py', text: bert },
      { live: false },
    );
    for (const { range } of findings) {
      assert.deepEqual(
        [range.start, range.end],
        [
          { line: 1, character: 27 },
          { line: 1, character: 44 },
        ],
      );
    }
  });

  it('what notebooks have printed costs the search of what they call nothing', async () => {
    const printed = { output_type: 'display_data', data: { 'image/png': 'A'.repeat(2_000_000) } };
    const notebook = (id: string) =>
      JSON.stringify({
        cells: [{ cell_type: 'code', source: `from lib import load\nload("${id}")`, outputs: [printed] }],
      });
    const ids = ['org/a', 'org/b', 'org/c', 'org/d'];
    const books = Object.fromEntries(ids.map(id => [`${id.replace('/', '_')}.ipynb`, notebook(id)]));
    const lib =
      'from transformers import AutoModel\ndef load(name):\n    return AutoModel.from_pretrained(name)\n';
    const report = await (await session({ 'lib.py': lib, ...books })).auditRepository({});
    const loaded = report.references.filter(({ reference }) => reference.evidence === 'loaded');
    assert.deepEqual(loaded.map(({ reference }) => reference.id).toSorted(), ids);
    assert.deepEqual(report.skipped, []);
  });
  it('reads what only starts a script, or only calls a helper, wherever it stands', async () => {
    const notebook = (...cells: readonly string[]) =>
      JSON.stringify({ cells: cells.map(source => ({ cell_type: 'code', source })) });
    const train = [
      'import argparse',
      'from transformers import AutoModel',
      'parser = argparse.ArgumentParser()',
      'parser.add_argument("--model")',
      'args = parser.parse_args()',
      'AutoModel.from_pretrained(args.model)',
    ].join('\n');
    const lib =
      'from transformers import AutoModel\ndef load(name):\n    return AutoModel.from_pretrained(name)\n';
    const report = await (
      await session({
        'train.py': train,
        'lib.py': lib,
        'line.ipynb': notebook('!pip install x', '!python train.py --model org/line'),
        'behind.ipynb': notebook('!cd . && python train.py --model org/behind'),
        'cell.ipynb': notebook('%%bash\npython train.py --model org/cell'),
        'run.ipynb': notebook('%run train.py --model org/run'),
        'fetch.ipynb': notebook('out = !huggingface-cli download org/fetch'),
        'helper.ipynb': notebook('from lib import load', 'load("org/helper")'),
        'job.slurm': '#!/bin/bash\npython train.py --model org/job\n',
        'fetch.py': 'import subprocess\nsubprocess.run(["hf", "download", "org/process"])\n',
        '.github/workflows/ci.yml':
          'jobs:\n  t:\n    steps:\n      - run: python train.py --model org/workflow\n',
      })
    ).auditRepository({});
    const ids = report.references.flatMap(({ reference }) => reference.id ?? []);
    assert.deepEqual(ids.toSorted(), [
      'org/behind',
      'org/cell',
      'org/fetch',
      'org/helper',
      'org/job',
      'org/line',
      'org/process',
      'org/run',
      'org/workflow',
    ]);
  });

  it('reads the cells of a notebook as one program', async () => {
    const cells = ['', 'from transformers import AutoModel', 'AutoModel.from_pretrained("gpt2")'];
    const { references } = await (await session({})).auditDocument(
      { file: 'a.ipynb', cells },
      { live: false },
    );
    assert.equal(references[0]?.reference.range.cell, 2);
  });
});
