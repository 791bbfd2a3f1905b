import assert from 'node:assert/strict';
import type { CardFacts } from '../../src/model/record.ts';
import { rule } from '../../src/rules/card-incomplete.ts';
import { foundIn, loading, spoken } from './spoken.ts';

const bare: CardFacts = {
  hasLicense: true,
  hasDatasets: false,
  hasLanguage: false,
  hasTask: true,
  hasLibrary: false,
  hasBaseModel: false,
  hasEvaluation: false,
  hasPaper: false,
};

describe('a card that leaves much out', () => {
  it('is told with what is missing and what is there', async () => {
    const lookup = foundIn('snapshot', 'a/b', { card: bare, task: 'fill-mask' });
    const [said] = await spoken(rule, loading('a/b'), { lookup });
    assert.equal(
      said?.message,
      "The card of 'a/b' leaves out library, data sets, language and paper; of the 6 fields that count here it fills license and task.",
    );
  });

  it('is told by the name of its model, where the code writes an address', async () => {
    const lookup = foundIn('live', 'a/b', { card: bare, task: 'text-to-image' });
    const reference = { id: 'https://huggingface.co/a/b/blob/main/x.safetensors', target: 'a/b' };
    const [said] = await spoken(rule, loading('a/b'), { lookup, reference });
    assert.match(said?.message ?? '', /^The card of 'a\/b' leaves out/);
  });
});
