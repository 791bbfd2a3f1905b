import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Rule, RuleExample } from '../../src/rules/rule.ts';
import { knownOf, lookupOf, type Mark, projectOf, readExample, referencesOf } from './support.ts';

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
  return (await referencesOf(example)).flatMap(reference => {
    if (rule.isAboutCall === true && reference.evidence === 'mentioned') return [];
    return rule.check({ reference, lookup: lookupOf(example, reference), project, known }).map(verdict => {
      const { start, end } = verdict.range ?? reference.range;
      return { line: start.line, from: start.character, to: end.character, message: verdict.message };
    });
  });
}
