/**
 * A text as one part of an address. Strings of code and of replies may hold halves of characters, which no address can; what
 * stands for them names nothing.
 */
export function urlPart(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}
