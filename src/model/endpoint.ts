/** The address of a hub as a setting gives it, without a slash at its end. Undefined for what is no web address or holds a password. */
export function hubEndpoint(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href.replace(/\/+$/, '') : undefined;
}

/** What is wrong with the address that a setting of this name gives, in words that repeat no password; undefined when nothing is. */
export function endpointProblem(name: string, text: string): string | undefined {
  if (hubEndpoint(text) !== undefined) return undefined;
  return text.includes('@')
    ? `${name} is no address that holds neither name nor password`
    : `${name} is no address: “${text.slice(0, 100)}”`;
}
