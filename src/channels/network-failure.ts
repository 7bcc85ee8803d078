import { SendError } from '../services/outbox/channel.js';

/** No connection was made, so nothing was sent and it may be sent again. */
const BEFORE_REQUEST: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'network.refused',
  ENOTFOUND: 'network.dns',
  EAI_AGAIN: 'network.dns',
  EHOSTUNREACH: 'network.unreachable',
  ENETUNREACH: 'network.unreachable',
  EADDRNOTAVAIL: 'network.unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'network.unreachable',
  connect: 'network.unreachable',
  CERT_HAS_EXPIRED: 'network.certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'network.certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'network.certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'network.certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'network.certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'network.certificate',
};

/** The request had gone out, wholly or partly: the messenger may have acted on it. */
const AFTER_REQUEST: Readonly<Record<string, string>> = {
  ECONNRESET: 'network.reset',
  EPIPE: 'network.reset',
  UND_ERR_SOCKET: 'network.reset',
  ETIMEDOUT: 'network.timeout',
  TimeoutError: 'network.timeout',
  AbortError: 'network.timeout',
};

/** node-fetch keeps of the socket's error only its code and words; without words every address of the host failed. */
const WHILE_CONNECTING = /reason: (connect |$)|before secure TLS connection was established/;

/** How far errors are unwrapped: grammY's inside fetch's inside the socket's. */
const MAX_DEPTH = 4;

/**
 * What a failed HTTP call means for the outbox: `retry` only where no connection was made, else `unknown`.
 * The error itself is not kept as a cause: fetch writes the whole URL, Telegram's token included, into it.
 */
export function networkFailure(error: unknown): SendError {
  const marks = marksOf(error, MAX_DEPTH);
  for (const mark of marks) {
    const code = BEFORE_REQUEST[mark];
    if (code) return new SendError(code, { kind: 'retry' });
  }
  const code = marks.map((mark) => AFTER_REQUEST[mark]).find((known) => known !== undefined);
  return new SendError(code ?? 'network.garbage', { kind: 'unknown' });
}

/**
 * Codes, names and system calls of an error and of those inside it: `cause` (fetch), `error` (grammY), `errors`
 * (connecting to each address of a host).
 */
function marksOf(error: unknown, depth: number): string[] {
  if (depth === 0 || typeof error !== 'object' || error === null) return [];
  const { code, name, syscall, message, cause, error: inner, errors } = error as Record<string, unknown>;
  const connecting = Array.isArray(errors) || WHILE_CONNECTING.test(String(message)) ? 'connect' : undefined;
  const own = [code, name, syscall, connecting].filter((mark) => typeof mark === 'string');
  const nested = [cause, inner, ...(Array.isArray(errors) ? errors : [])];
  return [...own, ...nested.flatMap((one) => marksOf(one, depth - 1))];
}
