import { distributes, reachesNobody } from '../judge/situation.ts';
import type { Fix } from '../model/finding.ts';
import type { ModelRecord } from '../model/record.ts';
import type { BoundStatement } from '../model/verdict.ts';
import { missingFrom } from '../notice/covers.ts';
import { creditOf } from '../notice/credit.ts';
import { positionAt } from '../notice/place.ts';
import { addCredit } from '../notice/section.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { isDrifted, type Judged, judged, subjectOf } from './support/judged.ts';
import { listed } from './support/words.ts';

const standardFile = 'NOTICE';
const shownDuties = 4;

export const rule = defineRule({
  id: 'license-obligation',
  severity: 'information',
  summary: "The model's license asks for something in return that the project does not show yet.",
  rationale: `Nearly every license asks for a credit, a copy of its text, a note of what changed; some ask for a sentence that people see, a name, the same license for what is made of the model, or that its terms are passed on. The rule looks into the project's NOTICE file for the model and for the sentences its license wants; the quick fix, and \`ptm-audit notice\`, write them there between two marks and leave the rest of the file alone.

The rule speaks once for each model and file. Where the configuration names no \`use\`, it speaks only of credits, sentences and names that a license asks for in so many words; of the notices that every license wants it speaks once the configuration names \`distributed\`, or where the code itself hands the model on.`,
  messages: {
    owed: '{subject}, which asks: {duties}{condition}. {file} lacks {missing}.',
    noFile: '{subject}, which asks: {duties}{condition}. There is no NOTICE file that says so.',
  },
  isOncePerFile: true,
  examples: [
    {
      title: 'A sentence that people must see',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^ noFile
`,
      models: { 'meta-llama/Llama-3.1-8B': { license: 'llama3.1' } },
      project: { license: 'MIT', use: ['hosted'] },
    },
    {
      title: 'A NOTICE that leaves the model out',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
#                                  ^^^^^^^^^^^^^ owed
`,
      models: { 'someone/model': { license: 'cc-by-4.0' } },
      project: { license: 'MIT', notice: 'This product includes software of others.\n' },
    },
    {
      title: 'A NOTICE that names it',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
`,
      models: { 'someone/model': { license: 'cc-by-4.0' } },
      project: { license: 'MIT', use: ['distributed'], notice: 'someone/model by someone, CC BY 4.0\n' },
    },
    {
      title: 'What every license asks for, where nothing is handed on',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
      project: { license: 'MIT', use: ['hosted'] },
    },
  ],
  check(context) {
    const found = judged(context);
    const duties = found === undefined ? [] : dutiesOf(found, context);
    const [first] = duties;
    if (found === undefined || first === undefined) return [];
    const { notice } = context.project;
    const missing = missingFrom(notice?.text, found.record.id, first.fact);
    if (missing.length === 0) return [];
    const data = {
      subject: subjectOf(first, found.record, context),
      duties: listed([...new Set(duties.map(wordsOf))].slice(0, shownDuties)),
      condition: first.condition === undefined ? '' : `; this matters ${first.condition}`,
      file: notice?.file ?? standardFile,
      missing: listed(missing),
    };
    const fixes = fixesFor(found.record, context);
    return [{ message: notice === undefined ? 'noFile' : 'owed', data, fixes }];
  },
});

/** The duties of one license: what it asks for certain, or, where that is nothing, on a condition. */
function dutiesOf(
  { statements, drifts, situation }: Judged,
  { reference }: RuleContext,
): readonly BoundStatement[] {
  // Who must settle a conflict first, and who only tests, is not to be told what else the license asks for.
  if (reachesNobody(situation) || reference.context === 'test') return [];
  const inConflict = statements.filter(({ kind }) => kind === 'conflict').map(({ license }) => license);
  const isAsked = situation.use.length > 0 && distributes(situation) === 'yes';
  const duties = statements.filter(
    ({ topic, certainty, spoken, chain, fact, license }) =>
      topic === 'duty' &&
      !isDrifted(chain, drifts) &&
      !inConflict.includes(license) &&
      fact.source !== 'localai' &&
      (certainty === 'certain' || isAsked || spoken === true),
  );
  const [first] = duties;
  return duties.filter(one => one.license === first?.license && one.certainty === first.certainty);
}

function wordsOf({ reason, at }: BoundStatement): string {
  return at === undefined ? reason : `${reason} (${at})`;
}

function fixesFor(record: ModelRecord, { project, reference }: RuleContext): readonly Fix[] {
  const credit = creditOf(record, reference.acts ?? []);
  if (credit === undefined) return [];
  const { file, text } = project.notice ?? { file: standardFile, text: '' };
  const edit = addCredit(text, credit);
  const range = { file, start: positionAt(text, edit.start), end: positionAt(text, edit.end) };
  return [
    {
      title: `Credit ${credit.id} in ${file}`,
      edits: [{ range, text: edit.text }],
      isPreferred: true,
      ...(project.notice === undefined && { creates: file }),
    },
  ];
}
