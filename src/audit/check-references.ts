import { type Finding, type Severity, severities } from '../model/finding.ts';
import type { Project } from '../model/project.ts';
import type { ModelReference } from '../model/reference.ts';
import { compareSpans } from '../model/source.ts';
import type { Comment } from '../model/syntax.ts';
import { isSuppressed, readSuppressions, unknownRules } from '../project/suppressions.ts';
import { formatMessage, type Rule, type RuleVerdict, ruleInfo } from '../rules/rule.ts';
import type { Knowledge } from './knowledge.ts';
import type { ResolvedReference } from './resolve-references.ts';

/** The findings of one file, in source order, those that a comment in the file silences left out. */
export function checkReferences(
  references: readonly ResolvedReference[],
  directives: readonly Comment[],
  project: Project,
  knowledge: Knowledge,
): readonly Finding[] {
  const suppressions = readSuppressions(directives);
  const said = new Set<string>();
  const findings = references.flatMap(item => {
    const { call, range } = item.reference;
    const ownCall = call.file === range.file ? call : undefined;
    return knowledge.rules
      .flatMap(rule => checkUnlessSaid(rule, item, said, () => checkOne(rule, item, project, knowledge)))
      .filter(finding => !isSuppressed(suppressions, finding.rule, finding.range, ownCall));
  });
  return merged(findings).toSorted((a, b) => compareSpans(a.range, b.range));
}

/** What comments in a file get wrong, in words. */
export function checkDirectives(directives: readonly Comment[], knowledge: Knowledge): readonly string[] {
  return unknownRules(
    readSuppressions(directives),
    knowledge.rules.map(({ id }) => id),
  );
}

/** What a rule says of a model once in a file is said at the first place it has something to say of. */
function checkUnlessSaid(
  { id, isOncePerFile }: Rule,
  { model }: ResolvedReference,
  said: Set<string>,
  check: () => readonly Finding[],
): readonly Finding[] {
  const key = `${id} ${model}`;
  if (isOncePerFile === true && said.has(key)) return [];
  const findings = check();
  if (findings.length > 0) said.add(key);
  return findings;
}

function checkOne(
  rule: Rule,
  { reference, answer, model }: ResolvedReference,
  project: Project,
  { known }: Knowledge,
): readonly Finding[] {
  const { rules } = project.configuration;
  const set = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  const configured = set ?? rule.severity;
  if (!answer || configured === 'off') return [];
  if (rule.isAboutCall === true && reference.evidence === 'mentioned') return [];
  const { lookup, background } = answer;
  const isSetByUser = set !== undefined;
  return rule.check({ reference, lookup, background, project, known }).map(verdict => ({
    rule: rule.id,
    severity: severityOf(verdict, reference, configured, isSetByUser),
    message: formatMessage(rule.messages[verdict.message] ?? verdict.message, verdict.data),
    range: verdict.range ?? reference.range,
    model,
    related: [...(verdict.related ?? []), ...callOf(reference)],
    fixes: verdict.fixes ?? [],
    docs: ruleInfo(rule).docs,
  }));
}

/** A person's own setting counts as it stands; a verdict may be milder than its rule, and a mention is one step milder. */
function severityOf(
  verdict: RuleVerdict,
  reference: ModelReference,
  configured: Severity,
  isSetByUser: boolean,
): Severity {
  const severity = isSetByUser ? configured : (verdict.severity ?? configured);
  if (reference.evidence === 'loaded') return severity;
  return severity === 'error' ? 'warning' : 'information';
}

/** Where the id is written elsewhere than in the call, the call is worth showing. */
function callOf(reference: ModelReference): Finding['related'] {
  if (reference.trail.length === 0) return [];
  return [{ message: 'Loaded here', range: reference.call }];
}

/** An id that several calls use is one finding with several uses. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.range, finding.model ?? finding.message]);
    const before = byPlace.get(key);
    byPlace.set(key, before ? together(before, finding) : finding);
  }
  return [...byPlace.values()];
}

/** The graver of two, with the uses of both. */
function together(a: Finding, b: Finding): Finding {
  const isGraver = severities.indexOf(b.severity) < severities.indexOf(a.severity);
  return { ...(isGraver ? b : a), related: union(a.related, b.related) };
}

function union(a: Finding['related'], b: Finding['related']): Finding['related'] {
  const seen = new Set(a.map(item => JSON.stringify(item)));
  return [...a, ...b.filter(item => !seen.has(JSON.stringify(item)))];
}
