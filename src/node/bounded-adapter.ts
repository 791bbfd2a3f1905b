import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import type { AxiosAdapter, AxiosResponse, AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import { afterTime } from './after-time.ts';
import type { CalledOptions } from './agents.ts';

/** For one try. Milliseconds. */
export interface TimeLimits {
  readonly connect: number;
  readonly firstByte: number;
  /** From the start to the last byte. */
  readonly whole: number;
}

/** Why one of our own bounds ended a try; the system has bounds of its own. */
export class OutOfBounds extends Error {
  readonly bound: 'firstByte' | 'whole' | 'size';

  constructor(bound: OutOfBounds['bound']) {
    super(bound);
    this.bound = bound;
  }
}

/**
 * axios' own way over HTTP within bounds: its limit of time counts idleness alone and starts anew with each byte, and its
 * limit of size comes without a bound on how long the body takes.
 */
export function boundedAdapter(axios: AxiosStatic, { firstByte, whole }: TimeLimits): AxiosAdapter {
  const send = axios.getAdapter('http');
  return async config => {
    const bounds = new Bounds(config, axios);
    bounds.after(whole, 'whole');
    try {
      const hasBegun = bounds.after(firstByte, 'firstByte');
      const response = await send({
        ...config,
        ...bounds.config,
        responseType: 'stream',
        maxContentLength: -1,
      });
      hasBegun();
      response.data = await bounds.read(response, config.maxContentLength ?? 0);
      response.config = config;
      return settled(response, axios);
    } catch (error) {
      throw bounds.exceeded ?? error;
    } finally {
      bounds.release();
    }
  };
}

/** One try: it ends when the caller gives up, or when a bound is reached. */
class Bounds {
  exceeded: OutOfBounds | undefined;
  readonly #controller = new AbortController();
  readonly #caller: InternalAxiosRequestConfig['signal'];
  readonly #callOffs: (() => void)[] = [];
  readonly #axios: AxiosStatic;
  readonly #stop = (): void => this.#controller.abort();

  constructor({ signal }: InternalAxiosRequestConfig, axios: AxiosStatic) {
    this.#axios = axios;
    this.#caller = signal;
    if (signal?.aborted) this.#stop();
    signal?.addEventListener?.('abort', this.#stop);
  }

  get config(): Pick<InternalAxiosRequestConfig, 'signal' | 'validateStatus' | 'transport'> {
    const { signal } = this.#controller;
    return { signal, validateStatus: () => true, transport: calledBy(signal) };
  }

  /** Gives what calls the bound off. */
  after(milliseconds: number, bound: OutOfBounds['bound']): () => void {
    const callOff = afterTime(milliseconds, () => this.#exceed(bound));
    this.#callOffs.push(callOff);
    return callOff;
  }

  #exceed(bound: OutOfBounds['bound']): void {
    this.exceeded ??= new OutOfBounds(bound);
    this.#stop();
  }

  /** The body as text, unpacked. */
  async read({ data }: AxiosResponse<Readable>, maxBytes: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const { AxiosError } = this.#axios;
    const stop = (): void => void data.destroy(new AxiosError('canceled', AxiosError.ERR_CANCELED));
    this.#controller.signal.addEventListener('abort', stop);
    try {
      for await (const piece of data as AsyncIterable<Uint8Array>) {
        size += piece.length;
        if (size > maxBytes) this.#exceed('size');
        if (this.exceeded) throw this.exceeded;
        pieces.push(piece);
      }
    } finally {
      this.#controller.signal.removeEventListener('abort', stop);
      data.destroy();
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  release(): void {
    for (const callOff of this.#callOffs) callOff();
    this.#caller?.removeEventListener?.('abort', this.#stop);
  }
}

/** Tells our agents when nobody waits for a connection any more. */
function calledBy(caller: AbortSignal) {
  return {
    request(given: https.RequestOptions, answered: (response: http.IncomingMessage) => void) {
      const options: CalledOptions = { ...given, caller };
      return given.protocol === 'https:' ? https.request(options, answered) : http.request(options, answered);
    },
  };
}

/** What axios does with a status once the body is there. */
function settled(response: AxiosResponse<unknown>, { AxiosError }: AxiosStatic): AxiosResponse<unknown> {
  const { config, status, request } = response;
  if (config.validateStatus?.(status) ?? true) return response;
  const code = status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE;
  throw new AxiosError(`status ${status}`, code, config, request, response);
}
