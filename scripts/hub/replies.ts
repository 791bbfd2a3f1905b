import type { Reply } from './types.ts';

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function text(status: number, body: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body };
}

export function redirect(status: 301 | 302 | 307, location: string): Reply {
  return { status, headers: { location, 'content-type': 'text/plain; charset=utf-8' }, body: '' };
}

/** A refusal as the Hugging Face Hub words it: the code in a header, the words in header and body. */
export function refusal(status: number, code: string | undefined, message: string): Reply {
  const named = code === undefined ? {} : { 'x-error-code': code };
  return json(
    status,
    { error: message },
    { ...named, 'x-error-message': message.replaceAll(/[^ -~]/g, '?') },
  );
}

/** A missing repository and a private one look the same to a stranger. */
export function noRepository(token: string | undefined): Reply {
  return token === undefined
    ? refusal(401, 'RepoNotFound', 'Invalid username or password.')
    : refusal(404, 'RepoNotFound', 'Repository not found');
}

/** A page of a longer list, with the address of the next one in `Link`. `offset` counts from the first item. */
export function page(
  items: readonly unknown[],
  { url, endpoint, size }: { readonly url: string; readonly endpoint: string; readonly size: number },
  headers: Record<string, string> = {},
): Reply {
  const address = new URL(url, endpoint);
  const offset = Number(address.searchParams.get('cursor') ?? 0) || 0;
  address.searchParams.set('cursor', String(offset + size));
  const link = offset + size < items.length ? { link: `<${address.href}>; rel="next"` } : {};
  return json(200, items.slice(offset, offset + size), { ...link, ...headers });
}
