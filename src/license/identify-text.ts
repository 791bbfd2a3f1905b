import { identifyLicense } from './identify.ts';
import { hasKnownText, likeness, matchesOf, type TextMatch } from './known-texts.ts';
import { changedTexts, gnuNotice, riders, type TextMark, textMarks } from './text-marks.ts';
import { hashesOf } from './text-sketch.ts';

/** What a license file turns out to hold. */
export type TextReading =
  | {
      readonly kind: 'license';
      /** An SPDX expression. Whether later versions may be chosen is not to be seen from a GNU license's text: `-only`. */
      readonly expression: string;
      /** How much of the license's known text stands in the file, from 0 to 1; 1 where a tag or a name says it. */
      readonly confidence: number;
    }
  | { readonly kind: 'unknown'; readonly why: string };

/** License files are short; what stands behind this much is somebody else's. */
const readLength = 100 * 1024;
/** Texts that are as alike as this are the same license; its next of kin are less alike, or it is not decided. */
const alike = 0.9;
/** Where a text is this like a license, others that it resembles do not count. */
const same = 0.97;
/** Runs of words that a text must have for its share of a license to mean something. */
const comparable = 100;
/** Texts this much alike are told apart by nothing but this sample. */
const margin = 0.02;

/** The SPDX expression of a license file's text, or undefined rather than a guess. */
export function identifyLicenseText(text: string): string | undefined {
  const reading = readLicenseText(text);
  return reading.kind === 'license' ? reading.expression : undefined;
}

/** The license of a file, with how sure that is, or why it cannot be told: several, one with a rider, a changed one. */
export function readLicenseText(text: string): TextReading {
  const start = text.slice(0, readLength);
  const body = normalize(start);
  if (body.trim() === '') return unknown('the text is empty');
  const rider = riders.find(phrase => body.includes(phrase));
  if (rider !== undefined) return unknown(`“${rider}” changes what the license means`);
  const tags = readTags(start);
  const hashes = hashesOf(start);
  const matches = matchesOf(hashes);
  const found = idsIn(body, matches);
  if (tags.length > 0) return byTags(tags, found);
  const [id] = found;
  if (id !== undefined && found.length === 1) {
    if (addsLimits(id, body)) return unknown(`the text limits the use that ${id} permits`);
    const changed = hashes.size < comparable ? undefined : isChanged(id, matches);
    return changed ?? { kind: 'license', expression: id, confidence: confidenceIn(id, matches) };
  }
  if (found.length > 1) return unknown(`the text holds several licenses: ${found.join(', ')}`);
  return byName(start) ?? resembling(matches);
}

/** A text that bears the phrases of a license may say something else between them, or more behind them. */
function isChanged(id: string, matches: readonly TextMatch[]): TextReading | undefined {
  const match = matches.find(({ id: known }) => known === id);
  if (match === undefined && !hasKnownText(id)) return undefined;
  if (match === undefined || match.contained < 0.85) return unknown(`its text has been changed from ${id}`);
  return match.covered < 0.8 ? unknown(`the text holds ${id} and more than that`) : undefined;
}

function unknown(why: string): TextReading {
  return { kind: 'unknown', why };
}

/** The licenses a text is told to hold by all of it, else by phrases of theirs, else by the notice that stands in for one. */
function idsIn(body: string, matches: readonly TextMatch[]): readonly string[] {
  const [best, second] = matches;
  if (best !== undefined && likeness(best) >= same && isAhead(best, second)) return [best.id];
  const isChanged = changedTexts.some(phrase => body.includes(phrase));
  const marked = isChanged ? [] : textMarks.filter(mark => fits(mark, body)).map(mark => mark.expression);
  if (marked.length > 0) return [...new Set(marked)];
  if (best !== undefined && likeness(best) >= alike && isAhead(best, second)) return [best.id];
  return isChanged ? [] : [...new Set(byNotice(body))];
}

function isAhead(best: TextMatch, second: TextMatch | undefined): boolean {
  if (second === undefined) return true;
  return likeness(best) - likeness(second) >= (likeness(best) === 1 ? Number.EPSILON : margin);
}

function byTags(tags: readonly string[], found: readonly string[]): TextReading {
  const [tag] = tags;
  if (tags.length > 1 || tag === undefined) return unknown('its tags name several licenses');
  if (tag === '') return unknown('its tag is no license id the audit knows');
  return found.every(id => isSameButForLater(id, tag))
    ? { kind: 'license', expression: tag, confidence: 1 }
    : unknown(`its tag says ${tag} and its text ${found.join(', ')}`);
}

/** A file of one line may say no more than the name of a license. */
function byName(text: string): TextReading | undefined {
  const line = text.trim();
  if (line.length > 120 || line.includes('\n')) return undefined;
  const identity = identifyLicense(line);
  if (identity.kind === 'spdx') return { kind: 'license', expression: identity.expression, confidence: 1 };
  return identity.kind === 'named' ? { kind: 'license', expression: identity.ref, confidence: 1 } : undefined;
}

function resembling(matches: readonly TextMatch[]): TextReading {
  const [best] = matches;
  if (best === undefined) return unknown('its text resembles no license the audit knows');
  const { id, contained, covered } = best;
  if (contained >= alike && covered < alike) return unknown(`the text holds ${id} and more than that`);
  const percent = Math.round(likeness(best) * 100);
  return unknown(`its text resembles ${id}, of which ${percent} % are the same`);
}

function confidenceIn(id: string, matches: readonly TextMatch[]): number {
  const [plain] = id.split(' WITH ');
  return matches.find(match => match.id === plain)?.contained ?? 0.5;
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[‐‑‒–—]/g, '-')
    .replaceAll(/[*#>_`=|]+/g, ' ')
    .replaceAll(/^[ \t]*(?:\/\/|;+)/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('public license, version', 'public license version')
    .replaceAll('apache license, version', 'apache license version');
}

function fits(mark: TextMark, body: string): boolean {
  return mark.all.every(phrase => body.includes(phrase)) && !mark.none?.some(phrase => body.includes(phrase));
}

function byNotice(body: string): readonly string[] {
  // A long text that bears the notice is about something else.
  if (body.length > 5000) return [];
  return [...body.matchAll(gnuNotice)].map(([, variant, version = '']) => {
    const prefix = variant === undefined ? 'GPL' : variant.startsWith('lesser') ? 'LGPL' : 'AGPL';
    return `${prefix}-${version.includes('.') ? version : `${version}.0`}-or-later`;
  });
}

/** A permissive text that speaks of non-commercial use has been changed by somebody. */
function addsLimits(id: string, body: string): boolean {
  const isShort = /^(?:MIT|BSD|ISC|0BSD|Apache|Unlicense)/.test(id);
  return isShort && /non-?commercial|research purposes only/.test(body);
}

/** An id nobody knows comes as '', so that it still counts against a guess. */
function readTags(text: string): readonly string[] {
  const tags = [...text.matchAll(/SPDX-License-Identifier:[ \t]*([^\r\n]{1,300})/g)].map(
    ([, written = '']) => {
      const identity = identifyLicense(written.replace(/\s*(?:\*\/|-->)\s*$/, ''));
      if (identity.kind === 'spdx') return identity.expression;
      return identity.kind === 'named' ? identity.ref : '';
    },
  );
  return [...new Set(tags)];
}

function isSameButForLater(id: string, tag: string): boolean {
  const plain = (expression: string) => expression.replace(/-(?:only|or-later)$/, '');
  return plain(id) === plain(tag);
}
