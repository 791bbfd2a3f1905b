import type { Act, Clause } from '../types.ts';
import {
  grants,
  grantsAll,
  keepsCopyright,
  noEndorsement,
  noTrademark,
  noWarranty,
  statesChanges,
} from './clauses.ts';
import { type LicenseEntry, type LicenseGroup, mayNot, must, onlyIf } from './group.ts';

/** The licenses count a hosted service as distribution. */
const shared: readonly Act[] = ['distribute', 'host'];

/** A model trained on the outputs to behave like it is a derivative. */
const derived: readonly Act[] = [...shared, 'train-on-outputs'];

/** Responsible AI licenses: open but for a list of uses, which goes with the model and all that derives from it. */
export const group: LicenseGroup = [
  rail('bigscience-bloom-rail-1.0', 'BigScience RAIL License v1.0', [
    'bigscience-rail',
    'bloom-rail',
    'bigscience-rail-1.0',
  ]),
  {
    ...rail('bigscience-openrail-m', 'BigScience Open RAIL-M License', ['bigscience-open-rail-m']),
    source: 'relative',
  },
  rail('creativeml-openrail-m', 'CreativeML Open RAIL-M', ['creativeml-open-rail-m']),
  rail('openrail++', 'CreativeML Open RAIL++-M License', [
    'creativeml-open-rail++-m',
    'creativeml-openrail++-m',
    'openrail++-m',
  ]),
  {
    ...rail('bigcode-openrail-m', 'BigCode Open RAIL-M v1 License Agreement', ['bigcode-open-rail-m-v1']),
    source: 'relative',
  },
  { ...rail('openrail', 'OpenRAIL license family', ['openrail-m']), source: 'relative' },
];

function rail(id: string, name: string, aliases: readonly string[]): LicenseEntry {
  return { id, name, aliases, family: 'use-restricted', clauses: railClauses() };
}

function railClauses(): readonly Clause[] {
  return [
    mayNot('field-of-use', 'not for the uses of its attachment A', { at: 'section 5, attachment A' }),
    must('pass-terms-on', 'pass its use restrictions on to your users', {
      on: derived,
      at: 'section 4.a',
      reach: 'derivatives',
    }),
    must('license-text', 'hand on a copy of the license', { on: shared, at: 'section 4.b' }),
    statesChanges('section 4.c'),
    keepsCopyright('section 4.d'),
    must('update', 'try to use the newest version', { at: 'section 7' }),
    ...grantsAll('section 2'),
    ...grants('section 2', 'sublicensing'),
    ...grants('section 3', 'patent'),
    ...grants('section 4', 'hosting', 'relicensing'),
    ...grants('section 6', 'outputs'),
    ...grants('section 11', 'warranty'),
    onlyIf('patent-peace', 'the patent license ends when you sue over patents', { at: 'section 3' }),
    noTrademark('section 8'),
    noEndorsement('section 8'),
    ...noWarranty('section 9', 'section 10'),
  ];
}
