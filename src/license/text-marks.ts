/** How a license is told by its text. Phrases are lower case with single blanks and plain hyphens and quotes. */
export interface TextMark {
  readonly expression: string;
  /** Phrases that all stand in the text. */
  readonly all: readonly string[];
  /** Phrases of its relatives, none of which may stand in it. */
  readonly none?: readonly string[];
}

const mitGrant =
  'permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files';
const mitNotice = 'above copyright notice and this permission notice';
const bsdSource = 'redistributions of source code must retain';
const bsdBinary = 'redistributions in binary form must reproduce';
const bsdEndorse = 'endorse or promote products derived from this software';
const bsdAdvertising = 'all advertising materials mentioning features or use of this software';
const bsdClear = 'no express or implied licenses to any party';
const apacheTerms = 'terms and conditions for use, reproduction, and distribution';
const llvm = 'llvm exceptions to the apache 2.0 license';
const iscGrant =
  'modify, and/or distribute this software for any purpose with or without fee is hereby granted';
const iscNotice =
  'granted, provided that the above copyright notice and this permission notice appear in all copies';
const gnuTerms = 'terms and conditions';

export const textMarks: readonly TextMark[] = [
  { expression: 'MIT', all: [mitGrant, mitNotice], none: ['except as contained in this notice'] },
  {
    expression: 'MIT-0',
    all: [mitGrant],
    none: [mitNotice, 'shall be included', 'except as contained in this notice'],
  },
  {
    expression: 'ISC',
    all: ['permission to use, copy, modify', 'distribute this software for any purpose', iscNotice],
  },
  { expression: '0BSD', all: [iscGrant], none: ['granted, provided'] },
  {
    expression: 'BSD-2-Clause',
    all: [bsdSource, bsdBinary],
    none: [bsdEndorse, bsdAdvertising, bsdClear, 'patent'],
  },
  {
    expression: 'BSD-3-Clause',
    all: [bsdSource, bsdBinary, bsdEndorse],
    none: [bsdAdvertising, bsdClear, 'patent'],
  },
  { expression: 'BSD-3-Clause-Clear', all: [bsdSource, bsdBinary, bsdClear], none: [bsdAdvertising] },
  { expression: 'BSD-4-Clause', all: [bsdSource, bsdBinary, bsdEndorse, bsdAdvertising] },
  { expression: 'Apache-2.0', all: ['apache license version 2.0, january 2004', apacheTerms], none: [llvm] },
  { expression: 'Apache-2.0 WITH LLVM-exception', all: ['apache license version 2.0, january 2004', llvm] },
  { expression: 'GPL-2.0-only', all: ['gnu general public license version 2, june 1991', gnuTerms] },
  { expression: 'GPL-3.0-only', all: ['gnu general public license version 3, 29 june 2007', gnuTerms] },
  { expression: 'LGPL-2.0-only', all: ['gnu library general public license version 2, june 1991', gnuTerms] },
  {
    expression: 'LGPL-2.1-only',
    all: ['gnu lesser general public license version 2.1, february 1999', gnuTerms],
  },
  {
    expression: 'LGPL-3.0-only',
    all: ['gnu lesser general public license version 3, 29 june 2007', 'combined work'],
  },
  {
    expression: 'AGPL-3.0-only',
    all: ['gnu affero general public license version 3, 19 november 2007', gnuTerms],
  },
  {
    expression: 'MPL-1.1',
    all: ['mozilla public license version 1.1', 'covered code'],
    none: ['cua office'],
  },
  { expression: 'MPL-2.0', all: ['mozilla public license version 2.0', 'larger work', 'covered software'] },
  { expression: 'EPL-2.0', all: ['eclipse public license - v 2.0', 'secondary license'] },
  { expression: 'EPL-1.0', all: ['eclipse public license - v 1.0', 'contributor'] },
  {
    expression: 'Unlicense',
    all: ['this is free and unencumbered software released into the public domain'],
  },
  { expression: 'CC0-1.0', all: ['cc0 1.0 universal', 'affirmer'] },
  {
    expression: 'CC-BY-4.0',
    all: ['creative commons attribution 4.0 international public license', 'licensor'],
  },
  {
    expression: 'CC-BY-SA-4.0',
    all: ['creative commons attribution-sharealike 4.0 international public license', 'licensor'],
  },
  {
    expression: 'CC-BY-NC-4.0',
    all: ['creative commons attribution-noncommercial 4.0 international public license', 'licensor'],
  },
  {
    expression: 'CC-BY-NC-SA-4.0',
    all: [
      'creative commons attribution-noncommercial-sharealike 4.0 international public license',
      'licensor',
    ],
  },
  {
    expression: 'CC-BY-ND-4.0',
    all: ['creative commons attribution-noderivatives 4.0 international public license', 'licensor'],
  },
  {
    expression: 'CC-BY-NC-ND-4.0',
    all: [
      'creative commons attribution-noncommercial-noderivatives 4.0 international public license',
      'licensor',
    ],
  },
  { expression: 'BSL-1.0', all: ['boost software license - version 1.0', 'machine-executable object code'] },
  {
    expression: 'Zlib',
    all: ['altered source versions must be plainly marked as such'],
    none: ['libpng', 'png'],
  },
  {
    expression: 'WTFPL',
    all: ['do what the fuck you want to public license', 'you just do what the fuck you want to'],
  },
  { expression: 'LicenseRef-llama2', all: ['llama 2 community license agreement', 'llama materials'] },
  { expression: 'LicenseRef-llama3', all: ['llama 3 community license agreement', 'llama materials'] },
  { expression: 'LicenseRef-llama3.1', all: ['llama 3.1 community license agreement', 'llama materials'] },
  { expression: 'LicenseRef-llama3.2', all: ['llama 3.2 community license agreement', 'llama materials'] },
  { expression: 'LicenseRef-llama3.3', all: ['llama 3.3 community license agreement', 'llama materials'] },
  { expression: 'LicenseRef-llama4', all: ['llama 4 community license agreement', 'llama materials'] },
];

/** A clause that changes what a license means; a text that holds one is not the license it looks like. */
export const riders: readonly string[] = ['commons clause'];

/** Texts that hold another license and have changed it; only the whole of such a text tells what it is. */
export const changedTexts: readonly string[] = ['modified mit', 'business source license'];

/** The notice that stands in for a GNU license's text: license, version, and the words that allow later ones. */
export const gnuNotice =
  /gnu (lesser |affero )?general public license (?:as published by the free software foundation[;,] ?|,? ?)(?:either )?version (\d(?:\.\d)?) of the license,? or \(at your option\) any later version/g;
