import type { RuleId } from '../model/finding.ts';
import { isWithin, type Span } from '../model/source.ts';
import type { Comment } from '../model/syntax.ts';
import { nearest } from './nearest.ts';

/** A comment that silences rules on its own line, and on the line below when it stands alone. */
export interface Suppression {
  /** Undefined silences every rule. */
  readonly rules: readonly RuleId[] | undefined;
  /** Empty when none is given. */
  readonly reason: string;
  readonly span: Span;
  readonly isAlone: boolean;
}

const directive = /^(?:#|\/\/|\/\*)\s*ptm-audit:\s*ignore(?:\s*\[([^\]]*)\])?(?![\w[-])\s*(.*)$/s;

/** Comments that say something else to this tool, or say it wrongly, silence nothing. */
export function readSuppressions(directives: readonly Comment[]): Suppression[] {
  return directives.flatMap(({ text, span, isAlone }) => {
    const match = directive.exec(text.trim());
    if (match === null) return [];
    const [, list, reason = ''] = match;
    const rules = list === undefined ? undefined : splitRules(list);
    return [{ rules, reason: cleanReason(reason), span, isAlone }];
  });
}

/** Whether a comment silences a rule at a span, from beside it or, where it lies in a call, from beside the call. */
export function isSuppressed(
  suppressions: readonly Suppression[],
  ruleId: RuleId,
  span: Span,
  call?: Span,
): boolean {
  return suppressions.some(suppression => {
    const isNamed = suppression.rules === undefined || suppression.rules.includes(ruleId);
    return isNamed && (reaches(suppression, span) || (call && reachesCall(suppression, span, call)));
  });
}

/** What comments want to silence although no rule goes by that name, in words. */
export function unknownRules(suppressions: readonly Suppression[], known: readonly RuleId[]): string[] {
  return suppressions.flatMap(({ rules = [], span }) =>
    rules
      .filter(rule => !known.includes(rule))
      .map(rule => {
        const cell = span.cell === undefined ? '' : `cell ${span.cell + 1}, `;
        const meant = nearest(rule, known);
        const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
        return `${cell}line ${span.start.line + 1} ignores a rule that does not exist: ${rule.slice(0, 60)}${hint}`;
      }),
  );
}

function splitRules(list: string): readonly RuleId[] {
  return list
    .split(',')
    .map(rule => rule.trim())
    .filter(rule => rule !== '');
}

function cleanReason(reason: string): string {
  return reason.replace(/\*\/$/, '').trim();
}

/** Above a call of several lines, or behind its first or last one. */
function reachesCall({ span: comment, isAlone }: Suppression, span: Span, call: Span): boolean {
  if (comment.cell !== call.cell || span.cell !== call.cell) return false;
  if (!isWithin(span.start, call) || !isWithin(span.end, call)) return false;
  if (isAlone) return comment.end.line + 1 === call.start.line;
  return comment.start.line === call.start.line || comment.start.line === call.end.line;
}

function reaches({ span: comment, isAlone }: Suppression, span: Span): boolean {
  const lastLine = comment.end.line + (isAlone ? 1 : 0);
  return comment.cell === span.cell && lastLine >= span.start.line && comment.start.line <= span.end.line;
}
