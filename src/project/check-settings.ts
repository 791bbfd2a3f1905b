import { identifyLicense } from '../license/identify.ts';
import { licenseListProblem } from '../license/license-list.ts';
import { hubEndpoint } from '../model/endpoint.ts';
import { type RuleInfo, type Severity, severities } from '../model/finding.ts';
import { type Configuration, networkModes, type PartialConfiguration, uses } from '../model/project.ts';
import type { SourceRange } from '../model/source.ts';
import { nearest } from './nearest.ts';
import {
  type ConfigurationProblem,
  isRecord,
  type SettingsEntry,
  type SettingsFile,
} from './settings-file.ts';

export interface CheckedSettings {
  readonly settings: PartialConfiguration;
  /** Where a key is written. */
  rangeOf(key: string): SourceRange | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** The words and the place cost time, and a file may be wrong in a hundred thousand places: they are made when needed. */
type Tell = (message: () => string, range: () => SourceRange | undefined) => void;
/** The value to use, or undefined where nothing of it can be used. */
type Check = (entry: SettingsEntry, rules: readonly RuleInfo[], tell: Tell) => unknown;

const checks: Readonly<Record<keyof Configuration, Check>> = {
  license: checkLicense,
  use: (entry, _, tell) => checkList(entry, uses, tell),
  rules: checkRules,
  allowLicenses: checkLicenses,
  denyLicenses: checkLicenses,
  ignorePaths: (entry, _, tell) => checkList(entry, undefined, tell),
  ignoreModels: (entry, _, tell) => checkList(entry, undefined, tell),
  privateModels: (entry, _, tell) => checkList(entry, undefined, tell),
  endpoint: checkEndpoint,
  network: (entry, _, tell) => checkChoice(entry.value, networkModes, `“${entry.key}”`, entry.range, tell),
};

const configurationKeys = Object.keys(checks);

/** More than anybody reads. */
const mostProblems = 50;

/** Believes what can be believed and says of the rest what is wrong, where, and what was probably meant. */
export function checkSettings(source: SettingsFile, rules: readonly RuleInfo[]): CheckedSettings {
  const { file } = source;
  const problems: ConfigurationProblem[] = [...source.problems];
  let untold = 0;
  const tell: Tell = (message, range) => {
    if (problems.length < mostProblems) problems.push({ file, line: lineOf(range()), message: message() });
    else untold += 1;
  };
  const settings: Record<string, unknown> = {};
  const used = new Map<string, SettingsEntry>();
  for (const entry of source.entries) {
    if (entry.key === '$schema') continue;
    if (!isKey(entry.key)) {
      tell(
        () => `There is no setting “${entry.key}”.${meantWords(entry.key, configurationKeys)}`,
        entry.range,
      );
      continue;
    }
    const value = checks[entry.key](entry, rules, tell);
    if (value === undefined) continue;
    settings[entry.key] = value;
    used.set(entry.key, entry);
  }
  if (untold > 0) problems.push({ file, line: undefined, message: `The file has ${untold} more problems.` });
  return { settings, rangeOf: key => used.get(key)?.range(), problems };
}

export function lineOf(range: SourceRange | undefined): number | undefined {
  return range === undefined ? undefined : range.start.line + 1;
}

function isKey(key: string): key is keyof Configuration {
  return Object.hasOwn(checks, key);
}

function checkLicense(
  { value, range }: SettingsEntry,
  _: readonly RuleInfo[],
  tell: Tell,
): string | undefined {
  const identity = typeof value === 'string' ? identifyLicense(value) : undefined;
  if (typeof value === 'string' && (identity?.kind === 'spdx' || identity?.kind === 'named')) return value;
  const why = identity?.kind === 'unknown' ? ` Here ${identity.why}.` : '';
  tell(() => `“license” must be an SPDX expression or a hub's license id.${why}`, range);
  return undefined;
}

function checkLicenses(
  entry: SettingsEntry,
  _: readonly RuleInfo[],
  tell: Tell,
): readonly string[] | undefined {
  const items = checkList(entry, undefined, tell);
  return items?.filter((text, index) => {
    const problem = licenseListProblem(text);
    if (problem !== undefined)
      tell(
        () => `“${entry.key}”: ${problem}`,
        () => entry.rangeOf(index) ?? entry.range(),
      );
    return problem === undefined;
  });
}

function checkEndpoint(
  { value, range }: SettingsEntry,
  _: readonly RuleInfo[],
  tell: Tell,
): string | undefined {
  const endpoint = typeof value === 'string' ? hubEndpoint(value) : undefined;
  if (endpoint !== undefined) return endpoint;
  tell(() => '“endpoint” must be an http or https address without a password.', range);
  return undefined;
}

function checkRules(
  entry: SettingsEntry,
  rules: readonly RuleInfo[],
  tell: Tell,
): Configuration['rules'] | undefined {
  if (!isRecord(entry.value)) {
    tell(() => '“rules” must be an object from rule ids to severities.', entry.range);
    return undefined;
  }
  const ids = rules.map(({ id }) => id);
  const known = new Set(ids);
  const kept: Record<string, Severity | 'off'> = {};
  for (const [id, value] of Object.entries(entry.value)) {
    const range = () => entry.rangeOf(id) ?? entry.range();
    const severity = checkChoice(
      value,
      [...severities, 'off'] as const,
      `The severity of “${id}”`,
      range,
      tell,
    );
    if (!known.has(id)) tell(() => `There is no rule “${id}”.${meantWords(id, ids)}`, range);
    else if (severity !== undefined) kept[id] = severity;
  }
  return kept;
}

/** A list of strings; with `choices`, of those alone. Items that are wrong are left out, the others stay. */
function checkList(
  entry: SettingsEntry,
  choices: readonly string[] | undefined,
  tell: Tell,
): readonly string[] | undefined {
  if (!Array.isArray(entry.value)) {
    tell(() => `“${entry.key}” must be a list of strings.`, entry.range);
    return undefined;
  }
  return entry.value.flatMap((item: unknown, index) => {
    const range = () => entry.rangeOf(index) ?? entry.range();
    const what = `Each item of “${entry.key}”`;
    if (choices !== undefined) return checkChoice(item, choices, what, range, tell) ?? [];
    if (typeof item === 'string') return item;
    tell(() => `${what} must be a string.`, range);
    return [];
  });
}

function checkChoice<T extends string>(
  value: unknown,
  choices: readonly T[],
  what: string,
  range: SettingsEntry['range'],
  tell: Tell,
): T | undefined {
  const choice = choices.find(one => one === value);
  if (choice === undefined) {
    tell(() => {
      const meant = typeof value === 'string' ? meantWords(value, choices) : '';
      return `${what} must be ${choices.map(one => `“${one}”`).join(', ')}.${meant}`;
    }, range);
  }
  return choice;
}

function meantWords(written: string, right: readonly string[]): string {
  const meant = nearest(written, right);
  return meant === undefined ? '' : ` Did you mean “${meant}”?`;
}
