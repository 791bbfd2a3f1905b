import { reportedBy, reporterOf } from '../model/reporter.ts';
import type { BoundStatement, Judgment } from '../model/verdict.ts';
import { gather } from './gather.ts';
import { placedReason, verdictTitle } from './verdict-words.ts';

/** What a person wants to know first: whether the model may be used. */
export function headline({ verdict, others }: Judgment): string {
  const reporter = reporterOf(verdict.fact);
  const isOwed = verdict.kind === 'obligation';
  const title = isOwed ? permittedWith([verdict, ...others]) : verdictTitle(verdict);
  return reporter === undefined ? title : `${title}, if ${reporter} reports it rightly`;
}

/** What holds for certain of what may be asked. */
function permittedWith(statements: readonly BoundStatement[]): string {
  const certain = statements.filter(({ certainty }) => certainty === 'certain');
  const limits = certain.some(({ topic }) => topic === 'restriction') ? [' within limits'] : [];
  return ['permitted', ...limits, ...(certain.some(isDuty) ? [', with duties'] : [])].join('');
}

/** What each license says, the one that decides first: what rules the model out, its limits and conditions, its duties. */
export function* termLines({ verdict, others: rest }: Judgment): Generator<string> {
  const said = [verdict, ...rest.filter(({ kind }) => kind !== 'permitted')];
  for (const [title, statements] of gather(said, licenseTitle)) {
    yield title;
    const others = statements.filter(one => !isDuty(one));
    for (const one of others.toSorted((a, b) => Number(a.isCondition ?? 0) - Number(b.isCondition ?? 0))) {
      yield labelled(labelOf(one), withCondition(placedReason(one), one.condition));
    }
    yield* dutyLines(statements.filter(isDuty));
  }
}

/** What only training brings into play. */
export function* trainedLines(statements: readonly BoundStatement[]): Generator<string> {
  if (statements.length === 0) return;
  yield 'If your code trains it further and hands on what it makes of it';
  for (const one of statements) {
    const whose = one.chain.length > 1 ? `, by the license of ${one.chain.at(-1)}` : '';
    const reason = placedReason({ ...one, circumstance: undefined });
    yield labelled(isDuty(one) ? 'duty' : labelOf(one), `${reason}${whose}`);
  }
}

/** `  duty       show “Built with Llama”`: what stands under one another can be read at a glance. */
export function labelled(label: string, text: string): string {
  return `  ${label.padEnd(labelWidth)}${text}`;
}

const labelWidth = 11;

/** `The license of c/d, llama2` where a base model's speaks. */
function licenseTitle({ chain, fact, licenseName }: BoundStatement): string {
  const whose = chain.length > 1 ? `The license of ${chain.at(-1)}` : 'Its license';
  const name = licenseName || fact.name || fact.id;
  return name === '' ? whose : `${whose}, ${name}${reportedBy(fact)}`;
}

function isDuty({ kind, topic }: BoundStatement): boolean {
  return kind === 'obligation' && topic === 'duty';
}

function labelOf({ kind, isCondition }: BoundStatement): string {
  if (kind === 'permitted') return 'fits';
  if (kind !== 'obligation') return kind;
  return isCondition === true ? 'condition' : 'limit';
}

function withCondition(text: string, condition: string | undefined): string {
  return condition === undefined ? text : `${text}, ${condition}`;
}

/** Duties that the same brings into play stand together, those that hold for certain first. */
function* dutyLines(duties: readonly BoundStatement[]): Generator<string> {
  const groups = [...gather(duties, ({ condition }) => condition ?? '')];
  for (const [condition, owed] of groups.toSorted(([a], [b]) => Number(a !== '') - Number(b !== ''))) {
    if (condition !== '') yield labelled('duties', `${condition}:`);
    for (const one of owed) {
      const text = one.text === undefined ? placedReason(one) : `${placedReason(one)}: “${one.text}”`;
      yield labelled(condition === '' ? 'duty' : '', condition === '' ? text : `- ${text}`);
    }
  }
}
