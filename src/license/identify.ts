import parseExpression from 'spdx-expression-parse';
import { aliasKey, licenseAliases, licenseFamilies } from './aliases.ts';
import { hubIdOfRef, isNamedId, licenseEntries } from './catalogue.ts';
import { hubLicenses } from './hub-licenses.generated.ts';
import { licenseRef } from './license-ref.ts';
import { spdxIdOf } from './spdx.ts';
import type { LicenseIdentity } from './types.ts';

/** Longer texts are no ids; the parser of expressions recurses and must not meet them. */
const longestText = 500;

/** What the licenses are called, as `aliasKey` spells it, and their ids. */
const idsByName: ReadonlyMap<string, string> = new Map(
  licenseEntries.flatMap(({ id, name, aliases = [] }) =>
    [name, ...aliases].map(text => [aliasKey(text), id]),
  ),
);

const idsByLink: ReadonlyMap<string, string> = new Map(
  Object.entries(hubLicenses).flatMap(([id, { link }]) => (link === undefined ? [] : [[link, id] as const])),
);

/** What somebody wrote for a license: a hub id, an SPDX expression, or words. It never guesses and never throws. */
export function identifyLicense(text: string): LicenseIdentity {
  const trimmed = text.trim();
  if (trimmed === '' || /^none$/i.test(trimmed)) return { kind: 'none' };
  if (trimmed.length > longestText) return { kind: 'unknown', why: 'the text is too long to be an id' };
  return identifyOne(trimmed) ?? identifyExpression(trimmed) ?? unknownText(trimmed);
}

/** One license without operators. */
function identifyOne(text: string): LicenseIdentity | undefined {
  const lower = text.toLowerCase();
  if (isPlaceholder(lower)) return { kind: 'unknown', why: `“${text}” does not say which license` };
  const key = aliasKey(text);
  const family = own(licenseFamilies, lower) ?? own(licenseFamilies, key);
  if (family !== undefined) {
    return { kind: 'unknown', why: `“${text}” names the ${family} family and not one license` };
  }
  const spdx = spdxIdOf(lower) ?? own(licenseAliases, key) ?? spdxIdOf(key);
  return spdx === undefined ? identifyNamed(text, key) : spdxIdentity(spdx);
}

function isPlaceholder(lower: string): boolean {
  return ['other', 'unknown', 'noassertion', 'not specified', 'multiple', 'proprietary'].includes(lower);
}

function identifyNamed(text: string, key: string): LicenseIdentity | undefined {
  const lower = text.toLowerCase();
  const id = hubIdOfRef(text) ?? idsByName.get(key) ?? idsByLink.get(text);
  if (id !== undefined) return named(id);
  if (isNamedId(lower)) return named(lower);
  return /^LicenseRef-[A-Za-z0-9.-]+$/.test(text)
    ? { kind: 'named', ref: text, hubId: text.slice('LicenseRef-'.length) }
    : undefined;
}

function named(id: string): LicenseIdentity {
  const spdx = spdxIdOf(id) ?? own(licenseAliases, id);
  return spdx === undefined ? { kind: 'named', ref: licenseRef(id), hubId: id } : spdxIdentity(spdx);
}

/** GNU ids without `-only` and `-or-later` are deprecated, because they leave open which of them is meant. */
function spdxIdentity(id: string): LicenseIdentity {
  return /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/.test(id)
    ? { kind: 'spdx', expression: `${id}-only`, mayBeOrLater: true }
    : { kind: 'spdx', expression: id };
}

function identifyExpression(text: string): LicenseIdentity | undefined {
  if (!/[()+]|\s(?:or|and|with)\s/i.test(text)) return undefined;
  const parts = text.split(/([()]|\s+(?:or|and|with)\s+)/i).filter(part => part.trim() !== '');
  let isExceptionNext = false;
  let mayBeOrLater = false;
  const written: string[] = [];
  for (const part of parts.map(part => part.trim())) {
    const isOperator = /^(?:[()]|or|and|with)$/i.test(part);
    if (isOperator || isExceptionNext) written.push(isOperator ? part.toUpperCase() : part);
    else {
      const operand = identifyOperand(part);
      if (operand === undefined) return undefined;
      mayBeOrLater ||= operand.mayBeOrLater;
      written.push(operand.expression);
    }
    isExceptionNext = /^with$/i.test(part);
  }
  let expression = written.join(' ').replaceAll('( ', '(').replaceAll(' )', ')');
  // One license in parentheses is that license.
  while (/^\(\S*\)$/.test(expression)) expression = expression.slice(1, -1);
  const single = identifyOne(expression);
  return single?.kind === 'named' ? single : parsed(expression, mayBeOrLater);
}

/** `GPL-2.0+` is the older spelling of `GPL-2.0-or-later`; for other licenses the plus changes nothing here. */
function identifyOperand(part: string): { expression: string; mayBeOrLater: boolean } | undefined {
  const isLater = part.endsWith('+') && !isNamedId(part.toLowerCase());
  const identity = identifyOne(isLater ? part.slice(0, -1) : part);
  if (identity?.kind === 'named') return { expression: identity.ref, mayBeOrLater: false };
  if (identity?.kind !== 'spdx') return undefined;
  const isOpen = identity.mayBeOrLater === true;
  const expression =
    isLater && isOpen ? identity.expression.replace(/-only$/, '-or-later') : identity.expression;
  return { expression, mayBeOrLater: isOpen && !isLater };
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

function unknownText(text: string): LicenseIdentity {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return { kind: 'unknown', why: `“${shown}” is no license id the audit knows` };
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export type { LicenseIdentity };
