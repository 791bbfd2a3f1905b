import type { Clause, ClauseSubject } from '../types.ts';
import { placed } from './clauses.ts';
import type { LicenseEntry } from './group.ts';

/** Where a text says what, by subject: of permissions under `grant` where they have no place of their own. */
export type Sections = Partial<Readonly<Record<ClauseSubject | 'grant', string>>>;

/** A license with the places its text counts for its clauses. What has a place already keeps it. */
export function numbered(at: Sections, entry: LicenseEntry): LicenseEntry {
  return { ...entry, clauses: entry.clauses.map(clause => numberedClause(at, clause)) };
}

function numberedClause(at: Sections, clause: Clause): Clause {
  if (clause.at !== undefined) return clause;
  const place = clause.kind === 'permission' ? (at[clause.subject] ?? at.grant) : at[clause.subject];
  return { ...clause, ...placed(place) };
}

/** Mozilla Public License 1.0 and 1.1, and those made from its text. */
export const mozilla: Sections = {
  grant: 'sections 2.1 and 2.2',
  'license-text': 'section 3.1',
  'same-license': 'section 3.1',
  'disclose-source': 'section 3.2',
  'state-changes': 'section 3.3',
  notice: 'section 3.4(a)',
  'copyright-notice': 'section 3.5',
  warranty: 'section 3.5',
  trademark: 'section 2.1(a)',
  'patent-peace': 'section 8.2',
  liability: 'sections 7 and 9',
};

export const mozilla2: Sections = {
  grant: 'section 2.1',
  sublicensing: 'section 3.2(b)',
  'license-text': 'section 3.1',
  'same-license': 'section 3.1',
  'disclose-source': 'section 3.2',
  'copyright-notice': 'section 3.4',
  warranty: 'section 3.5',
  trademark: 'section 2.3',
  'patent-peace': 'section 5.2',
  liability: 'sections 6 and 7',
};

export const cddl: Sections = {
  grant: 'sections 2.1 and 2.2',
  'license-text': 'section 3.1',
  'disclose-source': 'section 3.1',
  'same-license': 'sections 3.1 and 3.2',
  'state-changes': 'section 3.3',
  'copyright-notice': 'section 3.3',
  warranty: 'section 3.4',
  trademark: 'section 2.1(a)',
  'patent-peace': 'section 6.2',
  liability: 'sections 5 and 7',
};

/** The Common Public License and its kin: IBM's and Lucent's. */
export const commonPublic: Sections = {
  grant: 'section 2',
  'copyright-notice': 'section 3',
  'license-text': 'section 3',
  'same-license': 'section 3',
  'disclose-source': 'section 3',
  'state-changes': 'section 3',
  indemnity: 'section 4',
  liability: 'sections 5 and 6',
  'patent-peace': 'section 7',
};

/** Open Software License 1.1 to 3.0; version 1.0 has no section on attribution, so that all behind it count one less. */
export const openSoftware: Sections = {
  grant: 'section 1',
  patent: 'section 2',
  'same-license': 'sections 1(c) and 5',
  'disclose-source': 'section 3',
  trademark: 'section 4',
  'copyright-notice': 'section 6',
  liability: 'sections 7 and 8',
  'patent-peace': 'section 10',
};

export const openSoftware1: Sections = {
  grant: 'section 1',
  patent: 'section 2',
  'same-license': 'sections 1(c) and 5',
  'disclose-source': 'section 3',
  trademark: 'section 4',
  liability: 'sections 6 and 7',
  'patent-peace': 'section 9',
};

export const microsoftPublic: Sections = {
  grant: 'section 2(A)',
  patent: 'section 2(B)',
  trademark: 'section 3(A)',
  'patent-peace': 'section 3(B)',
  'copyright-notice': 'section 3(C)',
  'license-text': 'section 3(D)',
  'same-license': 'section 3(D)',
  'disclose-source': 'section 3(D)',
  liability: 'section 3(E)',
};

export const microsoftReciprocal: Sections = {
  grant: 'section 2(A)',
  patent: 'section 2(B)',
  'same-license': 'section 3(A)',
  'disclose-source': 'section 3(A)',
  trademark: 'section 3(B)',
  'patent-peace': 'section 3(C)',
  'copyright-notice': 'section 3(D)',
  'license-text': 'section 3(E)',
  liability: 'section 3(F)',
};

export const gnu1: Sections = {
  grant: 'sections 1 and 2',
  'copyright-notice': 'section 1',
  'license-text': 'section 1',
  'state-changes': 'section 2(a)',
  'same-license': 'section 2(b)',
  'disclose-source': 'section 3',
  sublicensing: 'section 4',
  liability: 'sections 9 and 10',
};

/** The Affero license of 2002 counts as version 2 of the GNU one does. */
export const affero1: Sections = { ...gnu1, liability: 'sections 11 and 12' };

/** Made from version 3 of the GNU license. */
export const serverSide: Sections = {
  grant: 'section 2',
  patent: 'section 11',
  'copyright-notice': 'section 4',
  'license-text': 'section 4',
  'state-changes': 'section 5(a)',
  'same-license': 'sections 5(c) and 13',
  'disclose-source': 'sections 6 and 13',
  sublicensing: 'section 2',
  liability: 'sections 15 and 16',
};

export const europeanUnion: Sections = {
  grant: 'section 2',
  'copyright-notice': 'section 5',
  'license-text': 'section 5',
  'same-license': 'section 5',
  'disclose-source': 'section 5',
  'state-changes': 'section 5',
  trademark: 'section 5',
  liability: 'sections 7 and 8',
};

/** Conditions that stand in one list: first the notices for source and for binaries, then what this license adds. */
export function conditions(more: Partial<Readonly<Record<ClauseSubject, number>>> = {}): Sections {
  const others = Object.entries(more).map(([subject, number]) => [subject, `condition ${number}`] as const);
  const both = 'conditions 1 and 2';
  return { 'copyright-notice': both, 'license-text': both, ...Object.fromEntries(others) };
}

export const zlib: Sections = {
  attribution: 'condition 1',
  'state-changes': 'condition 2',
  'license-text': 'condition 3',
};
