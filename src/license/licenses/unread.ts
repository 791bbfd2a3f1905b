import { nonCommercial } from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, onlyIf } from './group.ts';

/**
 * Licenses that are told by name alone: their text was not to be had, so they say nothing here but that they have terms.
 * Whoever reads one moves it to the file of its kin.
 */
export const group: LicenseGroup = [
  unread('h-research', 'H Research License', ['holo']),
  unread(
    'dinov3-license',
    'DINOv3 License',
    ['dinov3'],
    'https://ai.meta.com/resources/models-and-libraries/dinov3-license/',
  ),
  unread(
    'jamba-open-model-license',
    'Jamba Open Model License',
    ['jamba open model', 'jamba'],
    'https://www.ai21.com/licenses/jamba-open-model-license',
  ),
  unread(
    'ltx-2-community-license-agreement',
    'LTX-2 Community License Agreement',
    ['ltx 2 community', 'ltx-2-community-license'],
    'https://github.com/Lightricks/LTX-2/blob/main/LICENSE',
  ),
  unread(
    'yi-license',
    'Yi Series Models Community License Agreement',
    ['yi', 'yi series models', 'yi series models community'],
    'https://github.com/01-ai/Yi/blob/main/MODEL_LICENSE_AGREEMENT.txt',
  ),
  unread('iquestcoder', 'IQuest Coder License'),
  unread('kwaipilot-license', 'Kwaipilot License', ['kwaipilot']),
  unread(
    'krutrim-community-license-agreement-version-1.0',
    'Krutrim Community License Agreement Version 1.0',
    ['krutrim community 1.0'],
  ),
  unread('eva-llama3.3', 'EVA Llama 3.3 License', ['eva llama3.3']),
  unread('baichuan2-community', 'Baichuan 2 Model Community License', [
    'baichuan 2 community',
    'community license for baichuan2 model',
    'baichuan-2',
  ]),
  unread('internlm', 'InternLM License', ['internlm weights']),
  noGain('ideogram-non-commercial-model-agreement', 'Ideogram Non-Commercial Model Agreement', [
    'ideogram non commercial',
  ]),
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
