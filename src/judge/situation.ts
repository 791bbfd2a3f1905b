import type { Act } from '../license/types.ts';
import type { Use } from '../model/project.ts';
import type { ProjectAct } from '../model/verdict.ts';

/** The project as licenses see it, and what it does with one model. */
export interface Situation {
  /** An SPDX expression; undefined where the project names no license. */
  readonly projectLicense: string | undefined;
  /** Empty where nobody said. */
  readonly use: readonly Use[];
  readonly acts: readonly ProjectAct[];
  /** True where the model surely is no multimodal one: some clauses mean only those. */
  readonly isTextOnly?: boolean;
}

export type Truth = 'yes' | 'maybe' | 'no';

/** Whether an act takes place. Uses combine, so that a use nobody named is `no` only where the named ones tell. */
export function truthOf(act: Act, situation: Situation): Truth {
  switch (act) {
    case 'use':
      return 'yes';
    case 'commercial':
      return commercial(situation);
    case 'modify':
      return does(situation, 'fine-tunes') || does(situation, 'publishes') ? 'yes' : 'no';
    case 'distribute':
      return does(situation, 'publishes') ? 'yes' : handedOn(situation);
    case 'distribute-modified':
      return modifiedHandedOn(situation);
    case 'supply':
      return distributes(situation);
    case 'host':
      return told(situation, 'hosted', ['internal', 'distributed']);
    case 'share-outputs':
      return reachesNobody(situation) ? 'no' : 'maybe';
    // Whether a program does either does not show in a loading call.
    case 'train-on-outputs':
    case 'advertise':
      return 'no';
  }
}

/** The likeliest of several acts, any of which will do. Whatever is done counts where none is named. */
export function anyOf(acts: readonly Act[], situation: Situation): Truth {
  if (acts.length === 0) return 'yes';
  const truths = acts.map(act => truthOf(act, situation));
  return truths.includes('yes') ? 'yes' : truths.includes('maybe') ? 'maybe' : 'no';
}

/** Whether the project itself reaches others as a copy. */
export function distributes(situation: Situation): Truth {
  return told(situation, 'distributed', ['internal', 'hosted']);
}

/** Whether research is all that it is for. */
export function isResearchOnly({ use }: Situation): boolean {
  return use.length > 0 && use.every(kind => kind === 'research');
}

/** Whether only the people who run it see anything of it. */
export function reachesNobody({ use }: Situation): boolean {
  return use.length > 0 && use.every(kind => kind === 'internal' || kind === 'research');
}

function does({ acts }: Situation, act: ProjectAct): boolean {
  return acts.includes(act);
}

/** `yes` where it is named; `no` where another is named that says how the project reaches people. */
function told({ use }: Situation, kind: Use, others: readonly Use[]): Truth {
  if (use.includes(kind)) return 'yes';
  return use.some(other => others.includes(other)) ? 'no' : 'maybe';
}

/** A company's work in its own house counts as commercial by some licenses; only research and nothing else surely is not. */
function commercial(situation: Situation): Truth {
  if (situation.use.includes('commercial')) return 'yes';
  return isResearchOnly(situation) ? 'no' : 'maybe';
}

/** The weights go out with the project where they lie in it; a call that loads them by name leaves them where they are. */
function handedOn(situation: Situation): Truth {
  const truth = distributes(situation);
  return truth === 'yes' && !does(situation, 'bundles') ? 'maybe' : truth;
}

function modifiedHandedOn(situation: Situation): Truth {
  if (does(situation, 'publishes')) return 'yes';
  if (!does(situation, 'fine-tunes')) return 'no';
  return distributes(situation) === 'no' ? 'no' : 'maybe';
}
