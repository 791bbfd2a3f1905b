import type { RuleId } from '../model/finding.ts';
import type { Span } from '../model/source.ts';
import type { Comment } from '../model/syntax.ts';

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

export function isSuppressed(suppressions: readonly Suppression[], ruleId: RuleId, span: Span): boolean {
  return suppressions.some(suppression => {
    const isNamed = suppression.rules === undefined || suppression.rules.includes(ruleId);
    return isNamed && reaches(suppression, span);
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

function reaches({ span: comment, isAlone }: Suppression, span: Span): boolean {
  const lastLine = comment.end.line + (isAlone ? 1 : 0);
  return comment.cell === span.cell && lastLine >= span.start.line && comment.start.line <= span.end.line;
}
