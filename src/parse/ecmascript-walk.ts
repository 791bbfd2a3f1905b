import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import type { FactsBuilder } from './facts-builder.ts';

export type Node = TSESTree.Node;

/** Where a statement stands. */
export interface Place {
  readonly scope: number;
  /** The innermost block around it that may not run. */
  readonly within: Span | undefined;
  /** What the function around it gives back. */
  readonly returns: Expression[] | undefined;
}

/** A walk over a program. Expressions hold statements and statements hold expressions, so each reader gets both. */
export interface Walk {
  readonly facts: FactsBuilder;
  expression(node: Node, scope: number): Expression;
  statement(node: Node, place: Place): void;
}
