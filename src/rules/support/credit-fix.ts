import type { Fix } from '../../model/finding.ts';
import type { ModelRecord } from '../../model/record.ts';
import { plainSpan } from '../../model/source.ts';
import { creditOf } from '../../notice/credit.ts';
import { creditEdit } from '../../notice/section.ts';
import type { RuleContext } from '../rule.ts';

export const standardNotice = 'NOTICE';

/** Writes what all licenses behind a model want to see of it into the project's NOTICE. */
export function creditFixes(
  record: ModelRecord,
  { project, reference, background }: RuleContext,
  isPreferred: boolean,
): readonly Fix[] {
  const credit = creditOf(record, reference.acts ?? [], background);
  if (credit === undefined) return [];
  const { file, text } = project.notice ?? { file: standardNotice, text: '' };
  const { span, text: newText } = creditEdit(text, credit);
  return [
    {
      title: `Credit ${credit.id} in ${file}`,
      edits: [{ range: { file, ...plainSpan(span) }, text: newText }],
      isPreferred,
      credit,
      ...(project.notice === undefined && { creates: file }),
    },
  ];
}
