import { identifyFact } from '../../license/identify-fact.ts';
import { defaultEndpoint } from '../../model/project.ts';
import type { LicenseFact, RecordOrigin } from '../../model/record.ts';
import type { Hub, ModelReference } from '../../model/reference.ts';

const longestQuote = 80;

/** A stranger's text made fit for one line of a message. */
export function plain(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
}

/** How messages call a model: by its id as the code writes it, or what is asked for where the code writes an address. */
export function shownId({ id = '', target }: ModelReference): string {
  return plain(/^https?:/i.test(id) ? (target ?? id) : id);
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The license by the name under which it is judged. */
export function licenseTitle(fact: LicenseFact): string {
  const isNamed = fact.id.toLowerCase() === 'other' && identifyFact(fact).kind !== 'unknown';
  return plain(isNamed ? (fact.name ?? fact.link ?? fact.id) : fact.id);
}

const hubTitles: Partial<Record<Hub, string>> = {
  'pytorch-hub': 'GitHub',
  kaggle: 'Kaggle',
  modelscope: 'ModelScope',
  ollama: 'Ollama',
};

/** Hubs whose models lie on the Hugging Face Hub. */
const onHuggingFace: ReadonlySet<Hub> = new Set(['huggingface', 'timm', 'spacy', 'open-clip']);

/** The hub that is asked for models of this kind; a mirror by its address. */
export function hubTitle(hub: Hub, endpoint: string): string {
  if (!onHuggingFace.has(hub)) return hubTitles[hub] ?? 'its hub';
  if (endpoint.replace(/\/+$/, '') === defaultEndpoint) return 'the Hugging Face Hub';
  return URL.canParse(endpoint) ? new URL(endpoint).host : 'the hub';
}

/** ` as of 2025-06-01` for facts that ship with the program; nothing for those just read. */
export function asOf(from: RecordOrigin, at: string): string {
  return from === 'live' ? '' : ` as of ${at.slice(0, 10)}`;
}

/** ` today` for what was just read, the date for older facts. */
export function today(from: RecordOrigin, at: string): string {
  return asOf(from, at) || ' today';
}
