/** The address of a hub as a setting gives it, without a slash at its end. Undefined for what is no web address or holds a password. */
export function hubEndpoint(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href.replace(/\/+$/, '') : undefined;
}
