import * as v from 'valibot';
import { TransportError, type TransportReply } from '../model/outside.ts';
import { defaultEndpoint } from '../model/project.ts';
import type { FactKind, FactRequest } from './fact.ts';
import { isTokenRefused, noteRefusedToken } from './refused-token.ts';
import { readJson } from './reply-schema.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

export type Answer<T> =
  | { readonly state: 'found'; readonly value: T; readonly etag: string | undefined }
  /** The version that was kept is still the hub's. */
  | { readonly state: 'unchanged' }
  | { readonly state: 'missing' | 'gated' | 'no-revision' }
  | { readonly state: 'unreachable'; readonly why: string };

interface Question<T> {
  readonly kind: FactKind<T>;
  readonly query: HubQuery;
  readonly environment: HubEnvironment;
  readonly options: LookupOptions;
  readonly etag: string | undefined;
}

/** Asks the hub itself. Every way not to learn anything ends as `unreachable`, never as an error. */
export async function askHub<T>(question: Question<T>): Promise<Answer<T>> {
  try {
    return await ask(question);
  } catch (error) {
    if (error instanceof TransportError) {
      return unreachable(error.message);
    }
    throw error;
  }
}

async function ask<T>(question: Question<T>): Promise<Answer<T>> {
  const { environment } = question;
  const first = await askPlainlyIfNeeded(question, await send(question));
  if (environment.token === undefined) return interpret(first, question);
  const isRefused = refusesToken(first);
  if (isRefused) noteRefusedToken(environment);
  const reply = isRefused ? await askPlainlyIfNeeded(question, await send(question)) : first;
  const answer = interpret(reply, question);
  // What a stranger does not see may be there for the owner of a token that works.
  return isTokenRefused(environment) && answer.state === 'missing' ? unreachable('token refused') : answer;
}

async function askPlainlyIfNeeded<T>(question: Question<T>, reply: TransportReply): Promise<TransportReply> {
  const { kind, query } = question;
  return reply.status === 400 && kind.plainRequest ? await send(question, kind.plainRequest(query)) : reply;
}

async function send<T>(question: Question<T>, request?: FactRequest): Promise<TransportReply> {
  const { kind, query, environment, options, etag } = question;
  const { endpoint, token } = environment;
  const { path, body, maxBytes } = request ?? kind.request(query);
  return await environment.transport.send({
    ...(body === undefined ? { method: 'GET' } : { method: 'POST', body }),
    url: endpoint + path,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: options.signal,
    isPatient: options.isPatient,
    isInteractive: options.isInteractive,
    mayCarryToken: () => !isTokenRefused(environment),
    maxBytes,
  });
}

function interpret<T>(reply: TransportReply, { kind, environment, etag }: Question<T>): Answer<T> {
  if (reply.status === 304 && etag !== undefined) {
    return { state: 'unchanged' };
  }
  if (reply.status === 200) {
    const value = kind.read(reply.body, environment.endpoint);
    return value === undefined
      ? unreachable('the answer of the hub could not be read')
      : { state: 'found', value, etag: reply.headers['etag'] };
  }
  if (errorCode(reply) === 'GatedRepo') {
    return { state: 'gated' };
  }
  if (errorCode(reply) === 'RevisionNotFound') {
    return { state: 'no-revision' };
  }
  return reply.status === 401 || reply.status === 404 ? notFound(reply, kind, environment) : refused(reply);
}

/**
 * Only a hub that says so makes a thing missing: by its code; where there is none, by a reply of its own that the public hub
 * sends for models, and any hub for what has no code. A proxy or another host may answer 401 and 404, too.
 */
function notFound<T>(reply: TransportReply, kind: FactKind<T>, { endpoint }: HubEnvironment): Answer<T> {
  const code = errorCode(reply);
  const { missingCode = 'RepoNotFound', isMissingByStatus } = kind;
  const isByStatus = isMissingByStatus
    ? reply.status === 404
    : endpoint === defaultEndpoint && !kind.missingCode;
  if (code === missingCode || (code === undefined && isByStatus && isOfHub(reply, endpoint))) {
    return { state: 'missing' };
  }
  return unreachable(`the hub answered ${reply.status} without saying why`);
}

/** The hub's own words are JSON, and come from its own host. */
function isOfHub({ url, body }: TransportReply, endpoint: string): boolean {
  return new URL(url).host === new URL(endpoint).host && readJson(v.looseObject({}), body) !== undefined;
}

function refused<T>(reply: TransportReply): Answer<T> {
  if (reply.status === 403) {
    return unreachable(/disabled/i.test(errorMessage(reply)) ? 'disabled' : 'access refused');
  }
  return unreachable(reply.status === 429 ? 'rate limited' : `the hub answered ${reply.status}`);
}

function refusesToken(reply: TransportReply): boolean {
  return reply.status === 401 && /invalid credentials/i.test(errorMessage(reply));
}

function errorCode(reply: TransportReply): string | undefined {
  return reply.headers['x-error-code'];
}

function errorMessage(reply: TransportReply): string {
  return `${reply.headers['x-error-message'] ?? ''} ${reply.body.slice(0, 1000)}`;
}

function unreachable(why: string): { readonly state: 'unreachable'; readonly why: string } {
  return { state: 'unreachable', why };
}
