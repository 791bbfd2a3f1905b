import { TransportError, type TransportReply, type TransportRequest } from '../model/outside.ts';

/** The request a redirect asks for; undefined when the reply is no redirect. */
export function redirected(request: TransportRequest, reply: TransportReply): TransportRequest | undefined {
  const location = reply.headers['location'];
  if (![301, 302, 303, 307, 308].includes(reply.status) || location === undefined) {
    return undefined;
  }
  const { host, protocol } = new URL(request.url);
  if (!URL.canParse(location, request.url)) {
    throw new TransportError(`${host} redirects to an address that cannot be read`);
  }
  const url = new URL(location, request.url);
  if (url.protocol !== 'https:' && url.protocol !== protocol) {
    throw new TransportError(`${host} redirects to an address that is not secure`);
  }
  const { body: _, ...rest } = request;
  const changesToGet = request.method === 'POST' && reply.status < 307;
  return changesToGet ? { ...rest, method: 'GET', url: url.href } : { ...request, url: url.href };
}
