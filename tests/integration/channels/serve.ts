import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** A request as a stand-in for a messenger got it. */
export interface GotRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Serves the city's side on a free loopback port. */
export function serveApp(app: Hono): Promise<Served> {
  return listen(createServer(getRequestListener(app.fetch)));
}

/** A messenger that answers as told and remembers what it got. */
export async function serveMessenger(
  answer: (request: GotRequest, response: ServerResponse) => void,
): Promise<Served & { readonly requests: GotRequest[] }> {
  const requests: GotRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const request = { path: incoming.url ?? '', headers: incoming.headers, body };
      requests.push(request);
      answer(request, response);
    });
  });
  return { ...(await listen(server)), requests };
}

async function listen(server: ReturnType<typeof createServer>): Promise<Served> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
