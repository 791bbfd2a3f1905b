/** Items by each of their names. */
export function indexBy<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const known = index.get(name);
      if (known) known.push(item);
      else index.set(name, [item]);
    }
  }
  return index;
}
