import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { backgroundOf } from '../../src/audit/background.ts';
import type { Rule, RuleExample } from '../../src/rules/rule.ts';
import { knownOf, lookupOf, type Mark, projectOf, readExample, referencesOf, resolverOf } from './support.ts';

const folder = path.join(import.meta.dirname, '../../src/rules');
const ids = readdirSync(folder)
  .filter(name => name.endsWith('.ts') && name !== 'rule.ts' && !name.endsWith('.generated.ts'))
  .map(name => name.slice(0, -'.ts'.length));

for (const id of ids) {
  const { rule } = (await import(path.join(folder, `${id}.ts`))) as { rule: Rule };

  describe(`rule ${id}`, () => {
    it('is named as its file', () => assert.equal(rule.id, id));

    it('has an example that fires and one that stays silent', () => {
      const counts = rule.examples.map(example => readExample(example).marks.length);
      assert.ok(counts.some(count => count > 0) && counts.includes(0));
    });

    for (const example of rule.examples) {
      it(example.title, async () => assert.deepEqual(await found(rule, example), readExample(example).marks));
    }
  });
}

async function found(rule: Rule, example: RuleExample): Promise<readonly Mark[]> {
  const [known, project] = [knownOf(example), projectOf(example)];
  const marks: Mark[] = [];
  for (const reference of await referencesOf(example)) {
    if (rule.isAboutCall === true && reference.evidence === 'mentioned') continue;
    const lookup = lookupOf(example, reference);
    const background = await backgroundOf(lookup, resolverOf(example), { mayAskNetwork: false });
    for (const verdict of rule.check({ reference, lookup, background, project, known })) {
      const { start, end } = verdict.range ?? reference.range;
      marks.push({ line: start.line, from: start.character, to: end.character, message: verdict.message });
    }
  }
  return marks;
}
