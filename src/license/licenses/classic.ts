import type { Clause, LicenseFamily } from '../types.ts';
import { grantsAll, includesText, keepsCopyright, noLiability } from './clauses.ts';
import type { LicenseEntry } from './group.ts';

/** A license of the classic kind, which permits use, change and distribution for whatever purpose. */
type Classic = (
  id: string,
  name: string,
  clauses: readonly Clause[],
  aliases?: readonly string[],
) => LicenseEntry;

export const permissive: Classic = classic('permissive');
export const weak: Classic = classic('weak-copyleft');
export const strong: Classic = classic('copyleft');
export const network: Classic = classic('network-copyleft');

/** What nearly all of them ask for, and what else this one says. */
export function noticed(...more: readonly Clause[]): readonly Clause[] {
  return [keepsCopyright(), includesText(), ...more, noLiability()];
}

function classic(family: LicenseFamily): Classic {
  return (id, name, clauses, aliases = []) => {
    return { id, name, aliases, family, clauses: [...clauses, ...grantsAll()] };
  };
}
