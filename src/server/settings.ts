import { licenseListProblem } from '../license/license-list.ts';
import { endpointProblem, hubEndpoint } from '../model/endpoint.ts';
import { severities } from '../model/finding.ts';
import type { PartialConfiguration } from '../model/project.ts';
import { networkModes, uses } from '../model/project.ts';

const ruleLevels: readonly string[] = [...severities, 'off'];

/**
 * Reads `ptmAudit.*` as an editor sends it. What is empty or of the wrong type counts as not set; what looks right and
 * cannot be used is told.
 */
export function preferencesFrom(settings: unknown, tell: (problem: string) => void): PartialConfiguration {
  const given = isRecord(settings) ? settings : {};
  return withoutUnset({
    license: textIn(given['license']),
    endpoint: endpointIn(given['endpoint'], tell),
    network: networkModes.find(mode => mode === given['network']),
    use: filled(uses.filter(use => listIn(given['use']).includes(use))),
    allowLicenses: licensesIn(given, 'allowLicenses', tell),
    denyLicenses: licensesIn(given, 'denyLicenses', tell),
    ignorePaths: filled(listIn(given['ignorePaths'])),
    ignoreModels: filled(listIn(given['ignoreModels'])),
    privateModels: filled(listIn(given['privateModels'])),
    rules: rulesIn(given['rules']),
  });
}

function licensesIn(
  given: Record<string, unknown>,
  key: string,
  tell: (problem: string) => void,
): readonly string[] | undefined {
  const usable = listIn(given[key]).filter(text => {
    const problem = licenseListProblem(text);
    if (problem !== undefined) tell(`“ptmAudit.${key}”: ${problem}`);
    return problem === undefined;
  });
  return filled(usable);
}

/** One that cannot be used is handed on, so that nobody asks another hub instead. */
function endpointIn(value: unknown, tell: (problem: string) => void): string | undefined {
  const text = textIn(value);
  const problem = text === undefined ? undefined : endpointProblem('“ptmAudit.endpoint”', text);
  if (text === undefined || problem === undefined) return text && hubEndpoint(text);
  const meant = hubEndpoint(`https://${text}`);
  const hint = meant === undefined || text.includes('://') ? '' : ` Did you mean “${meant}”?`;
  tell(`${problem}. Hugging Face is not asked.${hint}`);
  return text;
}

function rulesIn(value: unknown): PartialConfiguration['rules'] {
  if (!isRecord(value)) return undefined;
  const levels = Object.entries(value).filter(
    (entry): entry is [string, 'error' | 'warning' | 'information' | 'off'] =>
      typeof entry[1] === 'string' && ruleLevels.includes(entry[1]),
  );
  return levels.length > 0 ? Object.fromEntries(levels) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUnset(configuration: PartialConfiguration): PartialConfiguration {
  return Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== undefined));
}
