import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type OrderedFault, wholeBody } from './faults.ts';
import type { Reply } from './types.ts';

/** Writes a reply to the line, in the manner a fault asks for. */
export async function send(
  response: ServerResponse,
  reply: Reply,
  order: OrderedFault | undefined,
  isHead: boolean,
): Promise<void> {
  const manner = order?.fault.manner;
  const wait = Number(order?.detail);
  if (manner === 'hang') return;
  if (manner === 'slow') await pause(response, wait || 1000);
  if (response.destroyed) return;
  if (manner === 'drip') return await drip(response, reply, wait || 20);
  if (manner === 'cut' || manner === 'long' || manner === 'short')
    return sendWrongLength(response, reply, manner);
  await sendWhole(response, reply, isHead);
}

async function sendWhole(response: ServerResponse, reply: Reply, isHead: boolean): Promise<void> {
  const { body, status, headers } = reply;
  const isWhole = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(
    status,
    isWhole ? { 'content-length': Buffer.byteLength(body), ...headers } : { ...headers },
  );
  if (isHead || isWhole) {
    response.end(isHead || !isWhole ? undefined : body);
    return;
  }
  await pipeline(Readable.from(body), response).catch(ignoreHangUp);
}

/** A caller who hangs up on a body too large for it does what the fault is there to provoke. */
function ignoreHangUp(error: unknown): void {
  const { code } = error as { readonly code?: unknown };
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') throw error;
}

function sendWrongLength(response: ServerResponse, reply: Reply, manner: 'cut' | 'long' | 'short'): void {
  const body = wholeBody(reply);
  const middle = Math.floor(body.length / 2);
  const length = manner === 'long' ? body.length + 100 : manner === 'short' ? middle : body.length;
  // The server's own check of the length would keep the fault from leaving the house.
  response.strictContentLength = false;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': length });
  if (manner === 'cut') {
    response.write(body.subarray(0, middle), () => response.destroy());
  } else {
    response.write(body, () => {
      if (manner === 'short') response.end();
    });
  }
}

async function drip(response: ServerResponse, reply: Reply, wait: number): Promise<void> {
  const body = wholeBody(reply);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  response.flushHeaders();
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Uint8Array.of(byte));
    await pause(response, wait);
  }
  response.end();
}

/** Ends at once when the caller hangs up, so that no timer outlives the server. */
async function pause(response: ServerResponse, milliseconds: number): Promise<void> {
  await new Promise<void>(resolve => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    response.once('close', done);
  });
}
