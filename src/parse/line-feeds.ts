/**
 * A carriage return by itself ends a line too, for editors as for Python and JavaScript. The parsers do not all know it;
 * with line feeds in their place, each counts the lines as an editor does.
 */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r(?!\n)/g, '\n') : text;
}

/** JavaScript ends a line at U+2028 and U+2029 as well, an editor does not. */
export function withoutSeparators(text: string): string {
  return text.replaceAll(/[\u2028\u2029]/g, ' ');
}
