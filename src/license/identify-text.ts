import { identifyLicense } from './identify.ts';
import { gnuNotice, riders, type TextMark, textMarks } from './text-marks.ts';

/** License files are short; what stands behind this much is somebody else's. */
const readLength = 100 * 1024;

/**
 * The SPDX expression of a license file's text, or undefined rather than a guess: for texts that hold several
 * licenses, that bear a rider, and that no mark fits. Whether later versions may be chosen is not to be seen from
 * a GNU license's text, hence `-only`.
 */
export function identifyLicenseText(text: string): string | undefined {
  const start = text.slice(0, readLength);
  const body = normalize(start);
  if (riders.some(rider => body.includes(rider))) return undefined;
  const byMarks = textMarks.filter(mark => fits(mark, body)).map(mark => mark.expression);
  const found = [...new Set(byMarks.length > 0 ? byMarks : byNotice(body))];
  const tags = readTags(start);
  if (tags.length === 0) return found.length === 1 && !addsLimits(found, body) ? found[0] : undefined;
  const [tag] = tags;
  const isOneTag = tags.length === 1 && tag !== undefined && tag !== '';
  return isOneTag && (found.length === 0 || found.every(id => isSameButForLater(id, tag))) ? tag : undefined;
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
  return [...body.matchAll(gnuNotice)].map(([, variant, version = '']) => {
    const prefix = variant === undefined ? 'GPL' : variant.startsWith('lesser') ? 'LGPL' : 'AGPL';
    return `${prefix}-${version.includes('.') ? version : `${version}.0`}-or-later`;
  });
}

/** A permissive text that speaks of non-commercial use has been changed by somebody. */
function addsLimits(found: readonly string[], body: string): boolean {
  const isShort = found.some(id => /^(?:MIT|BSD|ISC|0BSD|Apache|Unlicense)/.test(id));
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
