import { identifyFact } from '../license/identify-fact.ts';
import type { Background } from '../model/background.ts';
import type { LicenseFact } from '../model/record.ts';
import { reporterOf } from '../model/reporter.ts';
import type { BoundStatement, Judgment, Statement } from '../model/verdict.ts';
import { judgeLicense } from './judge-license.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import type { Situation } from './situation.ts';
import { compareStatements, compareTexts, rank, statement } from './statement.ts';

/** A model as far as licenses are concerned. */
export interface LicensedModel {
  readonly id: string;
  /** Undefined where nobody said. */
  readonly license: LicenseFact | undefined;
  readonly background: Background;
}

/** What the licenses of a model and of all it was made from mean for a project. */
export function judgeModel(model: LicensedModel, situation: Situation): Judgment {
  const isLicensed = model.license !== undefined && model.license.id !== '';
  const lineage = lineageOf(model.id, isLicensed, model.background);
  const own = ownStatements(model, situation);
  const statements = distinct([...own, ...inherited(lineage, situation)]).toSorted(compareBound);
  const [verdict = nothingSaid(model), ...others] = statements;
  return { verdict, others, gaps: [...hearsay(model), ...lineage.gaps] };
}

function ownStatements(model: LicensedModel, situation: Situation): readonly BoundStatement[] {
  const { license: fact } = model;
  if (fact === undefined) return [nothingSaid(model)];
  return bind(judgeLicense(identifyFact(fact), situation), fact, [model.id]);
}

function hearsay({ license }: LicensedModel): readonly string[] {
  const reporter = license && reporterOf(license);
  return reporter === undefined ? [] : [`whether that is its license: only ${reporter} reports it`];
}

function nothingSaid({ id }: LicensedModel): BoundStatement {
  const reason = 'nothing is known of its license';
  const said = statement({ id: '', name: '' }, { kind: 'unknown', topic: 'license', reason });
  return { ...said, chain: [id], fact: { id: '', name: undefined, link: undefined, source: 'hub' } };
}

/** A base model that asks for nothing adds nothing, and one whose license nobody can tell stays a gap of the card's. */
function inherited({ binding }: Lineage, situation: Situation): readonly BoundStatement[] {
  return binding.flatMap(({ fact, chain }) => {
    const said = judgeLicense(identifyFact(fact), situation);
    const heard = said.filter(({ kind, topic }) => kind !== 'permitted' && topic !== 'license');
    return bind(heard, fact, chain);
  });
}

/** What only a third party reports is no ground to ask for anything in return. */
function bind(
  statements: readonly Statement[],
  fact: LicenseFact,
  chain: readonly string[],
): readonly BoundStatement[] {
  const isReported = reporterOf(fact) !== undefined;
  return statements
    .filter(({ topic }) => topic !== 'duty' || !isReported)
    .map(one => ({ ...one, chain, fact }));
}

/** What several licenses on the way say alike is said once, by the nearest. */
function distinct(statements: readonly BoundStatement[]): readonly BoundStatement[] {
  const said = new Map<string, BoundStatement>();
  for (const one of statements) {
    const key = `${one.kind} ${one.topic} ${one.license} ${one.reason} ${one.condition ?? ''}`;
    if (!said.has(key)) said.set(key, one);
  }
  return [...said.values()];
}

/** Strongest first, then the nearest, so that the order in which ancestors come changes nothing. */
function compareBound(a: BoundStatement, b: BoundStatement): number {
  return (
    rank(b) - rank(a) ||
    a.chain.length - b.chain.length ||
    compareStatements(a, b) ||
    compareTexts(a.chain.join(' '), b.chain.join(' '))
  );
}
