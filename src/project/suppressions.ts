import type { RuleId } from '../model/finding.ts';
import type { Span } from '../model/source.ts';
import type { Comment } from '../model/syntax.ts';

/** A comment that silences rules on its own line and on the line below it. */
export interface Suppression {
  /** Undefined silences every rule. */
  readonly rules: readonly RuleId[] | undefined;
  /** Empty when none is given. */
  readonly reason: string;
  readonly span: Span;
}

const directive = /^(?:#|\/\/|\/\*)\s*ptm-audit:\s*ignore(?:\s*\[([^\]]*)\])?(?![\w[-])\s*(.*)$/s;

/** Comments that say something else to this tool, or say it wrongly, silence nothing. */
export function readSuppressions(directives: readonly Comment[]): Suppression[] {
  return directives.flatMap(({ text, span }) => {
    const match = directive.exec(text.trim());
    if (match === null) return [];
    const [, list, reason = ''] = match;
    return [{ rules: list === undefined ? undefined : splitRules(list), reason: cleanReason(reason), span }];
  });
}

export function isSuppressed(suppressions: readonly Suppression[], ruleId: RuleId, span: Span): boolean {
  return suppressions.some(suppression => {
    const isNamed = suppression.rules === undefined || suppression.rules.includes(ruleId);
    return isNamed && reaches(suppression.span, span);
  });
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

function reaches(comment: Span, span: Span): boolean {
  const isSameCell = comment.cell === span.cell;
  return isSameCell && comment.end.line >= span.start.line - 1 && comment.start.line <= span.end.line;
}
