import { type Drift, driftsOf } from '../../judge/drift.ts';
import { judgeModel } from '../../judge/judge-model.ts';
import type { Situation } from '../../judge/situation.ts';
import { situationOf } from '../../judge/situation-of.ts';
import { identifyFact } from '../../license/identify-fact.ts';
import type { Severity } from '../../model/finding.ts';
import type { FoundLookup, LicenseFact, ModelRecord } from '../../model/record.ts';
import { reportedBy, reporterOf } from '../../model/reporter.ts';
import type { BoundStatement, Topic } from '../../model/verdict.ts';
import type { RuleContext, RuleVerdict } from '../rule.ts';
import { licenseTitle, plain, shownId } from './words.ts';

/** A model that was found, judged for the project. */
export interface Judged {
  readonly record: ModelRecord;
  readonly situation: Situation;
  /** Strongest first. */
  readonly statements: readonly BoundStatement[];
  readonly drifts: readonly Drift[];
}

/** Undefined for models nobody found: ignorance is no finding. */
export function judged(context: RuleContext): Judged | undefined {
  const { reference, lookup } = context;
  if (reference.id === undefined || lookup.state !== 'found') return undefined;
  const byActs = latest.get(lookup) ?? new Map<string, Latest>();
  latest.set(lookup, byActs);
  const acts = reference.acts?.join() ?? '';
  const known = byActs.get(acts);
  if (known !== undefined && isSame(known.context, context)) return known.judged;
  const found = judge(lookup, context);
  byActs.set(acts, { context, judged: found });
  return found;
}

interface Latest {
  readonly context: RuleContext;
  readonly judged: Judged;
}

/** Every rule on licenses asks the same of the same model, by what code does with it, one after the other. */
const latest = new WeakMap<FoundLookup, Map<string, Latest>>();

function isSame(a: RuleContext, b: RuleContext): boolean {
  return a.background === b.background && a.project === b.project;
}

function judge(lookup: FoundLookup, { reference, background, project }: RuleContext): Judged {
  const { record } = lookup;
  const situation = situationOf(project, lookup, reference);
  const model = { id: record.id, license: record.license, background };
  const { verdict, others } = judgeModel(model, situation);
  const drifts = driftsOf(model);
  return { record, situation, statements: [verdict, ...others], drifts };
}

/**
 * The conflicts of some topics. What a base model's license forbids only under a condition is left to `license-drift`
 * where the model's own license says otherwise: the same fact is told once.
 */
export function conflictsOf(
  { statements, drifts }: Judged,
  topics: readonly Topic[],
  { project }: RuleContext,
): readonly BoundStatement[] {
  const isDriftOff = project.configuration.rules['license-drift'] === 'off';
  return statements.filter(
    ({ kind, topic, certainty, chain }) =>
      kind === 'conflict' &&
      topics.includes(topic) &&
      (certainty === 'certain' || isDriftOff || !isDrifted(chain, drifts)),
  );
}

export function isDrifted(chain: readonly string[], drifts: readonly Drift[]): boolean {
  return chain.length > 1 && drifts.some(({ base }) => base.id === chain.at(-1));
}

/** A conflict as a verdict: the strongest in words, the others beside it. */
export function conflictVerdict<M extends string>(
  message: M,
  conflicts: readonly BoundStatement[],
  { record }: Judged,
  context: RuleContext,
): readonly RuleVerdict<M>[] {
  const [first, ...others] = conflicts;
  if (first === undefined) return [];
  const { license } = context.project;
  const declared = license?.source
    ? [{ message: `The project is under ${license.expression}.`, range: license.source }]
    : [];
  const sentence = (one: BoundStatement) => `${sentenceOf(one, record, context)}.`;
  return [
    {
      message,
      data: { sentence: sentenceOf(first, record, context) },
      severity: severityOf(first, context),
      related: [
        ...declared,
        ...others.map(one => ({ message: sentence(one), range: context.reference.range })),
      ],
    },
  ];
}

/**
 * Errors are for what is certain and comes from the publisher. What a mere gallery reports is a note, and so is a
 * condition in a test, which nobody ships.
 */
function severityOf({ certainty, fact }: BoundStatement, { reference }: RuleContext): Severity {
  if (reporterOf(fact) !== undefined || certainty === 'remote') return 'information';
  if (certainty === 'certain') return 'error';
  return reference.context === 'test' ? 'information' : 'warning';
}

/** `'a/b' is under gpl-3.0, which asks … (section 5); this matters if you distribute the project`. */
export function sentenceOf(one: BoundStatement, record: ModelRecord, context: RuleContext): string {
  const place = one.at === undefined ? '' : ` (${one.at})`;
  const met = one.circumstance === undefined ? '' : `, ${one.circumstance}`;
  const condition = one.condition === undefined ? '' : `; this matters ${one.condition}`;
  return `${subjectOf(one, record, context)}, which ${one.reason}${place}${met}${condition}`;
}

/** `'a/b' is under mit`, or `'a/b', tagged mit, is made from 'c/d' under llama2` where a base model's license speaks. */
export function subjectOf(
  { chain, fact }: Pick<BoundStatement, 'chain' | 'fact'>,
  { license: own }: ModelRecord,
  { reference }: RuleContext,
): string {
  const id = shownId(reference);
  const license = `${licenseTitle(fact)}${reportedBy(fact)}`;
  if (chain.length <= 1) return `'${id}' is under ${license}`;
  const tagged = isOtherTag(own, fact) ? `, tagged ${licenseTitle(own)},` : '';
  return `'${id}'${tagged} is made from '${plain(chain.at(-1) ?? '')}' under ${license}`;
}

function isOtherTag(own: LicenseFact | undefined, fact: LicenseFact): own is LicenseFact {
  if (own === undefined || own.id === '' || own.id === fact.id) return false;
  return identifyFact(own).kind !== 'unknown';
}
