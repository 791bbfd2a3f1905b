import ignore from 'ignore';

/** Whether an id fits one of the ids or globs of ids that a setting lists: `my-company/*`. */
export function matcherOf(patterns: readonly string[]): (id: string) => boolean {
  const matcher = ignore().add([...patterns]);
  return id => ignore.isPathValid(id) && matcher.ignores(id);
}

/** Whether somebody who types an id that fits one of these patterns may have come this far: `my-comp` of `my-company/*`. */
export function beginningOf(patterns: readonly string[]): (id: string) => boolean {
  const starts = patterns.map(pattern => /^\/?([^*?[\\]*)/.exec(pattern.toLowerCase())?.[1] ?? '');
  return id => {
    const typed = id.replace(/^(hf[-_]hub:|https?:\/\/[^/]*\/)/, '').toLowerCase();
    return starts.some(start => start.startsWith(typed));
  };
}
