/** Deeper than any file a person writes, and far from the end of the stack. */
const deepest = 200;

/** Whether brackets are opened inside each other so often that a parser would take forever, or its stack's end. */
export function nestsTooDeep(text: string, brackets: RegExp): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(brackets)) {
    depth = Math.max(0, depth + (/[[{(]/.test(mark) ? 1 : -1));
    if (depth > deepest) return true;
  }
  return false;
}
