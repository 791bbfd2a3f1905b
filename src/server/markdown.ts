/** Model cards are strangers' text: nothing from them may become a link, an image, HTML or a line of its own. */

/** Text that renders as exactly itself, on one line, in Markdown and inside its tables. */
export function plain(text: string, longest = 160): string {
  const oneLine = text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const short = oneLine.length > longest ? `${oneLine.slice(0, longest - 1).trimEnd()}…` : oneLine;
  return short.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** A web address fit to stand in a Markdown link, or undefined for anything else: commands, files, scripts. */
export function safeWebAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return undefined;
  return href.replaceAll(/[()<>[\]\\|`'"\s]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}

/** A link where the address can be trusted to be one, the text alone where not. */
export function link(text: string, address: string | undefined): string {
  const target = address === undefined ? undefined : safeWebAddress(address);
  return target === undefined ? plain(text) : `[${plain(text)}](${target})`;
}
