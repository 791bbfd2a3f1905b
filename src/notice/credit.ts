import { licenseOfId } from '../license/catalogue.ts';
import { type LicenseNode, licenseIds, parseLicenseExpression } from '../license/expression.ts';
import { identifyFact } from '../license/identify-fact.ts';
import type { Clause, License, LicenseIdentity } from '../license/types.ts';
import type { LicenseFact, ModelRecord } from '../model/record.ts';
import type { ProjectAct } from '../model/verdict.ts';

/** What a notice says of one model. Every text is one line. */
export interface Credit {
  readonly id: string;
  readonly authors: string;
  /** Its license by name, and where a person reads it. */
  readonly license: string;
  readonly url: string;
  readonly bases: readonly string[];
  readonly changes: string;
  /** Sentences that a license wants to be shown, word by word. */
  readonly sentences: readonly string[];
  /** What its license asks of whoever receives it. */
  readonly terms: readonly string[];
}

/** Undefined for a model that names no license: there is nothing to say on its behalf. */
export function creditOf(record: ModelRecord, acts: readonly ProjectAct[]): Credit | undefined {
  const { license: fact } = record;
  if (fact === undefined || fact.id === '') return undefined;
  const licenses = licensesOf(identifyFact(fact));
  const clauses = licenses.flatMap(license => license.clauses);
  return {
    id: line(record.id),
    authors: line(record.id.split('/').slice(0, -1).join('/')) || 'its authors',
    license: licenseLine(fact, licenses),
    url: line(record.url),
    bases: (record.baseModels ?? []).slice(0, mostBases).map(({ id }) => line(id)),
    changes: acts.includes('fine-tunes') ? 'trained further by this project' : 'none, used as published',
    sentences: [...new Set(clauses.flatMap(sentenceOf))],
    terms: [...new Set(clauses.filter(isPassedOn).map(({ words }) => words))],
  };
}

const mostBases = 5;

/** The sentences a license of a model wants to be shown. */
export function requiredSentences(fact: LicenseFact): readonly string[] {
  const clauses = licensesOf(identifyFact(fact)).flatMap(license => license.clauses);
  return [...new Set(clauses.flatMap(sentenceOf))];
}

function licensesOf(identity: LicenseIdentity): readonly License[] {
  const ids = identity.kind === 'named' ? [identity.ref] : idsOf(identity);
  return ids.flatMap(id => licenseOfId(id) ?? []);
}

function idsOf(identity: LicenseIdentity): readonly string[] {
  const node: LicenseNode | undefined =
    identity.kind === 'spdx' ? parseLicenseExpression(identity.expression) : undefined;
  return node === undefined ? [] : licenseIds(node);
}

function licenseLine(fact: LicenseFact, licenses: readonly License[]): string {
  const names = licenses.map(({ name }) => name).join(', ');
  const written = fact.id.toLowerCase() === 'other' ? (fact.name ?? fact.id) : fact.id;
  const link = fact.link ?? licenses.find(license => license.link !== undefined)?.link;
  const title = names === '' || names === written ? written : `${names} (${written})`;
  return line(link === undefined ? title : `${title}, ${link}`);
}

function sentenceOf({ kind, subject, text }: Clause): readonly string[] {
  const isShown = kind === 'obligation' && (subject === 'display' || subject === 'notice');
  return isShown && text !== undefined ? [line(text)] : [];
}

/** Limits and terms that bind whoever receives the model. */
function isPassedOn({ kind, subject }: Clause): boolean {
  if (kind === 'obligation') return subject === 'pass-terms-on' || subject === 'same-license';
  return kind !== 'permission' && passedOn.has(subject);
}

const passedOn: ReadonlySet<Clause['subject']> = new Set<Clause['subject']>([
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
