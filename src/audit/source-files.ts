import { sourceKind } from '../parse/index.ts';

/** Whether a file of this name is of a kind the audit reads. */
export function isSourceFile(file: string): boolean {
  return sourceKind(file) !== undefined;
}
