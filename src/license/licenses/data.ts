import type { Clause, LicenseFamily } from '../types.ts';
import { grants, grantsAll, includesText, noWarranty } from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, must, onlyIf } from './group.ts';

/** Agreements made for data. */
export const group: LicenseGroup = [
  data('CDLA-Permissive-1.0', 'Community Data License Agreement Permissive 1.0', 'permissive', [
    includesText(),
  ]),
  data('CDLA-Permissive-2.0', 'Community Data License Agreement Permissive 2.0', 'permissive', [
    includesText(),
  ]),
  data('CDLA-Sharing-1.0', 'Community Data License Agreement Sharing 1.0', 'copyleft', [
    must('same-license', 'publish changed data under the same agreement', {
      on: ['distribute', 'distribute-modified'],
      reach: 'derivatives',
    }),
  ]),
  {
    ...data('ODC-By-1.0', 'Open Data Commons Attribution License v1.0', 'permissive', [credit()]),
    hubId: 'odc-by',
  },
  {
    ...data('ODbL-1.0', 'Open Data Commons Open Database License v1.0', 'copyleft', [
      credit(),
      must('same-license', 'share changed versions under the same license', {
        on: ['distribute-modified'],
        reach: 'derivatives',
      }),
    ]),
    hubId: 'odbl',
  },
  data('etalab-2.0', 'Etalab Open License 2.0', 'permissive', [
    must('attribution', 'name the source and the date of its last update', { on: ['distribute'] }),
  ]),
  {
    ...data('C-UDA-1.0', 'Computational Use of Data Agreement v1.0', 'use-restricted', [
      onlyIf('field-of-use', 'computational use only', { at: 'section 2.1' }),
      must('pass-terms-on', 'hand on the agreement and credits with the data', { on: ['distribute'] }),
    ]),
    hubId: 'c-uda',
  },
];

function credit(): Clause {
  return must('attribution', 'credit the source, link the license', { on: ['distribute'] });
}

function data(id: string, name: string, family: LicenseFamily, asked: readonly Clause[]): LicenseEntry {
  return {
    id,
    name,
    family,
    clauses: [...asked, ...grantsAll(), ...noWarranty(), ...grants(undefined, 'outputs')],
  };
}
