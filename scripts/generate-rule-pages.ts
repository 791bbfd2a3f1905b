/**
 * Writes a page for each rule, and the README's lists of rules, libraries, hubs and settings, from what each says of itself.
 * With `--check` it writes nothing and fails where the copy in the repository is stale.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import type { HubClient } from '../src/hub/types.ts';
import type { Loader } from '../src/loaders/loader.ts';
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

/** What the files of a folder export under `name`. The folder, not the registry, so that no other script need run before. */
async function load<T>(folder: string, name: string): Promise<readonly T[]> {
  const declaration = new RegExp(`^export const ${name}\\b`, 'm');
  const files = readdirSync(path.join(root, folder))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
    .filter(file => declaration.test(readIfPresent(`${folder}/${file}`) ?? ''));
  const modules = files.toSorted().map(async file => {
    const module = await import(pathToFileURL(path.join(root, folder, file)).href);
    return (module as Readonly<Record<string, T>>)[name] as T;
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
    'At the end of the line, or alone on the line above, of the id or of the call around it, with the reason:',
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

/** Puts lines between `<!-- name -->` and `<!-- /name -->`. */
function withLines(readme: string, name: string, lines: readonly string[]): string {
  const block = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  return readme.replace(block, (_, open, close) => [open, ...lines, close].join('\n'));
}

function ruleTable(rules: readonly Rule[]): readonly string[] {
  const rows = rules.map(
    rule => `| [${rule.id}](docs/rules/${rule.id}.md) | ${rule.severity} | ${rule.summary} |`,
  );
  return ['| Rule | Severity | What it says |', '|---|---|---|', ...rows];
}

const languages: Readonly<Record<string, string>> = {
  python: 'Python and notebooks',
  ecmascript: 'JavaScript and TypeScript',
};

/** What a hub is called, and what is asked of it. One that is not named here goes by its id. */
const hubs: Readonly<Record<string, string>> = {
  clip: 'OpenAI CLIP (from a table)',
  huggingface: 'Hugging Face Hub, or a mirror of it',
  kaggle: 'Kaggle, and tfhub.dev, which moved there',
  keras: 'Keras (applications from a table, presets on Kaggle)',
  modelscope: 'ModelScope',
  ollama: 'Ollama',
  'open-clip': 'OpenCLIP weights',
  'openai-whisper': 'OpenAI Whisper (from a table)',
  pytorch: 'torchvision, torchaudio and torchtext (from tables; many weights come without a license)',
  'pytorch-hub': 'PyTorch Hub (the GitHub repository’s license)',
  spacy: 'spaCy pipelines',
  timm: 'timm weights',
  ultralytics: 'Ultralytics (from a table)',
  url: 'addresses (of a model on these hubs; others are listed, not asked)',
};

function coverage(loaders: readonly Loader[], clients: readonly HubClient[]): readonly string[] {
  const libraries = [...new Set(loaders.map(loader => loader.language))].map(language => {
    const own = loaders.filter(loader => loader.language === language);
    const names = [...new Set(own.map(loader => loader.library))].toSorted();
    return `- ${languages[language] ?? language}: ${names.join(', ')}.`;
  });
  const isFirst = ({ hub }: HubClient): number => Number(hub === 'huggingface');
  const ordered = clients.toSorted((a, b) => isFirst(b) - isFirst(a));
  const names = ordered.map(({ hub }) => hubs[hub] ?? hub);
  return [...libraries, `- Hubs: ${[...new Set(names)].join('; ')}.`];
}

const commandWords: Readonly<Record<string, string>> = {
  'ptmAudit.auditRepository': 'Audits the whole folder and opens the report.',
  'ptmAudit.showOutput': 'Shows what the extension logs.',
  'ptmAudit.setToken': "Keeps a hub token in the editor's secret storage.",
};

function settingsTable(): readonly string[] {
  const { commands, configuration } = manifest.contributes;
  const commandRows = commands.map(
    ({ command, category, title }) => `| **${category}: ${title}** | | ${commandWords[command] ?? ''} |`,
  );
  const settings: readonly [string, { default: unknown; markdownDescription: string }][] = Object.entries(
    configuration.properties,
  );
  const settingRows = settings.map(
    ([name, setting]) =>
      `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${setting.markdownDescription} |`,
  );
  return ['| Command or setting | Default | What it does |', '|---|---|---|', ...commandRows, ...settingRows];
}

const rules = await load<Rule>('src/rules', 'rule');
const wanted = new Map(rules.map(rule => [`docs/rules/${rule.id}.md`, pageOf(rule)]));
const readme = readIfPresent('README.md');
if (readme !== undefined) {
  const loaders = await load<Loader>('src/loaders', 'loader');
  const clients = await load<HubClient>('src/hub', 'client');
  const lists = { rules: ruleTable(rules), coverage: coverage(loaders, clients), settings: settingsTable() };
  const text = Object.entries(lists).reduce((page, [name, lines]) => withLines(page, name, lines), readme);
  wanted.set('README.md', text);
}

const stale = [...wanted].filter(([file, text]) => readIfPresent(file) !== text);
if (isCheck) {
  for (const [file] of stale) console.error(`${file} is stale: run scripts/generate-rule-pages.ts`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(path.join(root, 'docs/rules'), { recursive: true });
  for (const [file, text] of stale) writeFileSync(path.join(root, file), text);
}
