import { judgeLicense } from '../../src/judge/judge-license.ts';
import type { Situation } from '../../src/judge/situation.ts';
import { identifyLicense } from '../../src/license/identify.ts';
import type { Ancestor, Background } from '../../src/model/background.ts';
import type { Use } from '../../src/model/project.ts';
import type { LicenseFact, Lookup } from '../../src/model/record.ts';
import type { ProjectAct, Statement } from '../../src/model/verdict.ts';
import { emptyRecord } from '../rules/support.ts';

export function situation(
  projectLicense: string | undefined,
  use: readonly Use[] = [],
  acts: readonly ProjectAct[] = [],
): Situation {
  return { projectLicense, use, acts };
}

/** The strongest statement about a model's license, and how sure it is where it is a conflict: `conflict, certain`. */
export function verdictOf(model: string, around: Situation): string {
  const [strongest] = judgeLicense(identifyLicense(model), around);
  return strongest === undefined ? '' : words(strongest);
}

export function words({ kind, certainty }: Statement): string {
  return kind === 'conflict' ? `conflict, ${certainty}` : kind;
}

export function factOf(id: string): LicenseFact {
  return { id, name: undefined, link: undefined, source: 'hub' };
}

/** A base model; without a license nobody knows it. */
export function ancestor(id: string, of: string, depth: number, license?: string): Ancestor {
  const found: Lookup = {
    state: 'found',
    record: { ...emptyRecord(id), license: license === undefined ? undefined : factOf(license) },
    from: 'live',
    at: '2026-01-02',
    movedFrom: undefined,
  };
  const lookup: Lookup = license === undefined ? { state: 'unreachable', why: 'offline' } : found;
  return { id, of, relation: 'finetune', depth, lookup };
}

export function behind(ancestors: readonly Ancestor[], cut?: string): Background {
  return { ancestors, datasets: [], cut };
}
