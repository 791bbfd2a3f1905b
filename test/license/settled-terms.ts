/** A disagreement between this project and a table of terms, settled by reading the license. */
export interface SettledTerm {
  readonly license: string;
  readonly term: string;
  /** What the text says. */
  readonly reason: string;
}

export const settledTerms: readonly SettledTerm[] = [
  {
    license: 'Beerware',
    term: 'Include License',
    reason: 'One may do anything "as long as you retain this notice": the notice must stay.',
  },
  {
    license: 'CECILL-2.0',
    term: 'Hold Liable',
    reason:
      'Article 8.1 lets the licensee claim compensation for direct loss; the table says so of versions 1.0 and 1.1, whose article is the same.',
  },
  {
    license: 'CC-BY-ND-4.0',
    term: 'Modify',
    reason: 'Section 2(a)(1)(B) permits to "produce and reproduce, but not Share, Adapted Material".',
  },
  {
    license: 'IJG',
    term: 'Include Copyright',
    reason:
      'Condition 1 asks that the README go along "with this copyright and no-warranty notice unaltered".',
  },
  {
    license: 'IJG',
    term: 'Private Use',
    reason: 'Nothing in it obliges anybody to use it in private.',
  },
  {
    license: 'MS-RL',
    term: 'Use Patent Claims',
    reason: 'Section 2(B) is a patent grant; section 3(C) ends it for who sues.',
  },
  {
    license: 'QPL-1.0',
    term: 'Commercial Use',
    reason: 'It asks for source without charge and forbids no commercial use.',
  },
  {
    license: 'SimPL-2.0',
    term: 'Hold Liable',
    reason:
      'Damages are limited to what was paid, "zero if you did not pay anything", and all other damages are excluded.',
  },
  {
    license: 'ZPL-1.1',
    term: 'Distribute',
    reason:
      '"Redistribution and use in source and binary forms, with or without modification, are permitted".',
  },
  {
    license: 'ZPL-1.1',
    term: 'Commercial Use',
    reason: 'Its conditions are those of BSD with a credit in advertising; none forbids commercial use.',
  },
];

/** Rights that ModelGo lists and the license does not give. */
export const settledRights: readonly SettledTerm[] = [
  {
    license: 'LicenseRef-opt-175b',
    term: 'commercial_use',
    reason: 'Sections 1.a and 2.a permit non-commercial research alone.',
  },
  {
    license: 'LicenseRef-seer-license',
    term: 'commercial_use',
    reason: 'Sections 1.a and 2.a permit non-commercial research alone.',
  },
];
