import ignore from 'ignore';

/** Whether an id fits one of the ids or globs of ids that a setting lists: `my-company/*`. */
export function matcherOf(patterns: readonly string[]): (id: string) => boolean {
  const matcher = ignore().add([...patterns]);
  return id => ignore.isPathValid(id) && matcher.ignores(id);
}
