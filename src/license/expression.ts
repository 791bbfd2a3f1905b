import parseExpression, { type Info } from 'spdx-expression-parse';
import { once } from '../model/once.ts';

export type LicenseNode =
  | { readonly kind: 'license'; readonly id: string }
  | { readonly kind: 'and' | 'or'; readonly left: LicenseNode; readonly right: LicenseNode };

/** Undefined where the text is no SPDX expression. Exceptions stay part of an id: `X WITH Y`. */
export const parseLicenseExpression = once((expression: string): LicenseNode | undefined => {
  try {
    return toNode(parseExpression(expression));
  } catch {
    return undefined;
  }
});

function toNode(info: Info): LicenseNode {
  if ('conjunction' in info) {
    return { kind: info.conjunction, left: toNode(info.left), right: toNode(info.right) };
  }
  return {
    kind: 'license',
    id: info.exception === undefined ? info.license : `${info.license} WITH ${info.exception}`,
  };
}

/** Every license an expression names. */
export function licenseIds(node: LicenseNode): readonly string[] {
  return node.kind === 'license' ? [node.id] : [...licenseIds(node.left), ...licenseIds(node.right)];
}

/** The same expression with every `-only` read as `-or-later`. */
export function asOrLater(node: LicenseNode): LicenseNode {
  if (node.kind === 'license') return { kind: 'license', id: node.id.replace(/-only$/, '-or-later') };
  return { kind: node.kind, left: asOrLater(node.left), right: asOrLater(node.right) };
}
