import assert from 'node:assert/strict';
import type { Background } from '../../src/model/background.ts';
import type { LicenseFact } from '../../src/model/record.ts';
import { rule as missing } from '../../src/rules/license-missing.ts';
import { rule as noncommercial } from '../../src/rules/license-noncommercial.ts';
import { rule as obligation } from '../../src/rules/license-obligation.ts';
import { rule as unknown } from '../../src/rules/license-unknown.ts';
import { foundIn, loading, spoken } from './spoken.ts';

function fact(id: string, changes: Partial<LicenseFact> = {}): LicenseFact {
  return { id, name: undefined, link: undefined, source: 'hub', ...changes };
}

async function said(rule: Parameters<typeof spoken>[0], license: LicenseFact) {
  const project = { license: 'MIT', use: ['commercial'] as const };
  return await spoken(rule, loading('a/b'), { lookup: foundIn('live', 'a/b', { license }), project });
}

describe('a license that only a person can judge', () => {
  it('is to be read at its page where nothing names it', async () => {
    assert.deepEqual(
      (await said(unknown, fact('other'))).map(({ message }) => message),
      ["'a/b' is under a license of its own, which a person must read at https://example.org/a/b."],
    );
  });

  it('is none of several without being called other', async () => {
    const [gallery] = await said(unknown, fact('other', { name: 'apache-2.0, gemma', source: 'localai' }));
    assert.equal(
      gallery?.message,
      "Which license 'a/b' is under a person must find out: LocalAI reports apache-2.0 and gemma.",
    );
    const [card] = await said(unknown, fact('other', { name: 'mit, cc-by-4.0, gpl-3.0' }));
    assert.match(card?.message ?? '', /its card names mit, cc-by-4\.0 and gpl-3\.0\.$/);
  });
});

describe('a license that a card names beside other', () => {
  const name = 'flux-1-dev-non-commercial-license';

  it('is judged as what it is', async () => {
    assert.deepEqual(await said(unknown, fact('other', { name })), []);
    const [hub] = await said(noncommercial, fact('other', { name }));
    assert.equal(hub?.severity, 'error');
    assert.match(
      hub?.message ?? '',
      /^'a\/b' is under flux-1-dev-non-commercial-license, which forbids commercial use \(section [^)]*\), and/,
    );
  });

  it('is a note where only a gallery says so', async () => {
    const [gallery] = await said(noncommercial, fact('other', { name, source: 'localai' }));
    assert.equal(gallery?.severity, 'information');
    assert.match(gallery?.message ?? '', /license \(reported by LocalAI\), which/);
  });
});

describe('what a license asks for', () => {
  it('begins with what it asks for in so many words, and says that there is more', async () => {
    const [owed] = await spoken(obligation, loading('a/b'), {
      lookup: foundIn('live', 'a/b', { license: fact('llama3.1') }),
      project: { license: 'MIT' },
      reference: { acts: ['fine-tunes', 'publishes'] },
    });
    assert.match(
      owed?.message ?? '',
      /asks: begin the name of models [^,]* \(section 1\.b\.i\), show “Built with Llama” .* and 1 more\./,
    );
  });
});

describe('a license that is missing', () => {
  const bases = [{ id: 'meta-llama/Llama-3.1-8B', relation: 'finetune' }] as const;
  const background: Background = {
    ancestors: [
      {
        id: 'meta-llama/Llama-3.1-8B',
        of: 'a/b',
        relation: 'finetune',
        depth: 1,
        lookup: foundIn('live', 'meta-llama/Llama-3.1-8B', { license: fact('llama3.1') }),
      },
    ],
    datasets: [],
    cut: undefined,
  };
  const lookup = foundIn('live', 'a/b', { license: fact(''), baseModels: bases });

  it("is told with the base model's, where that is known", async () => {
    const [withBase] = await spoken(missing, loading('a/b'), { lookup, background });
    assert.match(
      withBase?.message ?? '',
      /may be done with it; its base model 'meta-llama\/Llama-3\.1-8B' is under llama3\.1\.$/,
    );
    const [without] = await spoken(missing, loading('a/b'), { lookup });
    assert.match(without?.message ?? '', /may be done with it\.$/);
  });

  it('names the hub the facts are from', async () => {
    const project = { endpoint: 'https://hub.example.com' };
    const [live] = await spoken(missing, loading('a/b'), { lookup, project });
    assert.match(live?.message ?? '', /names no license on hub\.example\.com, so/);
    const shipped = foundIn('snapshot', 'a/b', { license: fact('') });
    const [snapshot] = await spoken(missing, loading('a/b'), { lookup: shipped, project });
    assert.match(snapshot?.message ?? '', /on the Hugging Face Hub as of 2025-01-26, so/);
    const elsewhere = foundIn('live', 'a/b', { hub: 'ollama', license: fact('') });
    const [other] = await spoken(missing, loading('a/b'), { lookup: elsewhere, project });
    assert.match(other?.message ?? '', /names no license on Ollama, so/);
  });

  it('is a note in tests', async () => {
    const severities = ['code', 'test'].map(async context => {
      const reference = { context } as { context: 'code' | 'test' };
      return (await spoken(missing, loading('a/b'), { lookup, reference }))[0]?.severity;
    });
    assert.deepEqual(await Promise.all(severities), ['warning', 'information']);
  });
});
