import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { GuardedFetchError } from './guarded-fetch-error.js';
import {
  type AddressRule,
  guardedLookup,
  publicWebOnly,
  type Resolve,
  systemResolve,
} from './guarded-lookup.js';
import { parseTarget, portOf } from './guarded-target.js';

export interface GuardedFetchOptions {
  /** Of the body, counted as it arrives */
  readonly maxBytes: number;
  /** For everything together: names, redirects, the last byte */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** Also plain http, at first and after redirects; https only by default */
  readonly allowHttp?: boolean | undefined;
  /** Sent to every hop (`if-none-match` and the like): nothing secret */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Public addresses on ports 443 and 80 by default; tests allow their own server */
  readonly isAllowedAddress?: AddressRule | undefined;
  readonly resolve?: Resolve | undefined;
}

export interface GuardedResponse {
  /** 2xx, or 304 when the headers asked a condition */
  readonly status: number;
  /** As declared: sniff the bytes before believing it */
  readonly contentType: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  /** After the redirects */
  readonly finalUrl: string;
}

/** 300 and 305 name no single place to go on to; 304 is an answer. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULT_HEADERS = {
  'user-agent': 'Visnyk',
  accept: '*/*',
  // A small compressed body can unpack to gigabytes: the size limit must see the real bytes.
  'accept-encoding': 'identity',
};

/**
 * GETs what somebody else's URL points at, without letting it point into our own network: every hop's address is
 * judged after resolution, and the socket connects to the very address that was judged.
 *
 * @throws {GuardedFetchError} by kind; `signal`'s own reason when the caller gave up
 */
export async function guardedFetch(url: string, options: GuardedFetchOptions): Promise<GuardedResponse> {
  const deadline = startDeadline(options);
  try {
    let target = parseTarget(url, options);
    for (let redirects = 0; redirects <= options.maxRedirects; redirects++) {
      const response = await send(target, options, deadline.signal);
      try {
        const { location } = response.headers;
        const isRedirect = REDIRECTS.has(statusOf(response)) && location !== undefined;
        if (!isRedirect) return await receive(response, target, options.maxBytes);
        target = parseTarget(location, options, target);
      } finally {
        response.destroy(); // closes the connection too, whatever is still on its way
      }
    }
    throw new GuardedFetchError('redirects', `more than ${options.maxRedirects} redirects`);
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (error instanceof GuardedFetchError) throw error;
    throw new GuardedFetchError('network', 'the connection failed', { cause: error });
  } finally {
    deadline.end();
  }
}

/** Aborts with a `timeout` error, or with the caller's own reason if that comes first. */
function startDeadline({ timeoutMs, signal: outer }: GuardedFetchOptions) {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new GuardedFetchError('timeout', `not finished in ${timeoutMs} ms`)),
    timeoutMs,
  );
  const giveUp = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', giveUp);
  if (outer?.aborted) giveUp();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', giveUp);
    },
  };
}

/** Resolves with the head of the answer; the body is still on its way. */
function send(target: URL, options: GuardedFetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { isAllowedAddress = publicWebOnly, resolve = systemResolve, headers } = options;
  const { get } = target.protocol === 'https:' ? https : http;
  return new Promise((resolveResponse, reject) => {
    get(
      target,
      {
        agent: false, // a connection of its own, closed afterwards
        headers: { ...DEFAULT_HEADERS, ...headers },
        lookup: guardedLookup(portOf(target), isAllowedAddress, resolve),
        signal,
      },
      resolveResponse,
    ).on('error', reject);
  });
}

async function receive(response: IncomingMessage, target: URL, maxBytes: number): Promise<GuardedResponse> {
  const status = statusOf(response);
  if (!(status >= 200 && status < 300) && status !== 304)
    throw new GuardedFetchError('status', `the server answered ${status}`);
  return {
    status,
    contentType: response.headers['content-type'],
    headers: response.headers,
    bytes: await readAtMost(response, maxBytes),
    finalUrl: target.href,
  };
}

/** Content-Length only saves the wait: what counts is what arrives. */
async function readAtMost(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new GuardedFetchError('tooLarge', `more than ${maxBytes} bytes`);
  if (Number(response.headers['content-length']) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, sizeBytes);
}

/** Node sets it on every answer it hands to a client. */
function statusOf({ statusCode = 0 }: IncomingMessage): number {
  return statusCode;
}
