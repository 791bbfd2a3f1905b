import type { Clause } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import type { Truth } from './situation.ts';

/** The license a statement is about. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
}

type Said = Pick<Statement, 'kind' | 'topic' | 'reason'> & Partial<Statement>;

export function statement(speaker: Speaker, said: Said): Statement {
  return {
    certainty: 'certain',
    circumstance: undefined,
    condition: undefined,
    license: speaker.id,
    licenseName: speaker.name,
    at: undefined,
    source: undefined,
    ...said,
  };
}

/** What a clause says, for certain or on a condition. Nothing where what brings it into play does not happen. */
export function fromClause(
  speaker: Speaker,
  clause: Clause,
  truth: Truth,
  condition: string,
  said: Said,
): readonly Statement[] {
  if (truth === 'no') return [];
  const { at } = clause;
  if (truth === 'yes') return [statement(speaker, { at, ...said })];
  return [statement(speaker, { at, certainty: 'conditional', condition, ...said })];
}

/** How much a statement weighs. What may be asked for in return one day leaves a model permitted. */
export function rank({ kind, certainty }: Statement): number {
  switch (kind) {
    case 'permitted':
      return 1;
    case 'obligation':
      return certainty === 'certain' ? 2 : 0;
    case 'unknown':
      return 3;
    case 'conflict':
      return { remote: 4, conditional: 5, certain: 6 }[certainty];
  }
}

/** The rank of the strongest. */
export function strongest(statements: readonly Statement[]): number {
  return Math.max(0, ...statements.map(rank));
}

/** Strongest first; what weighs the same in an order that does not depend on where it came from. */
export function compareStatements(a: Statement, b: Statement): number {
  return (
    rank(b) - rank(a) ||
    compareTexts(a.topic, b.topic) ||
    compareTexts(a.license, b.license) ||
    compareTexts(a.reason, b.reason) ||
    compareTexts(a.at ?? '', b.at ?? '')
  );
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
