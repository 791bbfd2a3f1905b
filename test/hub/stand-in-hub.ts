import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInHub {
  readonly endpoint: string;
  readonly host: string;
  /** Every request so far, in order. */
  readonly requests: readonly { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, request: IncomingMessage, count: number) => void;

/** A hub on this machine: `answers` maps a path to what it sends; any other path is a missing model. */
export async function startHub(answers: Readonly<Record<string, Answer>>): Promise<StandInHub> {
  const requests: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    // Which keys are asked for is no part of what these tests are about.
    const path = (request.url ?? '').replace(/\?expand.*$/, '');
    requests.push({ path, authorization: request.headers.authorization });
    const count = requests.filter(seen => seen.path === path).length;
    (answers[path] ?? missing)(response, request, count);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes its hub must not keep the process alive.
  server.unref();
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return { endpoint: `http://${host}`, host, requests, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return response => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export function redirect(location: string): Answer {
  return response => {
    response.writeHead(307, { location });
    response.end();
  };
}

export const missing: Answer = json(
  401,
  { error: 'Invalid username or password.' },
  { 'x-error-code': 'RepoNotFound' },
);

/** What the hub sends for a model, as recorded, with the values of a test. */
export function modelReply(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    _id: '621ffdc036468d709f174338',
    id,
    modelId: id,
    sha: '86b5e0934494bd15c9632b12f734a8a67f723594',
    lastModified: '2024-02-19T11:06:12.000Z',
    createdAt: '2022-03-02T23:29:04.000Z',
    private: false,
    gated: false,
    disabled: false,
    downloads: 1234,
    likes: 5,
    library_name: 'transformers',
    pipeline_tag: 'fill-mask',
    tags: ['transformers', 'safetensors', 'bert', 'arxiv:1810.04805', 'license:apache-2.0', 'region:us'],
    config: { architectures: ['BertForMaskedLM'], model_type: 'bert' },
    cardData: { language: 'en', license: 'apache-2.0', datasets: ['bookcorpus', 'wikipedia'] },
    siblings: [
      { rfilename: 'model.safetensors' },
      { rfilename: 'pytorch_model.bin' },
      { rfilename: 'training_args.bin' },
    ],
    safetensors: { parameters: { F32: 110 }, total: 110 },
    ...more,
  };
}
