import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withWrittenFields } from '../../src/card/written-fields.ts';
import type { CardFacts } from '../../src/model/record.ts';
import { bareCard } from './support.ts';

function writtenIn(text: string): readonly string[] {
  return Object.entries(withWrittenFields(bareCard, text)).flatMap(([fact, isWritten]) =>
    isWritten ? fact : [],
  );
}

describe('the text of a model card', () => {
  it('documents what stands under its headings', () => {
    const card = `---
license: mit
---
# Small BERT

## Training data

Two million reviews of hotels.

## Evaluation results

| Task | SST-2 |
|:----:|:-----:|
| F1   | 0.91  |

### BibTeX entry and citation info

See [the paper](https://arxiv.org/abs/1810.04805).
`;
    assert.deepEqual(writtenIn(card), ['hasDatasets', 'hasEvaluation', 'hasPaper']);
  });

  it('documents what stands behind its labels, and under headings further down', () => {
    const card = `
- **Language(s) (NLP):** German
- **License:** Apache-2.0
- **Paper [optional]:** [More Information Needed]

## Training Details
### Training Data
#### Sources
A crawl of the web.
`;
    assert.deepEqual(writtenIn(card), ['hasLicense', 'hasDatasets', 'hasLanguage']);
  });

  it('documents nothing where nobody filled the template in', () => {
    const template = `
- **Language(s) (NLP):** [More Information Needed]
- **License:** [More Information Needed]

### Training Data

<!-- This should link to a Dataset Card, perhaps with a short stub of information. -->

[More Information Needed]

## Evaluation

<!-- This section describes the evaluation protocols and provides the results. -->

### Testing Data, Factors & Metrics

#### Testing Data

[More Information Needed]

### Results

[More Information Needed]

## Training and evaluation data

More information needed

## Citation [optional]

**BibTeX:**

[More Information Needed]
`;
    assert.deepEqual(writtenIn(template), []);
  });

  it('takes neither code nor the data of tests for it', () => {
    assert.deepEqual(writtenIn('```python\n# training data\nload("x")\n```\n'), []);
    assert.deepEqual(writtenIn('## Test data\n\nA hundred reviews.\n'), []);
  });

  it('takes nothing away from what the metadata says', () => {
    const all = Object.fromEntries(Object.keys(bareCard).map(fact => [fact, true])) as unknown as CardFacts;
    assert.deepEqual(withWrittenFields(all, ''), all);
  });

  it('is read in bounded time, whatever it holds', () => {
    const many = 300_000;
    for (const piece of [
      '# ',
      '<!--',
      '\n',
      '# a\n',
      ' ',
      '- **',
      '**',
      'more information needed(',
      '```\n',
      '---\n',
    ]) {
      withWrittenFields(bareCard, piece.repeat(many));
      withWrittenFields(bareCard, `## License\n${piece.repeat(many)}`);
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), text => {
        withWrittenFields(bareCard, text);
      }),
    );
  }).timeout(20_000);
});
