import { spdxIds } from '../spdx-ids.generated.ts';
import type { Clause, LicenseFamily } from '../types.ts';
import {
  grants,
  includesText,
  keepsCopyright,
  noEndorsement,
  noLiability,
  nonCommercial,
  noSublicense,
  noTrademark,
  placed,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must } from './group.ts';

const words: Readonly<Record<string, string>> = {
  BY: 'Attribution',
  NC: 'NonCommercial',
  ND: 'NoDerivatives',
  SA: 'ShareAlike',
};

/** All of what attribution asks for is done at one stroke. */
const credit = 'credit the author, link the license, say what changed';

/** Ports that ScanCode lists and SPDX does not. */
const otherPorts: readonly string[] = ['CC-BY-NC-ND-2.0-AT', 'CC-BY-NC-ND-2.0-AU', 'CC-BY-NC-SA-3.0-US'];

const in4: Places = {
  grant: 'section 2(a)(1)',
  gain: 'section 2(a)(1)',
  sublicense: 'section 2(a)(1)',
  text: 'section 3(a)(1)',
  measures: 'section 2(a)(5)(C)',
  endorsement: 'section 2(a)(6)',
  rights: 'section 2(b)(2)',
  attribution: 'section 3(a)(1)',
  shareAlike: 'section 3(b)',
  warranty: 'section 5',
};

/** Versions 1.0 to 3.0 number alike but for the paragraphs of section 4, whose letters depend on the elements. */
const before4: Places = {
  grant: 'section 3',
  gain: 'section 4',
  sublicense: 'section 4(a)',
  measures: 'section 4(a)',
  text: 'section 4(a)',
  attribution: 'section 4',
  shareAlike: 'section 4(b)',
  warranty: 'sections 5 and 6',
};

/** The licenses of Creative Commons: their elements BY, NC, ND and SA say all that tells them apart. */
export const group: LicenseGroup = [...spdxIds.filter(id => /^CC-BY-/.test(id)), ...otherPorts].map(
  creativeCommons,
);

function creativeCommons(id: string): LicenseEntry {
  const elements = id
    .split('-')
    .slice(1)
    .filter(part => /^[A-Z]{2}$/.test(part) && part in words);
  const [version = '', port] = /\d\.\d.*/.exec(id)?.[0].split('-') ?? [];
  return {
    id,
    name: `Creative Commons ${elements.map(element => words[element]).join(' ')} ${version}${port === undefined ? '' : ` ${port}`}`,
    family: familyOf(elements),
    clauses: clausesOf(elements, placesOf(version, port), version === '4.0'),
    ...(id.endsWith('4.0') ? {} : { source: 'relative' as const }),
  };
}

/** Ports are translated into the law of a country and may number otherwise. */
function placesOf(version: string, port: string | undefined): Places {
  if (version === '4.0') return in4;
  return port === undefined ? before4 : {};
}

function familyOf(elements: readonly string[]): LicenseFamily {
  if (elements.includes('NC')) return 'non-commercial';
  if (elements.includes('ND')) return 'use-restricted';
  return elements.includes('SA') ? 'copyleft' : 'permissive';
}

interface Places {
  readonly grant?: string;
  readonly gain?: string;
  readonly sublicense?: string;
  readonly text?: string;
  readonly attribution?: string;
  readonly shareAlike?: string;
  readonly measures?: string;
  readonly endorsement?: string;
  readonly rights?: string;
  readonly warranty?: string;
}

function clausesOf(elements: readonly string[], at: Places, isFourth: boolean): readonly Clause[] {
  const isFree = !elements.includes('ND');
  return [
    ...(elements.includes('NC') ? [nonCommercial(at.gain)] : grants(at.grant, 'commercial-use')),
    // Only version 4.0 lets one change in private what one may not share.
    ...(isFree || isFourth
      ? grants(at.grant, 'modification')
      : [mayNot('modification', 'make no changed versions', placed(at.grant))]),
    ...(isFree
      ? grants(at.grant, 'derivatives')
      : [mayNot('derivatives', 'share no changed versions', placed(at.grant))]),
    must('attribution', credit, { on: ['distribute'], ...placed(at.attribution) }),
    ...(elements.includes('SA') ? [sameLicense(at)] : []),
    { ...keepsCopyright(at.attribution), words: credit },
    { ...includesText(at.text), words: credit },
    ...(isFree || isFourth ? [{ ...statesChanges(at.attribution), words: credit }] : []),
    ...grants(at.grant, 'use', 'private-use', 'distribution'),
    noSublicense(at.sublicense),
    mayNot('technical-measures', 'no technical measures against what it permits', placed(at.measures)),
    noEndorsement(at.endorsement),
    noTrademark(at.rights),
    noLiability(at.warranty),
  ];
}

function sameLicense(at: Places): Clause {
  return must('same-license', 'share changed versions under the same license', {
    on: ['distribute-modified'],
    reach: 'derivatives',
    ...placed(at.shareAlike),
  });
}
