import parseExpression from 'spdx-expression-parse';
import { hubIdOfRef, isNamedId } from './catalogue.ts';
import { identifyLink } from './identify-link.ts';
import { licenseRef } from './license-ref.ts';
import { licenseFamilies, nameKey } from './name-key.ts';
import { idOfName } from './names.ts';
import { spdxIdOf } from './spdx.ts';
import type { LicenseIdentity } from './types.ts';

/** Longer texts are no ids; the parser of expressions recurses and must not meet them. */
const longestText = 500;

/** Licenses, operators and parentheses of an expression; nobody writes longer ones by hand. */
const mostParts = 60;

/** Words that say nothing of a license, or only that there is one. */
const placeholders: ReadonlySet<string> = new Set([
  'other',
  'unknown',
  'noassertion',
  'not specified',
  'not-specified',
  'unspecified',
  'multiple',
  'proprietary',
  'other/proprietary license',
  'commercial',
  'custom',
  'unlicensed',
  'various',
  'mixed',
  'n/a',
  'na',
  'tbd',
  'todo',
  'inf',
  'true',
  'false',
  'see license',
  'public domain',
  'all rights reserved',
]);

/** What somebody wrote for a license: an id of the hub or of SPDX, an expression, words, or an address. It never guesses. */
export function identifyLicense(text: string): LicenseIdentity {
  const trimmed = text.slice(0, 2 * longestText).trim();
  if (/^(?:none|null|undefined|no license|\[\]|)$/i.test(trimmed)) return { kind: 'none' };
  if (trimmed.length > longestText || text.length > 2 * longestText)
    return { kind: 'unknown', why: 'the text is too long to be an id' };
  return (
    identifyLink(trimmed) ??
    identifyOne(trimmed) ??
    identifyExpression(trimmed) ??
    identifySeveral(trimmed) ??
    unknownText(trimmed)
  );
}

/** One license without operators. */
function identifyOne(text: string): LicenseIdentity | undefined {
  const lower = text.toLowerCase();
  if (placeholders.has(lower)) return { kind: 'unknown', why: `“${text}” does not say which license` };
  const spdx = spdxIdOf(lower);
  if (spdx !== undefined) return spdxIdentity(spdx);
  const family = own(licenseFamilies, nameKey(text));
  if (family !== undefined) {
    return { kind: 'unknown', why: `“${text}” names the ${family} family and not one license` };
  }
  return (
    identifyReference(text) ??
    identifyName(text) ??
    identifyLater(text) ??
    identifyTwice(text) ??
    beforeCopyright(text)
  );
}

/** “GNU General Public License v3 or later (GPLv3+)”: the name and its short form, which must agree. */
function identifyTwice(text: string): LicenseIdentity | undefined {
  const [, long, short] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  if (long === undefined || short === undefined) return undefined;
  const [full, brief] = [identifyOne(long.trim()), identifyOne(short.trim())];
  if (brief === undefined || brief.kind === 'unknown') return undefined;
  return full === undefined || isSame(full, brief) ? brief : undefined;
}

/** “MIT © Somebody” is MIT. */
function beforeCopyright(text: string): LicenseIdentity | undefined {
  const [, license] = /^([\w.+ -]{2,40}?)\s*(?:©|\(c\)).{1,200}$/i.exec(text) ?? [];
  return license === undefined ? undefined : identifyOne(license);
}

function isSame(one: LicenseIdentity, other: LicenseIdentity): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `LicenseRef-…`, of this project, of ScanCode's list, or of somebody who has terms of their own. */
function identifyReference(text: string): LicenseIdentity | undefined {
  const id = hubIdOfRef(text) ?? (isNamedId(text.toLowerCase()) ? text.toLowerCase() : undefined);
  if (id !== undefined) return named(id);
  const [, own = ''] = /^LicenseRef-(?:scancode-)?([A-Za-z0-9.-]+)$/i.exec(text) ?? [];
  if (own === '') return undefined;
  return identifyName(own) ?? { kind: 'named', ref: text, hubId: own };
}

function identifyName(text: string): LicenseIdentity | undefined {
  // An expression whose operand is missing is no name.
  const id = /\(\s*\)/.test(text) ? undefined : idOfName(text);
  return id === undefined ? undefined : named(id);
}

function named(id: string): LicenseIdentity {
  const known = idOfName(id) ?? id;
  const spdx = spdxIdOf(id) ?? spdxIdOf(known);
  if (spdx !== undefined) return spdxIdentity(spdx);
  return known.includes(' WITH ')
    ? { kind: 'spdx', expression: known }
    : { kind: 'named', ref: licenseRef(known), hubId: known };
}

/** GNU ids without `-only` and `-or-later` are deprecated, because they leave open which of them is meant. */
function spdxIdentity(id: string): LicenseIdentity {
  return /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/.test(id)
    ? { kind: 'spdx', expression: `${id}-only`, mayBeOrLater: true }
    : { kind: 'spdx', expression: id };
}

/** `GPL-2.0+` and “GPL v2 or later” are older spellings of `GPL-2.0-or-later`; for other licenses they change nothing. */
function identifyLater(text: string): LicenseIdentity | undefined {
  const [, start, later, only] =
    /^(.{1,100}?)(?:(\s*\+|[\s,(-]+or[\s-]+(?:later|newer|greater|any later(?: version)?)\)?)|([\s-]+only))$/i.exec(
      text,
    ) ?? [];
  if (start === undefined) return undefined;
  const family = own(licenseFamilies, nameKey(start));
  const identity =
    family === undefined ? (identifyReference(start) ?? identifyName(start) ?? plainSpdx(start)) : undefined;
  if (identity?.kind !== 'spdx') return undefined;
  if (identity.mayBeOrLater !== true) return only === undefined ? identity : undefined;
  const ending = later === undefined ? '-only' : '-or-later';
  return { kind: 'spdx', expression: identity.expression.replace(/-only$/, ending) };
}

function plainSpdx(text: string): LicenseIdentity | undefined {
  const id = spdxIdOf(text.trim());
  return id === undefined ? undefined : spdxIdentity(id);
}

function identifyExpression(text: string): LicenseIdentity | undefined {
  if (!/[()]|\s(?:or|and|with)\s/i.test(text)) return undefined;
  const parts = text.split(/([()]|\s+(?:or|and|with)\s+)/i).filter(part => part.trim() !== '');
  if (parts.length > mostParts) return undefined;
  let isExceptionNext = false;
  let mayBeOrLater = false;
  const written: string[] = [];
  for (const part of parts.map(part => part.trim())) {
    const isOperator = /^(?:[()]|or|and|with)$/i.test(part);
    if (isOperator || isExceptionNext) written.push(isOperator ? part.toUpperCase() : part);
    else {
      const operand = identifyOne(part);
      if (operand?.kind === 'spdx') written.push(operand.expression);
      else if (operand?.kind === 'named') written.push(operand.ref);
      else return undefined;
      mayBeOrLater ||= operand.kind === 'spdx' && operand.mayBeOrLater === true;
    }
    isExceptionNext = /^with$/i.test(part);
  }
  let expression = written.join(' ').replaceAll('( ', '(').replaceAll(' )', ')');
  // One license in parentheses is that license.
  while (/^\(\S*\)$/.test(expression)) expression = expression.slice(1, -1);
  const single = identifyOne(expression);
  return single?.kind === 'named' ? single : parsed(expression, mayBeOrLater);
}

function parsed(expression: string, mayBeOrLater: boolean): LicenseIdentity | undefined {
  // The parser takes an empty pair of parentheses for nothing at all.
  if (expression.includes('()')) return undefined;
  try {
    parseExpression(expression);
    return { kind: 'spdx', expression, ...(mayBeOrLater ? { mayBeOrLater } : {}) };
  } catch {
    return undefined;
  }
}

/** Ids in a row, which say neither that one may choose nor that all of them hold. */
function identifySeveral(text: string): LicenseIdentity | undefined {
  const parts = text.split(/\s*[,;/|&]\s*/).filter(part => part !== '');
  if (parts.length < 2 || parts.length > 20) return undefined;
  const identities = parts.map(part => identifyOne(part));
  if (identities.some(identity => identity === undefined || identity.kind === 'unknown')) return undefined;
  const [first] = identities;
  const isOne =
    first !== undefined && identities.every(identity => identity !== undefined && isSame(identity, first));
  return isOne
    ? first
    : { kind: 'unknown', why: `“${shown(text)}” names several licenses and not how they go together` };
}

function unknownText(text: string): LicenseIdentity {
  return { kind: 'unknown', why: `“${shown(text)}” is no license id the audit knows` };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export type { LicenseIdentity };
