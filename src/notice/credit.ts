import type { Clause } from '../license/types.ts';
import type { Background } from '../model/background.ts';
import type { Credit } from '../model/credit.ts';
import type { LicenseFact, ModelRecord } from '../model/record.ts';
import { reportedBy } from '../model/reporter.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { type BindingLicense, bindingLicenses, clausesOf } from './binding.ts';

/** Undefined where neither the model nor what it was made from names a license: there is nothing to say on its behalf. */
export function creditOf(
  record: ModelRecord,
  acts: readonly ProjectAct[],
  background: Background,
): Credit | undefined {
  const binding = bindingLicenses(record, background).slice(0, mostLicenses);
  if (binding.length === 0) return undefined;
  const own = binding.find(({ id }) => id === record.id);
  return {
    id: line(record.id),
    authors: line(record.id.split('/').slice(0, -1).join('/')) || 'its authors',
    license: own === undefined ? 'its own page names none' : licenseLine(own),
    url: line(record.url),
    bases: (record.baseModels ?? []).slice(0, mostBases).map(({ id }) => line(id)),
    changes: acts.includes('fine-tunes') ? 'trained further by this project' : 'none, used as published',
    terms: binding.flatMap(one => (one === own ? asked(one, 'Its license') : baseTerms(one))),
    sentences: [...new Set(binding.flatMap(({ fact }) => requiredSentences(fact, acts)))],
  };
}

const mostBases = 5;
/** More than any lineage has: a bound for hostile ones. */
const mostLicenses = 20;

/** The sentences a license of a model wants to be shown where the code does these things with it. */
export function requiredSentences(fact: LicenseFact, acts: readonly ProjectAct[]): readonly string[] {
  const asked = clausesOf(fact).filter(clause => !isOnMaking(clause) || isMade(acts));
  return [...new Set(asked.flatMap(sentenceOf))];
}

/** Some sentences are owed for what is made of a model, such as “Built with Qwen”, and not by who only runs it. */
function isOnMaking({ on }: Clause): boolean {
  return on.length > 0 && on.every(act => act === 'distribute-modified' || act === 'train-on-outputs');
}

function isMade(acts: readonly ProjectAct[]): boolean {
  return acts.includes('fine-tunes') || acts.includes('publishes');
}

function baseTerms(base: BindingLicense): readonly string[] {
  const of = `The license of ${line(base.id)}`;
  return [`${of}: ${licenseLine(base)}`, ...asked(base, of)];
}

function asked({ fact }: BindingLicense, subject: string): readonly string[] {
  const words = clausesOf(fact)
    .filter(isPassedOn)
    .map(clause => clause.words);
  return [...new Set(words)].map(one => `${subject} asks: ${one}`);
}

function licenseLine({ fact, licenses }: BindingLicense): string {
  const names = licenses.map(({ name }) => name).join(', ');
  const written = fact.id.toLowerCase() === 'other' ? (fact.name ?? fact.id) : fact.id;
  const link = fact.link ?? licenses.find(license => license.link !== undefined)?.link;
  const title = `${names === '' || names === written ? written : `${names} (${written})`}${reportedBy(fact)}`;
  return line(link === undefined ? title : `${title}, ${link}`);
}

function sentenceOf({ kind, subject, text }: Clause): readonly string[] {
  const isShown = kind === 'obligation' && (subject === 'display' || subject === 'notice');
  return isShown && text !== undefined ? [line(text)] : [];
}

/** Limits and terms that bind whoever receives the model. */
function isPassedOn({ kind, subject }: Clause): boolean {
  if (kind === 'obligation') return duties.has(subject);
  return kind !== 'permission' && limits.has(subject);
}

const duties: ReadonlySet<Clause['subject']> = new Set<Clause['subject']>([
  'pass-terms-on',
  'same-license',
  'naming',
]);

const limits: ReadonlySet<Clause['subject']> = new Set<Clause['subject']>([
  'commercial-use',
  'derivatives',
  'research',
  'field-of-use',
  'training-on-outputs',
]);

const longestLine = 300;

/** A stranger's text as one line that can neither end a section nor begin another. */
function line(text: string): string {
  const plain = text
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/={5,}/g, '=')
    .trim();
  return plain.length > longestLine ? `${plain.slice(0, longestLine - 1)}…` : plain;
}
