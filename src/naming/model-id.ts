/** An id of the form `owner/name`; legacy ids have no owner. */
export interface ModelIdParts {
  readonly owner: string | undefined;
  readonly name: string;
}

export function splitModelId(id: string): ModelIdParts {
  const slash = id.indexOf('/');
  return slash < 0
    ? { owner: undefined, name: id }
    : { owner: id.slice(0, slash), name: id.slice(slash + 1) };
}

/** The hub lets nobody register a name that differs from another only in case. */
export function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
