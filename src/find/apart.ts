import { isInside, type Span } from '../model/source.ts';
import type { Alternatives } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';

/** Whether two pieces of a file stand in different blocks of one `if`: no run that comes to one comes to the other. */
export function areApart(module: Module, one: Span, other: Span): boolean {
  return ranOnce(module).some(({ blocks }) => {
    const around = blocks.find(block => isInside(one, block));
    return around !== undefined && blocks.some(block => block !== around && isInside(other, block));
  });
}

/** The innermost such block around a piece: whatever stands in it is apart from the same. */
export function blockAround(module: Module, span: Span): Span | undefined {
  return ranOnce(module)
    .flatMap(({ blocks }) => blocks.filter(block => isInside(span, block)))
    .reduce<Span | undefined>((inner, block) => (inner && isInside(inner, block) ? inner : block), undefined);
}

/** Of a file that sets more nobody asks which of its blocks exclude each other. */
const maxStores = 200;

/**
 * What stands in no other block and in no function: a loop, or who calls it again, may come to one of the blocks after the
 * other. Where nothing is set, nobody asks.
 */
const ranOnce = oncePer(({ facts }: Module): readonly Alternatives[] => {
  const { alternatives, stores } = facts;
  const all = stores.length === 0 || stores.length > maxStores ? [] : alternatives;
  return all.filter(({ within, scope }) => within === undefined && scope === 0);
});
