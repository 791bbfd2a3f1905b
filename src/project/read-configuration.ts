import type { RuleInfo } from '../model/finding.ts';
import type { Files } from '../model/outside.ts';
import type { Configuration, PartialConfiguration } from '../model/project.ts';
import type { SourceRange } from '../model/source.ts';
import { type CheckedSettings, checkSettings, lineOf } from './check-settings.ts';
import { readText } from './read-text.ts';
import {
  type ConfigurationProblem,
  readJsonSettings,
  readTomlSettings,
  type SettingsFile,
} from './settings-file.ts';

export type { ConfigurationProblem } from './settings-file.ts';

export interface ConfigurationInput {
  readonly files: Files;
  /** Settings that win over the repository's own files: the command line's flags. */
  readonly overrides: PartialConfiguration;
  /** Settings that the repository's own files win over: the editor's. */
  readonly preferences: PartialConfiguration;
  readonly isTrusted: boolean;
  /** Read instead of `ptm-audit.json`. */
  readonly configurationFile?: string | undefined;
  readonly rules: readonly RuleInfo[];
  readonly defaultEndpoint: string;
}

/** Who set a value, and where if a file did. */
export type Origin =
  | { readonly kind: 'override' | 'preference' | 'default' }
  | { readonly kind: 'file'; readonly file: string; readonly range: SourceRange | undefined };

export type Origins = Readonly<Record<keyof Configuration, Origin>>;

interface Layer {
  readonly settings: PartialConfiguration;
  originOf(key: keyof Configuration): Origin;
}

const standardFile = 'ptm-audit.json';

/** Merges all origins key by key, the strongest first; `rules` are merged rule by rule, and `privateModels` add up. */
export async function readConfiguration(
  input: ConfigurationInput,
): Promise<{ configuration: Configuration; problems: ConfigurationProblem[]; origins: Origins }> {
  const problems: ConfigurationProblem[] = [];
  const layers: readonly Layer[] = [
    plainLayer('override', input.overrides),
    ...(await readFiles(input, problems)),
    plainLayer('preference', input.preferences),
    plainLayer('default', defaults(input.defaultEndpoint)),
  ];
  return { configuration: merge(layers, input.defaultEndpoint), problems, origins: originsOf(layers) };
}

function defaults(endpoint: string): Configuration {
  return {
    license: undefined,
    use: [],
    rules: {},
    allowLicenses: [],
    denyLicenses: [],
    ignorePaths: [],
    ignoreModels: [],
    privateModels: [],
    endpoint,
    network: 'onAudit',
  };
}

async function readFiles(
  input: ConfigurationInput,
  problems: ConfigurationProblem[],
): Promise<readonly Layer[]> {
  const path = input.configurationFile ?? standardFile;
  const json = await readSettings(input.files, path, problems);
  if (
    json === undefined &&
    input.configurationFile !== undefined &&
    !problems.some(({ file }) => file === path)
  ) {
    problems.push({ file: path, line: undefined, message: 'There is no such configuration file.' });
  }
  const toml =
    path === 'pyproject.toml' ? undefined : await readSettings(input.files, 'pyproject.toml', problems);
  return [json, toml].flatMap(source => (source === undefined ? [] : [fileLayer(source, input, problems)]));
}

async function readSettings(
  files: Files,
  path: string,
  problems: ConfigurationProblem[],
): Promise<SettingsFile | undefined> {
  const text = await readText(files, path, ({ file, why }) =>
    problems.push({ file, line: undefined, message: why }),
  );
  if (text === undefined) return undefined;
  return path.endsWith('.toml') ? readTomlSettings(path, text) : readJsonSettings(path, text);
}

function fileLayer(source: SettingsFile, input: ConfigurationInput, problems: ConfigurationProblem[]): Layer {
  const checked = checkSettings(source, input.rules);
  problems.push(...checked.problems);
  const settings = input.isTrusted ? checked.settings : withoutTrusted(source.file, checked, problems);
  return {
    settings,
    originOf: key => ({ kind: 'file', file: source.file, range: checked.rangeOf(key) }),
  };
}

/** A repository one does not trust must not choose whom the tool talks to. */
function withoutTrusted(
  file: string,
  checked: CheckedSettings,
  problems: ConfigurationProblem[],
): PartialConfiguration {
  const { endpoint: _, network: __, ...settings } = checked.settings;
  for (const key of ['endpoint', 'network'] as const) {
    if (checked.settings[key] === undefined) continue;
    const line = lineOf(checked.rangeOf(key));
    problems.push({ file, line, message: `“${key}” is not taken from an untrusted workspace.` });
  }
  return settings;
}

function plainLayer(kind: 'override' | 'preference' | 'default', settings: PartialConfiguration): Layer {
  return { settings, originOf: () => ({ kind }) };
}

function merge(layers: readonly Layer[], endpoint: string): Configuration {
  const base = defaults(endpoint);
  return {
    license: first(layers, 'license'),
    use: first(layers, 'use') ?? base.use,
    rules: Object.assign({}, ...layers.map(({ settings }) => settings.rules ?? {}).reverse()),
    allowLicenses: first(layers, 'allowLicenses') ?? base.allowLicenses,
    denyLicenses: first(layers, 'denyLicenses') ?? base.denyLicenses,
    ignorePaths: first(layers, 'ignorePaths') ?? base.ignorePaths,
    ignoreModels: first(layers, 'ignoreModels') ?? base.ignoreModels,
    // What one origin keeps to itself, no other may give away.
    privateModels: [...new Set(layers.flatMap(({ settings }) => settings.privateModels ?? []))],
    endpoint: first(layers, 'endpoint') ?? base.endpoint,
    network: first(layers, 'network') ?? base.network,
  };
}

function first<K extends keyof Configuration>(layers: readonly Layer[], key: K): PartialConfiguration[K] {
  return layers.find(({ settings }) => settings[key] !== undefined)?.settings[key];
}

function originsOf(layers: readonly Layer[]): Origins {
  const of = (key: keyof Configuration): Origin =>
    layers.find(({ settings }) => settings[key] !== undefined)?.originOf(key) ?? { kind: 'default' };
  return {
    license: of('license'),
    use: of('use'),
    rules: of('rules'),
    allowLicenses: of('allowLicenses'),
    denyLicenses: of('denyLicenses'),
    ignorePaths: of('ignorePaths'),
    ignoreModels: of('ignoreModels'),
    privateModels: of('privateModels'),
    endpoint: of('endpoint'),
    network: of('network'),
  };
}
