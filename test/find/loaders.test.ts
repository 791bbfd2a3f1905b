import assert from 'node:assert/strict';
import { loaders } from '../../src/loaders/registry.generated.ts';
import { findInText } from '../support/find-in-text.ts';

describe('loaders find what their examples say, and nothing else', () => {
  for (const loader of loaders) {
    for (const [index, example] of loader.examples.entries()) {
      it(`${loader.library} ${index + 1}: ${example.finds.join(', ') || 'no model'}`, async () => {
        const file = loader.language === 'python' ? 'app.py' : 'app.ts';
        const references = await findInText(file, example.code);
        assert.deepEqual(
          references.flatMap(reference => reference.id ?? []),
          example.finds,
        );
      });
    }
  }
});
