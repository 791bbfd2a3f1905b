/**
 * Writes a page for each rule, and the table of rules in the README, from what the rules say of themselves.
 * With `--check` it writes nothing and fails where the copy in the repository is stale.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, RuleExample } from '../src/rules/rule.ts';

const root = path.join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** The folder, not the registry, so that this script does not depend on another one having run. */
async function loadRules(): Promise<readonly Rule[]> {
  const folder = path.join(root, 'src/rules');
  const names = readdirSync(folder).filter(
    name => name.endsWith('.ts') && name !== 'rule.ts' && !name.endsWith('.generated.ts'),
  );
  const modules = names.toSorted().map(async name => {
    const module = (await import(pathToFileURL(path.join(folder, name)).href)) as { readonly rule: Rule };
    return module.rule;
  });
  return Promise.all(modules);
}

function pageOf(rule: Rule): string {
  const about = rule.id.startsWith('license-') ? ['This is information about texts, not legal advice.'] : [];
  const messages = Object.entries(rule.messages).map(([id, text]) => `- \`${id}\`: ${text}`);
  return [
    `# ${rule.id}`,
    rule.summary,
    `Default severity: ${rule.severity}.`,
    ...about,
    '## Why it matters',
    rule.rationale,
    '## Messages',
    messages.join('\n'),
    '## Examples',
    'A mark under a line shows what is underlined and which message it gets. Code without a mark is fine.',
    ...rule.examples.map(exampleOf),
    '## Configure',
    `In \`ptm-audit.json\`, with \`error\`, \`warning\`, \`information\` or \`off\`:`,
    fence('json', JSON.stringify({ rules: { [rule.id]: 'off' } }, undefined, 2)),
    '## Suppress',
    'On the line, or on the line above, with the reason:',
    fence('python', `# ptm-audit: ignore[${rule.id}] reason`),
    'In JavaScript and TypeScript the comment begins with `//`.',
  ]
    .join('\n\n')
    .concat('\n');
}

function exampleOf(example: RuleExample): string {
  return `### ${example.title}\n\n${fence(example.language ?? 'python', example.code.trimEnd())}`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function withTable(readme: string, rules: readonly Rule[]): string {
  const rows = rules.map(
    rule => `| [${rule.id}](docs/rules/${rule.id}.md) | ${rule.severity} | ${rule.summary} |`,
  );
  const table = ['| Rule | Severity | What it says |', '|---|---|---|', ...rows].join('\n');
  return readme.replace(
    /(<!-- rules -->)[\s\S]*?(<!-- \/rules -->)/,
    (_, open, close) => `${open}\n${table}\n${close}`,
  );
}

const rules = await loadRules();
const wanted = new Map(rules.map(rule => [`docs/rules/${rule.id}.md`, pageOf(rule)]));
const readme = readIfPresent('README.md');
if (readme !== undefined) wanted.set('README.md', withTable(readme, rules));

const stale = [...wanted].filter(([file, text]) => readIfPresent(file) !== text);
if (isCheck) {
  for (const [file] of stale) console.error(`${file} is stale: run scripts/generate-rule-pages.ts`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(path.join(root, 'docs/rules'), { recursive: true });
  for (const [file, text] of stale) writeFileSync(path.join(root, file), text);
}
