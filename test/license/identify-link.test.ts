import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identifyLicense } from '../../src/license/identify.ts';
import { identifyLink, linkedRepository } from '../../src/license/identify-link.ts';
import type { LicenseIdentity } from '../../src/license/types.ts';

describe('an address as a license', () => {
  const pages = {
    'https://www.apache.org/licenses/LICENSE-2.0': 'Apache-2.0',
    'http://www.apache.org/licenses/LICENSE-2.0.txt': 'Apache-2.0',
    'https://opensource.org/licenses/MIT': 'MIT',
    'https://opensource.org/license/mit/': 'MIT',
    'https://choosealicense.com/licenses/bsd-3-clause/': 'BSD-3-Clause',
    'https://spdx.org/licenses/MPL-2.0.html': 'MPL-2.0',
    'https://creativecommons.org/licenses/by-nc-sa/4.0/': 'CC-BY-NC-SA-4.0',
    'https://creativecommons.org/licenses/by/4.0/legalcode.en': 'CC-BY-4.0',
    'https://creativecommons.org/licenses/by-sa/3.0/deed.de': 'CC-BY-SA-3.0',
    'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0-1.0',
    'https://www.gnu.org/licenses/gpl-3.0.en.html': 'GPL-3.0-only',
    'https://ai.google.dev/gemma/terms': 'LicenseRef-gemma',
    'https://huggingface.co/spaces/CompVis/stable-diffusion-license': 'LicenseRef-creativeml-openrail-m',
    'https://mistral.ai/licenses/MNPL-0.1.md': 'LicenseRef-mnpl',
    'https://ai.meta.com/llama/license/': 'LicenseRef-llama2',
    'https://ai.meta.com/resources/models-and-libraries/dinov3-license/': 'LicenseRef-dinov3-license',
    'https://github.com/Lightricks/LTX-2/blob/main/LICENSE': 'LicenseRef-ltx-2-community-license-agreement',
  };
  for (const [link, expected] of Object.entries(pages)) {
    it(`reads ${link} as ${expected}`, () => {
      const identity = identifyLink(link);
      assert.equal(shown(identity), expected);
    });
  }

  it('names the model whose terms it points to', () => {
    assert.equal(
      linkedRepository('https://huggingface.co/nvidia/llama-embed-nemotron-8b/blob/main/LICENSE'),
      'nvidia/llama-embed-nemotron-8b',
    );
    assert.equal(linkedRepository('https://huggingface.co/someone/model'), 'someone/model');
    assert.equal(linkedRepository('https://huggingface.co/spaces/bigscience/license'), undefined);
    assert.equal(linkedRepository('https://example.org/a/b'), undefined);
  });

  it('does not guess at others', () => {
    for (const link of [
      'https://aws.amazon.com/service-terms/',
      'https://example.org/MIT',
      'https://creativecommons.org/',
    ]) {
      assert.equal(identifyLicense(link).kind, 'unknown', link);
    }
    assert.equal(identifyLink('MIT'), undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string().map(text => `https://${text}`),
        ),
        link => void identifyLink(link),
      ),
    );
  });
});

function shown(identity: LicenseIdentity | undefined): string | undefined {
  if (identity?.kind === 'spdx') return identity.expression;
  return identity?.kind === 'named' ? identity.ref : identity?.kind;
}
