/**
 * Writes the list of rules, loaders, tools, licenses and hub clients from what lies in their folders, so that adding one is adding a file.
 * `--check` writes nothing and exits with 1 when a list is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Registry {
  readonly folder: string;
  /** What each file of the folder exports; a file that does not is a helper. */
  readonly item: string;
  readonly type: string;
  readonly typeFile: string;
}

const registries: readonly Registry[] = [
  { folder: 'rules', item: 'rule', type: 'Rule', typeFile: 'rule.ts' },
  { folder: 'loaders', item: 'loader', type: 'Loader', typeFile: 'loader.ts' },
  { folder: 'loaders/commands', item: 'tool', type: 'Tool', typeFile: 'tool.ts' },
  { folder: 'license/licenses', item: 'group', type: 'LicenseGroup', typeFile: 'group.ts' },
  { folder: 'loaders/settings', item: 'format', type: 'SettingsFormat', typeFile: 'settings-format.ts' },
  { folder: 'hub', item: 'client', type: 'HubClient', typeFile: 'types.ts' },
];

const sources = join(import.meta.dirname, '../src');
const isCheck = process.argv.includes('--check');

for (const registry of registries) {
  const folder = join(sources, registry.folder);
  if (!existsSync(join(folder, registry.typeFile))) {
    continue;
  }
  update(join(folder, 'registry.generated.ts'), registryText(registry, itemFiles(folder, registry)));
}

function update(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) {
    return;
  }
  if (isCheck) {
    console.error(`${path} is stale: run scripts/generate-registries.ts`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
  }
}

function itemFiles(folder: string, { item, typeFile }: Registry): readonly string[] {
  const declaration = new RegExp(`^export const ${item}\\b`, 'm');
  return readdirSync(folder)
    .filter(name => /^[a-z0-9-]+\.ts$/.test(name) && name !== typeFile)
    .filter(name => declaration.test(readFileSync(join(folder, name), 'utf8')))
    .sort();
}

function registryText({ item, type, typeFile }: Registry, files: readonly string[]): string {
  const imports = files.map(file => `import { ${item} as ${variable(file)} } from './${file}';`);
  return [
    '// Written by scripts/generate-registries.ts from the files of this folder.',
    ...imports,
    `import type { ${type} } from './${typeFile}';`,
    '',
    `export const ${item}s: readonly ${type}[] = [`,
    ...files.map(file => `  ${variable(file)},`),
    '];',
    '',
  ].join('\n');
}

/** `openai-whisper.ts` → `openaiWhisperItem`: the ending keeps clear of words the language reserves. */
function variable(file: string): string {
  const words = file
    .slice(0, -'.ts'.length)
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `${/^\d/.test(words) ? '_' : ''}${words}Item`;
}
