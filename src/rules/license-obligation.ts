import { distributes, reachesNobody } from '../judge/situation.ts';
import type { BoundStatement } from '../model/verdict.ts';
import { missingFrom } from '../notice/covers.ts';
import { defineRule, type RuleContext, type RuleVerdict } from './rule.ts';
import { creditFixes, standardNotice } from './support/credit-fix.ts';
import { isDrifted, type Judged, judged, subjectOf } from './support/judged.ts';
import { listed } from './support/words.ts';

const shownDuties = 4;

export const rule = defineRule({
  id: 'license-obligation',
  severity: 'information',
  summary: "The model's license asks for something in return that the project does not show yet.",
  rationale: `Nearly every license asks for a credit, a copy of its text, a note of what changed; some ask for a sentence that people see, a name, the same license for what is made of the model, or that its terms are passed on. The rule looks into the project's NOTICE file for the model and for the sentences its license wants; the quick fix, and \`ptm-audit notice\`, write them there between two marks, with what the licenses of its base models ask for, and leave the rest of the file alone.

In a monorepo the NOTICE of a package with a license of its own counts for what that package loads, where it has one; else the root's.

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
    if (found === undefined) return [];
    return dutiesOf(found, context)
      .flatMap(duties => owed(duties, found, context))
      .slice(0, 1);
  },
});

/** What the notice does not say yet of the duties of one license. */
function owed(
  duties: readonly BoundStatement[],
  { record, situation }: Judged,
  context: RuleContext,
): readonly RuleVerdict<'owed' | 'noFile'>[] {
  const [first] = duties;
  const { notice } = context.project;
  const missing = first === undefined ? [] : missingFrom(notice?.text, record.id, first.fact, situation.acts);
  if (first === undefined || missing.length === 0) return [];
  const words = [...new Set(duties.toSorted(spokenFirst).map(wordsOf))];
  const rest = words.length - shownDuties;
  const data = {
    subject: subjectOf(first, record, context),
    duties: listed([...words.slice(0, shownDuties), ...(rest > 0 ? [`${rest} more`] : [])]),
    condition: first.condition === undefined ? '' : `; this matters ${first.condition}`,
    file: notice?.file ?? standardNotice,
    missing: listed(missing),
  };
  const fixes = creditFixes(record, context, true);
  return [{ message: notice === undefined ? 'noFile' : 'owed', data, fixes }];
}

/** The duties license by license: what each asks for certain, or, where that is nothing, on a condition. */
function dutiesOf(
  { statements, drifts, situation }: Judged,
  { reference }: RuleContext,
): readonly (readonly BoundStatement[])[] {
  // Who must settle a conflict first, and who only tests, is not to be told what else the license asks for.
  if (reachesNobody(situation) || reference.context === 'test') return [];
  const inConflict = statements.filter(({ kind }) => kind === 'conflict').map(({ license }) => license);
  const isAsked = situation.use.length > 0 && distributes(situation) === 'yes';
  const duties = statements.filter(
    ({ topic, certainty, spoken, chain, license }) =>
      topic === 'duty' &&
      !isDrifted(chain, drifts) &&
      !inConflict.includes(license) &&
      (certainty === 'certain' || isAsked || spoken === true),
  );
  const first = new Map<string, BoundStatement>();
  for (const one of duties) first.set(one.license, first.get(one.license) ?? one);
  return [...first.values()].map(({ license, certainty }) =>
    duties.filter(one => one.license === license && one.certainty === certainty),
  );
}

/** What a license asks for in so many words is not to be lost behind the notices that all want. */
function spokenFirst(a: BoundStatement, b: BoundStatement): number {
  return Number(b.spoken ?? false) - Number(a.spoken ?? false);
}

function wordsOf({ reason, at }: BoundStatement): string {
  return at === undefined ? reason : `${reason} (${at})`;
}
