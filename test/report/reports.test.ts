import assert from 'node:assert/strict';
import { modelKey } from '../../src/model/reference.ts';
import { reports } from '../../src/report/index.ts';
import { compact } from '../../src/report/words.ts';
import { finding, sampleReport, unknownAround } from './sample-report.ts';

const text = (report = sampleReport()) => [...reports.text(report, {})].join('');
const html = (report = sampleReport(), nonce?: string) =>
  [...reports.html(report, nonce === undefined ? {} : { nonce })].join('');

describe('text report', () => {
  it('shows findings by file, models, skipped files and a summary', () => {
    assert.equal(
      text(),
      `src/app.py
  3:5  error    It conflicts.  license-conflict

Models
  org/model  apache-2.0  110M parameters, 1.2M downloads  snapshot 2025-01-26
  org/other                                               unknown: offline

Not read, or only in part
  bad.py: cannot be read: permission denied

Project license: MIT, from LICENSE.
1 error; 2 models in 2 files. Nothing is known of 1 model, because the audit ran offline. The oldest fact dates from 2025-01-26.
`,
    );
  });

  it('says when the project has no license', () => {
    const project = { ...sampleReport().project, license: undefined };
    assert.match(text(sampleReport({ project })), /\nProject license: none found\.\n/);
  });

  it('shows the first places of a problem and counts the others', () => {
    const findings = Array.from({ length: 10 }, (_, line) => finding(`src/${line}.py`, line));
    const lines = text(sampleReport({ findings })).split('\n');
    assert.equal(lines.filter(line => line.includes('It conflicts.')).length, 3);
    assert.ok(lines.some(line => line.trim() === 'and 7 more places'));
  });

  it('lists ten skipped files and counts the others', () => {
    const skipped = Array.from({ length: 12 }, (_, index) => ({ file: `${index}.py`, why: 'no' }));
    assert.match(text(sampleReport({ skipped })), / {2}9\.py: no\n {2}and 2 more\n/);
  });

  it('lets no file name or message steer the terminal', () => {
    const report = sampleReport({ findings: [finding('a\u001b[2J.py', 0, 'x\r\ny')] });
    const isControl = (character: string) => character < ' ' && character !== '\n';
    assert.deepEqual([...text(report)].filter(isControl), []);
  });
});

describe('JSON report', () => {
  const parsed = JSON.parse([...reports.json(sampleReport(), {})].join(''));

  it('says null for what is absent and flattens lookups', () => {
    assert.equal(parsed.schemaVersion, 1);
    assert.deepEqual(parsed.project, {
      license: 'MIT',
      licenseFile: 'LICENSE',
      use: ['distributed'],
      packages: [],
      notes: [],
    });
    assert.deepEqual(
      [parsed.models[0].lookup, parsed.models[0].from, parsed.models[0].license, parsed.models[0].likes],
      ['found', 'snapshot', 'apache-2.0', null],
    );
    assert.deepEqual(
      [parsed.models[1].lookup, parsed.models[1].why, parsed.models[1].license],
      ['unreachable', 'offline', null],
    );
  });

  it('gives every entry of a list the same keys', () => {
    assert.deepEqual(Object.keys(parsed.models[0]), Object.keys(parsed.models[1]));
  });

  it('places references and the way their value took', () => {
    const [reference] = parsed.references;
    assert.deepEqual([reference.file, reference.cell, reference.revision], ['a.ipynb', 1, null]);
    assert.deepEqual(reference.range.start, { line: 3, character: 4 });
    assert.deepEqual(Object.keys(reference.trail[0]), ['file', 'cell', 'range']);
  });

  it('is valid with nothing in it', () => {
    const empty = sampleReport({ references: [], models: [], findings: [], skipped: [] });
    assert.deepEqual(JSON.parse([...reports.json(empty, {})].join('')).models, []);
  });
});

describe('HTML report', () => {
  const hostile = `<img src=x onerror="alert(1)">'&`;

  it('escapes everything that comes from outside', () => {
    const page = html(
      sampleReport({
        root: hostile,
        findings: [finding(hostile, 0, hostile)],
        skipped: [{ file: hostile, why: hostile }],
        models: [
          {
            key: `huggingface:${hostile}`,
            ...unknownAround,
            lookup: { state: 'skipped', why: hostile },
          },
        ],
      }),
    );
    assert.ok(!page.includes('<img'));
    assert.ok(!page.includes('onerror="'));
  });

  it('runs a script with a nonce only, and nothing from elsewhere', () => {
    const page = html(sampleReport(), 'abc');
    assert.ok(page.includes('<script nonce="abc">'));
    assert.ok(page.includes('script-src &#39;nonce-abc&#39;'));
    assert.ok(!html().includes('<script'));
    assert.ok(!/\sstyle=/.test(page));
  });

  it('leads every finding and every use to its place', () => {
    const page = html();
    assert.ok(page.includes('<a href="#" data-file="src/app.py" data-line="2" data-character="4">'));
    assert.ok(page.includes('data-file="a.ipynb" data-line="3" data-character="4" data-cell="1"'));
  });

  it('says that everything was read only when no call takes its model from the run', () => {
    const [entry] = sampleReport().references;
    assert.ok(entry);
    const undecided = {
      reference: { ...entry.reference, id: undefined, target: undefined },
      model: undefined,
    };
    assert.ok(html(sampleReport({ skipped: [] })).includes('Everything was read.'));
    for (const skipped of [[], sampleReport().skipped]) {
      const page = html(sampleReport({ skipped, references: [entry, undecided] }));
      assert.ok(!page.includes('Everything was read'));
      assert.match(page, /<p>1 call takes its model from the run\.<\/p>\n<ul>\n<li><a [^>]*data-line="3"/);
    }
  });

  it('gives every table a caption', () => {
    const page = html();
    assert.equal(page.split('<table').length, page.split('<caption').length);
  });

  it('ends a lineage that goes in a circle', () => {
    const [model] = sampleReport().models;
    assert.ok(model?.lookup.state === 'found');
    const record = { ...model.lookup.record, baseModels: [{ id: 'org/model', relation: undefined }] };
    assert.ok(
      html(sampleReport({ models: [{ ...model, lookup: { ...model.lookup, record } }] })).includes(
        'based on org/model',
      ),
    );
  });
});

describe('the lineage of models', () => {
  /** Models of which each names the ones given for it. */
  function lineageOf(bases: Readonly<Record<string, readonly string[]>>): string {
    const [model] = sampleReport().models;
    assert.ok(model?.lookup.state === 'found');
    const { lookup } = model;
    const models = Object.entries(bases).map(([id, ids]) => {
      const baseModels = ids.map(base => ({ id: base, relation: undefined }));
      return {
        key: modelKey('huggingface', id),
        ...unknownAround,
        lookup: { ...lookup, record: { ...lookup.record, id, baseModels } },
      };
    });
    return html(sampleReport({ models })).split('id="lineage"')[1]?.split('</section>')[0] ?? '';
  }

  it('shows what several models rest on once with its bases', () => {
    const tree = lineageOf({ top: ['left', 'right'], left: ['base'], right: ['base'], base: ['root'] });
    const [top = ''] = tree.split('<li>left');
    assert.equal(top.split('based on base').length - 1, 2);
    assert.equal(top.split('based on root').length - 1, 1);
  });

  it('does not grow with the number of ways through it', () => {
    const layers = Object.fromEntries(
      Array.from({ length: 30 }, (_, layer) => [0, 1].map(side => [`m${layer}-${side}`, layer]))
        .flat()
        .map(([id, layer]) => [id, [0, 1].map(side => `m${Number(layer) + 1}-${side}`)]),
    );
    assert.ok(lineageOf(layers).length < 200_000);
  });

  it('ends where a record claims too much', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `org/base-${index}`);
    assert.match(lineageOf({ top: many }), /and 99,800 more/);
    const chain = Object.fromEntries(many.slice(0, 1000).map((id, index) => [id, [`org/base-${index + 1}`]]));
    assert.ok(lineageOf(chain).length < 3_000_000);
  });
});

describe('numbers for people', () => {
  it('are short', () => {
    assert.deepEqual([0, 999, 1000, 34_200, 999_960, 110_000_000, 7_240_000_000].map(compact), [
      '0',
      '999',
      '1k',
      '34.2k',
      '1M',
      '110M',
      '7.2B',
    ]);
  });
});
