import assert from 'node:assert/strict';
import { driftsOf } from '../../src/judge/drift.ts';
import { statementsIfTrained } from '../../src/judge/if-trained.ts';
import { judgeModel } from '../../src/judge/judge-model.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import type { Use } from '../../src/model/project.ts';
import type { LicenseFact, ModelRecord } from '../../src/model/record.ts';
import { writeExplanation } from '../../src/report/explain.ts';
import { ancestor, behind, factOf, situation } from '../judge/support.ts';
import { foundIn } from '../rules/spoken.ts';
import { projectOf } from '../rules/support.ts';

/** What `ptm-audit explain` prints of a model made from another. */
function explained(own: LicenseFact, base: string | undefined, use: readonly Use[]): string {
  const facts: Partial<ModelRecord> = { license: own };
  const background = behind(base === undefined ? [] : [ancestor('b/base', 'a/model', 1, base)]);
  const model = { id: 'a/model', license: own, background };
  const explanation: Explanation = {
    id: 'a/model',
    project: projectOf({ title: '', code: '', project: { license: 'MIT', use } }),
    lookup: foundIn('live', 'a/model', facts),
    background,
    judgment: judgeModel(model, situation('MIT', use)),
    ifTrained: statementsIfTrained(model, situation('MIT', use)),
    drifts: driftsOf(model).map(({ base: { id, fact }, lost }) => ({
      base: id,
      license: fact,
      lost: lost.map(clause => clause.words),
    })),
    risks: [],
  };
  return [...writeExplanation(explanation)].join('');
}

describe('an explanation', () => {
  it('parts what a license limits, what it depends on, and what is owed on which condition', () => {
    assert.equal(
      explained(factOf('apache-2.0'), 'llama3.1', ['commercial', 'hosted']),
      `a/model  apache-2.0  (live)
  ↑ finetune of b/base  llama3.1
→ your project under MIT, use: commercial, hosted

Verdict: permitted within limits, with duties
The license of b/base, llama3.1
  limit      follow the acceptable use policy (section 1.b.iv)
  condition  over 700 million monthly users when it came out: ask for a license (section 2)
  duty       hand on a copy of the license (section 1.b.i)
  duty       show “Built with Llama” (section 1.b.i)
If your code trains it further and hands on what it makes of it
  duty       hand on a copy of the license (section 4(a))
  duty       hand on its notices (section 4(d))
  duty       keep the copyright notice (section 4(c))
  duty       say what changed (section 4(b))
  duty       begin the name of models made with it or trained on its outputs with “Llama” (section 1.b.i), by the license of b/base
  duty       hand on a Notice file with its sentence (section 1.b.iii), by the license of b/base
  duty       keep the copyright notice (section 1.b.iii), by the license of b/base
Besides
  drift      its own license leaves out what b/base asks under llama3.1: follow the acceptable use policy; over 700 million monthly users when it came out: ask for a license

This is information about texts, not legal advice.
`,
    );
  });

  it('tells what training brings into play, as the report does of code that trains', () => {
    const text = explained(factOf('cc-by-nd-4.0'), undefined, []);
    assert.match(text, /\nVerdict: permitted\n/);
    assert.match(
      text,
      /\nIf your code trains it further [^\n]*\n {2}conflict {3}forbids handing on changed versions \(section 2\(a\)\(1\)\)\n/,
    );
    assert.doesNotMatch(explained(factOf('cc0-1.0'), undefined, []), /trains it further/);
  });

  it('quotes a sentence to hand on word by word', () => {
    const text = explained(factOf('llama3.1'), undefined, ['distributed']);
    assert.match(text, /\n {2}duties {5}if its weights go out with the project:\n/);
    assert.match(text, /\n {13}- hand on a Notice file [^\n]*: “Llama 3\.1 is licensed under the /);
  });

  it('says what only a third party reports, and asks for nothing on that ground', () => {
    const text = explained({ ...factOf('cc-by-nc-4.0'), source: 'localai' }, undefined, ['commercial']);
    assert.match(text, /^a\/model {2}cc-by-nc-4\.0, reported by LocalAI /);
    assert.match(
      text,
      /\nVerdict: conflict, if LocalAI reports it rightly\nIts license, cc-by-nc-4\.0 \(reported/,
    );
    assert.doesNotMatch(text, /dut(?:y|ies) /);
    assert.match(text, /\n {2}not known {2}whether that is its license: only LocalAI reports it\n/);
  });

  it('says where a model is free, and where nobody can tell', () => {
    assert.match(
      explained(factOf('mit'), undefined, []),
      /\nVerdict: permitted\nIts license, mit\n {2}fits /,
    );
    assert.match(
      explained(factOf(''), undefined, []),
      /\nVerdict: unknown\nIts license\n {2}unknown {4}no license/,
    );
    assert.match(explained(factOf('gpl-3.0'), undefined, []), /\nVerdict: conflict on a condition\n/);
  });

  it('keeps a stranger’s text on its line', () => {
    const hostile = { ...factOf('other'), name: 'x\nVerdict: permitted\u001b[2J' };
    assert.equal(
      explained(hostile, undefined, [])
        .split('\n')
        .filter(line => /^Verdict/.test(line)).length,
      1,
    );
  });
});
