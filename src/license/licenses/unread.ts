import { nonCommercial } from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, onlyIf } from './group.ts';

/**
 * Licenses that are told by name alone: their text was not to be had, so they say nothing here but that they have terms.
 * Whoever reads one moves it to the file of its kin.
 */
export const group: LicenseGroup = [
  unread('h-research', 'H Research License', ['holo']),
  unread(
    'jamba-open-model-license',
    'Jamba Open Model License',
    ['jamba open model', 'jamba'],
    'https://www.ai21.com/licenses/jamba-open-model-license',
  ),
  unread('kwaipilot-license', 'Kwaipilot License', ['kwaipilot']),
  unread('eva-llama3.3', 'EVA Llama 3.3 License', ['eva llama3.3']),
  noGain('webai-non-commercial-license-ver.-1.0', 'webAI Non-Commercial License ver. 1.0', [
    'webai non commercial 1.0',
  ]),
];

/** The name says that much. */
function noGain(id: string, name: string, aliases: readonly string[]): LicenseEntry {
  return { ...unread(id, name, aliases), family: 'non-commercial', clauses: [nonCommercial()] };
}

function unread(id: string, name: string, aliases: readonly string[] = [], link?: string): LicenseEntry {
  return {
    id,
    name,
    aliases,
    family: 'unknown',
    clauses: [onlyIf('field-of-use', 'its own terms: read them before you use it')],
    source: 'unread',
    ...(link !== undefined && { link }),
  };
}
