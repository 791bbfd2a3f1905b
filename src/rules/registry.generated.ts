// Written by scripts/generate-registries.ts from the files of this folder.
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
];
