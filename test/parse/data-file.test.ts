import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Expression } from '../../src/model/syntax.ts';
import { readDataFile } from '../../src/parse/data-file.ts';
import { written } from '../support/written.ts';

/** The expression as the value a program would read. */
function readValue(expression: Expression | undefined): unknown {
  switch (expression?.kind) {
    case 'string':
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map(readValue);
    case 'record':
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [key ? String(readValue(key)) : '...', readValue(value)]),
      );
    default:
      return undefined;
  }
}

function strings(expression: Expression | undefined): readonly (Expression & { kind: 'string' })[] {
  switch (expression?.kind) {
    case 'string':
      return [expression];
    case 'list':
      return expression.items.flatMap(strings);
    case 'record':
      return expression.entries.flatMap(({ key, value }) => [...strings(key), ...strings(value)]);
    default:
      return [];
  }
}

describe('a file of settings', () => {
  const value = { model: { name: 'org/a', sizes: [1, true, null] }, other: 'b' };
  const files = {
    'config/a.json': '{ // why\n "model": { "name": "org/a", "sizes": [1, true, null] },\n "other": "b", }',
    'a.yaml': "model:\n  name: org/a # why\n  sizes: [1, true, null]\nother: 'b'\n",
    'a.yml': '---\nmodel: {name: "org/a", sizes: [1, true, ~]}\nother: b\n---\nsecond: 1\n',
  };
  for (const [file, text] of Object.entries(files)) {
    it(`gives its values and where they are written: ${file}`, () => {
      const expression = readDataFile(file, text);
      assert.deepEqual(readValue(expression), value);
      for (const string of strings(expression)) assert.equal(written(text, string.span), string.value);
    });
  }

  it('in TOML gives tables, lists of tables and dotted keys', () => {
    const text = [
      'top = "a"',
      "a.b.c = 'd'",
      '[model]',
      'name = "org/a"',
      'more = { x = ["y", 1.5] }',
      '[model.deep]',
      '"quoted key" = """',
      'text"""',
      '[[runs]]',
      'id = 1',
      '[[runs]]',
      'id = 2',
      '[runs.inner]',
      'when = 2020-01-01',
    ].join('\n');
    const expression = readDataFile('pyproject.toml', text);
    assert.deepEqual(readValue(expression), {
      top: 'a',
      a: { b: { c: 'd' } },
      model: { name: 'org/a', more: { x: ['y', 1.5] }, deep: { 'quoted key': 'text' } },
      runs: [{ id: 1 }, { id: 2, inner: { when: undefined } }],
    });
    for (const string of strings(expression)) assert.equal(written(text, string.span), string.value);
  });

  it('may be lines of names and values', () => {
    const text = '# why\nexport MODEL_ID="org/a" # b\nNAME=b # c\nempty=\nkey: v\n[part]\nx = y\n';
    const expression = readDataFile('.env.local', text);
    assert.deepEqual(readValue(expression), {
      MODEL_ID: 'org/a',
      NAME: 'b',
      empty: '',
      key: 'v',
      part: { x: 'y' },
    });
    for (const string of strings(expression)) assert.equal(written(text, string.span), string.value);
  });

  it('in YAML may repeat itself by anchors, merge and fold', () => {
    const text = 'base: &b { m: org/a }\nuse: *b\nmore:\n  <<: *b\n  t: >-\n    one\n    two\n';
    assert.deepEqual(readValue(readDataFile('a.yaml', text)), {
      base: { m: 'org/a' },
      use: { m: 'org/a' },
      more: { '...': { m: 'org/a' }, t: 'one two' },
    });
  });

  it('of another kind, broken or too large, says nothing', () => {
    assert.equal(readDataFile('a.txt', 'a=b'), undefined);
    assert.equal(readDataFile('a.toml', 'a = '), undefined);
    assert.equal(readDataFile('a.json', ''), undefined);
    assert.equal(readDataFile('constructor', '{}'), undefined);
    assert.equal(readDataFile('a.json', `"${'a'.repeat(3_000_000)}"`), undefined);
  });

  it('ends soon, however deep and however often it repeats itself', () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`).join('\n');
    const started = performance.now();
    for (const [file, text] of [
      ['a.json', '['.repeat(100_000)],
      ['a.json', '{"a":'.repeat(100_000)],
      ['a.yaml', '['.repeat(100_000)],
      ['a.yaml', '- '.repeat(100_000)],
      ['a.yaml', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
      ['a.yaml', `a-1: &a-1 x\n${bomb}`],
      ['a.yaml', 'a: &a [*a]'],
      ['a.yaml', Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n')],
      ['a.toml', `a = ${'['.repeat(100_000)}`],
      ['a.toml', `${'a.'.repeat(50_000)}a = 1`],
      ['a.toml', '[a]\n'.repeat(50_000)],
      ['a.env', 'a=\n'.repeat(100_000)],
      ['a.env', `a=${' #'.repeat(100_000)}"`],
      ['a.env', `a${' '.repeat(100_000)}b`],
    ] as const) {
      const one = performance.now();
      readDataFile(file, text);
      assert.ok(performance.now() - one < 6_000, `${file} ${text.slice(0, 20)}`);
    }
    assert.ok(performance.now() - started < 18_000);
  });

  it('in JSON gives what the language itself reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), json => {
        const text = JSON.stringify(json, undefined, 1);
        assert.deepEqual(
          JSON.stringify(readValue(readDataFile('a.json', text))),
          JSON.stringify(JSON.parse(text)),
        );
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '|',
      '>',
      '= ',
      '.',
      ',',
      '#',
      '"""',
      '<<',
      '!x ',
      '---\n',
      '\\',
      '? ',
      '1',
      '\t',
      '\r\n',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom('a.json', 'a.yaml', 'a.toml', '.env', 'a.ini'), text, (file, content) => {
        assert.doesNotThrow(() => readDataFile(file, content));
      }),
      { numRuns: 2_000 },
    );
  });
});
