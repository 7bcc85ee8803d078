import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { WebEnv } from './env.js';

/** Deadlines of one connection, so that slow clients cannot hold the service (values of Node's http.Server). */
const DEADLINES = {
  headersTimeout: 10_000,
  // The longest request is an import; ordinary bodies have their own, much shorter deadline.
  requestTimeout: 30 * 60_000,
  // Longer than a proxy keeps its end (nginx: 60 s), so that it is never the proxy who finds it closed.
  keepAliveTimeout: 65_000,
} as const;

/** Silence in the middle of a request or an answer after which the connection is cut. */
const SILENCE_MS = 90_000;

const MAX_HEADER_BYTES = 16 * 1024;
/** Far more than a city needs; beyond it new connections are cut, and files and messengers keep their descriptors. */
const MAX_CONNECTIONS = 5_000;
/** How often Node looks for clients past their deadline. */
const CHECK_MS = 5_000;
/** What is read and thrown away of a refused body: a client sends to its end before it looks at the answer. */
const DISCARD_BYTES = 64 * 1024 * 1024;
const DISCARD_MS = 10_000;

/** Connections that may wait to be accepted: Node's own 511 would cut off some of a burst of callbacks. */
const BACKLOG = 4_096;

export interface Listener {
  readonly port: number;
  /** Refuses new connections and waits for the answers under way; those still open after the grace are cut. */
  close(graceMs: number): Promise<void>;
}

/**
 * Serves the app.
 *
 * @param port 0 picks a free one
 * @throws {Error} with a sentence that names the setting to change
 */
export async function listen(app: Hono<WebEnv>, host: string, port: number): Promise<Listener> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    // Its own cleaning cuts a connection half a second after the answer, which a slower client never sees then.
    autoCleanupIncoming: false,
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, connectionsCheckingInterval: CHECK_MS },
  });
  if (!('headersTimeout' in server)) throw new Error('not an HTTP/1 server');
  Object.assign(server, DEADLINES);
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(SILENCE_MS);
  server.on('request', discardUnread);
  let closing = false;
  // A connection kept alive after its last answer would hold the stop until the grace is over.
  server.on('request', (_, response) => {
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
  });
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: Error) => reject(new Error(cannotListen(cause, host, port), { cause }));
    server.once('error', refuse);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    close: (graceMs) =>
      new Promise((resolve) => {
        closing = true;
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function cannotListen(cause: Error, host: string, port: number): string {
  const code = 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return `another program already listens on ${host}:${port}; stop it, or choose another PORT (0 picks a free one)`;
  if (code === 'EACCES')
    return `PORT ${port} needs rights that this user does not have; choose one from 1024 up`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine`;
  return cause.message;
}

/** After the answer the rest of a body that nobody has read is thrown away, so that the client gets to the answer. */
function discardUnread(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.readableEnded || request.destroyed) return;
    const cut = () => request.socket.destroy();
    const deadline = setTimeout(cut, DISCARD_MS);
    request.once('close', () => clearTimeout(deadline));
    let sizeBytes = 0;
    // Whoever began to read would keep what comes, and hold the rest back.
    request.removeAllListeners('data');
    request.on('data', (chunk: Uint8Array) => {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > DISCARD_BYTES) cut();
    });
    request.resume();
  });
}
