import type { LicenseFact } from '../model/record.ts';
import { licenseOf } from './catalogue.ts';
import { identifyLicense } from './identify.ts';
import { identifyLicenseText } from './identify-text.ts';
import type { LicenseIdentity } from './types.ts';

/** What a hub states of a license. A license of `other` may come as a text, be named in `license_name`, or linked. */
export function identifyFact(fact: LicenseFact): LicenseIdentity {
  const stated = identifyLicense(fact.id);
  if (fact.id.toLowerCase() !== 'other') return stated;
  const read = fact.text === undefined ? undefined : identifyLicenseText(fact.text);
  const named = [read, fact.name, fact.link].map(text => identifyLicense(text ?? ''));
  const known = named.find(identity => identity.kind === 'spdx' || identity.kind === 'named');
  // What a name or an address leaves open says more than `other` does.
  return known ?? named.findLast(identity => identity.kind === 'unknown') ?? stated;
}

/** The licenses a source names without saying how they go together; empty where it names one or none. */
export function severalLicenses(fact: LicenseFact): readonly string[] {
  if (fact.id !== 'other' || fact.name === undefined) return [];
  const ids = fact.name.split(', ');
  return ids.length > 1 && ids.every(id => /^[\w.+-]+$/.test(id)) ? ids : [];
}

/** What a license asks for, in a few plain words; empty where no table knows it. */
export function licenseInWords(fact: LicenseFact): string {
  if (fact.id === '') return 'no license is named, which grants nothing';
  const license = licenseOf(identifyFact(fact));
  if (license !== undefined) return license.plain.join('; ');
  return fact.id === 'other' ? 'its own terms: read them before you use it' : '';
}
