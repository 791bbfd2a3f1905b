import { TransportError, type TransportReply } from '../model/outside.ts';
import { defaultEndpoint } from '../model/project.ts';
import type { Lookup } from '../model/record.ts';
import { movedFromOf } from './hugging-face-cache.ts';
import { readReply } from './hugging-face-reply.ts';
import type { HubEnvironment, HubQuery } from './types.ts';

interface Question {
  readonly query: HubQuery;
  readonly environment: HubEnvironment;
  readonly signal: AbortSignal | undefined;
}

/** Asks the hub itself. Every way not to learn anything ends as `unreachable`, never as an error. */
export async function askHuggingFace(
  query: HubQuery,
  environment: HubEnvironment,
  signal: AbortSignal | undefined,
): Promise<Lookup> {
  try {
    return await ask({ query, environment, signal });
  } catch (error) {
    if (error instanceof TransportError) {
      return unreachable(error.message);
    }
    throw error;
  }
}

async function ask(question: Question): Promise<Lookup> {
  const { query, environment } = question;
  const reply = await send(question);
  if (isTokenRefused(reply) && environment.token !== undefined) {
    return await askWithoutToken(question);
  }
  if (errorCode(reply) === 'RevisionNotFound' && query.revision !== undefined) {
    return withoutCommit(await ask({ ...question, query: { ...query, revision: undefined } }));
  }
  return interpret(reply, question);
}

/** The model exists, and most of what is known of it does not depend on the revision; the commit does. */
function withoutCommit(lookup: Lookup): Lookup {
  return lookup.state === 'found' ? { ...lookup, record: { ...lookup.record, sha: undefined } } : lookup;
}

async function askWithoutToken(question: Question): Promise<Lookup> {
  const anonymous = { ...question, environment: { ...question.environment, token: undefined } };
  const lookup = await ask(anonymous);
  return lookup.state === 'found' || lookup.state === 'gated' ? lookup : unreachable('token refused');
}

async function send({ query, environment, signal }: Question): Promise<TransportReply> {
  const revision = query.revision === undefined ? '' : `/revision/${encodeURIComponent(query.revision)}`;
  return await environment.transport.send({
    method: 'GET',
    url: `${environment.endpoint}/api/models/${query.target}${revision}`,
    headers: environment.token === undefined ? {} : { authorization: `Bearer ${environment.token}` },
    signal,
  });
}

function interpret(reply: TransportReply, question: Question): Lookup {
  if (reply.status === 200) {
    return found(reply, question);
  }
  if (errorCode(reply) === 'GatedRepo') {
    return { state: 'gated' };
  }
  if (reply.status === 401 || reply.status === 404) {
    return notFound(reply, question);
  }
  if (reply.status === 403) {
    return unreachable(/disabled/i.test(errorMessage(reply)) ? 'disabled' : 'access refused');
  }
  return unreachable(reply.status === 429 ? 'rate limited' : `the hub answered ${reply.status}`);
}

function found(reply: TransportReply, { query, environment }: Question): Lookup {
  const record = readReply(reply.body, environment.endpoint);
  if (record === undefined) {
    return unreachable('the answer of the hub could not be read');
  }
  const at = environment.clock.now().toISOString();
  return { state: 'found', record, from: 'live', at, movedFrom: movedFromOf(record, query) };
}

/** Only a hub that says so, or the public hub's way of saying so, makes a model missing: a proxy may answer 401 too. */
function notFound(reply: TransportReply, { environment }: Question): Lookup {
  const isSaid = errorCode(reply) === 'RepoNotFound';
  const isPublicHub = environment.endpoint === defaultEndpoint;
  if (!isSaid && !(isPublicHub && errorCode(reply) === undefined)) {
    return unreachable(`the hub answered ${reply.status} without saying why`);
  }
  const at = environment.clock.now().toISOString();
  // A token opens its owner's private models and nobody else's.
  return { state: 'missing', mayBePrivate: true, from: 'live', at };
}

function isTokenRefused(reply: TransportReply): boolean {
  return reply.status === 401 && /invalid credentials/i.test(errorMessage(reply));
}

function errorCode(reply: TransportReply): string | undefined {
  return reply.headers['x-error-code'];
}

function errorMessage(reply: TransportReply): string {
  return `${reply.headers['x-error-message'] ?? ''} ${reply.body.slice(0, 1000)}`;
}

function unreachable(why: string): Lookup {
  return { state: 'unreachable', why };
}
