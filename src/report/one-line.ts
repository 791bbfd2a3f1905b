/** File names and hubs' words are strangers' text: control characters could rewrite the terminal. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
