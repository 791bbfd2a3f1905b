import type { Clause, License } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { distributes, type Situation, type Truth, truthOf } from './situation.ts';
import { fromClause, type Speaker } from './statement.ts';

/** What a license forbids to hand on, change or offer, where the project does so. */
export function sharingStatements(
  license: License,
  speaker: Speaker,
  situation: Situation,
): readonly Statement[] {
  return license.clauses.flatMap(clause => {
    const prohibited = clause.kind === 'prohibition' ? prohibitions[clause.subject] : undefined;
    if (prohibited === undefined) return [];
    const { truth, condition, ...words } = prohibited;
    return fromClause(speaker, clause, truth(situation), condition, {
      kind: 'conflict',
      topic: 'sharing',
      ...words,
    });
  });
}

interface Prohibited {
  readonly reason: string;
  readonly circumstance: string | undefined;
  readonly condition: string;
  readonly truth: (situation: Situation) => Truth;
}

const prohibitions: Partial<Readonly<Record<Clause['subject'], Prohibited>>> = {
  derivatives: {
    reason: 'forbids handing on changed versions',
    circumstance: 'and the code trains the model further',
    condition: 'if you hand on what it makes of it',
    truth: situation => truthOf('distribute-modified', situation),
  },
  modification: {
    reason: 'gives no right to change the model',
    circumstance: 'and the code trains it further',
    condition: '',
    truth: situation => truthOf('modify', situation),
  },
  distribution: {
    reason: 'gives no right to hand the model on',
    circumstance: 'and its weights lie in the project',
    condition: 'if you distribute the project',
    truth: situation => (situation.acts.includes('bundles') ? distributes(situation) : 'no'),
  },
  hosting: {
    reason: 'forbids offering the model over a network',
    circumstance: undefined,
    condition: 'if others use the project over a network',
    truth: situation => truthOf('host', situation),
  },
};
