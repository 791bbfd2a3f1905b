import assert from 'node:assert/strict';
import { findSettingsModels } from '../../src/find/settings-models.ts';
import { formats } from '../../src/loaders/settings/registry.generated.ts';
import { readDataFile } from '../../src/parse/data-file.ts';
import { written } from '../support/written.ts';

describe('formats of settings have their tools load what their examples say, and nothing else', () => {
  for (const { name, examples } of formats) {
    for (const [index, { file, text, finds }] of examples.entries()) {
      it(`${name} ${index + 1}: ${finds.join(', ') || 'no model'}`, () => {
        const data = readDataFile(file, text);
        assert.ok(data);
        const found = findSettingsModels(file, data);
        assert.deepEqual(
          found.map(({ hub, target }) => `${hub}:${target}`),
          finds,
        );
        for (const { range, id, loader } of found) {
          assert.equal(written(text, range), id);
          assert.ok(loader?.startsWith(`${name}.`));
        }
      });
    }
  }
});

describe('a model in settings', () => {
  it('has its revision from the key beside it', () => {
    const text = 'model_cache:\n  - repo_id: org/model\n    revision: abc\n';
    const data = readDataFile('config.yaml', text);
    const [found] = data ? findSettingsModels('config.yaml', data) : [];
    assert.equal(found?.revision.kind === 'given' && found.revision.value, 'abc');
  });

  it('stands where a variable that the file takes by its name has it, with the way there', () => {
    const text =
      '{"chainer": {"in": ["x"], "pipe": [{"pretrained_bert": "{BASE}"}]}, "metadata": {"variables": {"BASE": "{OTHER}", "OTHER": "org/model"}}}';
    const data = readDataFile('config.json', text);
    const [found, ...others] = data ? findSettingsModels('config.json', data) : [];
    assert.ok(found);
    assert.equal(others.length, 0);
    assert.equal(written(text, found.range), 'org/model');
    assert.equal(written(text, found.call), '{BASE}');
    assert.deepEqual(
      found.trail.map(range => written(text, range)),
      ['{OTHER}', '{BASE}'],
    );
  });

  it('is none of a file with another name', () => {
    const data = readDataFile('other.yaml', 'model_cache:\n  - repo_id: org/model\n');
    assert.deepEqual(data && findSettingsModels('other.yaml', data), []);
  });
});
