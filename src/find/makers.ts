import { loaders } from '../loaders/registry.generated.ts';

/** What makes the objects that load by a method: `HfFileSystem` of `HfFileSystem.().get`. */
export function makerOf(callee: string): string | undefined {
  return /^(?:.*\.)?(\w+)\.\(\)\./.exec(callee)?.[1];
}

const makers: ReadonlySet<string> = new Set(
  loaders.flatMap(({ calls }) => calls.flatMap(({ callee }) => makerOf(callee) ?? [])),
);

/** What stands among the flags of a file that names one of them. */
export function namedMakerToken(maker: string): string {
  return `+${maker}`;
}

/** The makers among the last names of what a file calls, imports or holds. */
export function makersAmong(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].filter(name => makers.has(name)).map(namedMakerToken);
}
